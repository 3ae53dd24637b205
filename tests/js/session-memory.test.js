import assert from 'node:assert/strict';
import test from 'node:test';

import { SessionMemory } from '../../static/js/lib/session-memory.js';

const blocked = () => {
  throw new Error('SecurityError');
};

/** Run with a sessionStorage of our own, or with one that throws on every touch. */
function withStorage(storage, action) {
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: storage });
  try {
    return action();
  } finally {
    delete globalThis.sessionStorage;
  }
}

function tabStorage() {
  const items = new Map();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => items.set(name, text),
    removeItem: (name) => items.delete(name),
    items,
  };
}

test('a record survives a reload of the tab until it is cleared', () => {
  const storage = tabStorage();
  withStorage(() => storage, () => {
    new SessionMemory('chat').write({ token: 'abc' });
    assert.deepEqual(new SessionMemory('chat').read(), { token: 'abc' });
    assert.equal(new SessionMemory('other').read(), null);
    new SessionMemory('chat').clear();
    assert.equal(new SessionMemory('chat').read(), null);
    assert.equal(storage.items.size, 0);
  });
});

test('where storage is blocked it works until the page goes', () => {
  withStorage(blocked, () => {
    const memory = new SessionMemory('chat');
    memory.write({ token: 'abc' });
    assert.deepEqual(memory.read(), { token: 'abc' });
    assert.equal(new SessionMemory('chat').read(), null);
    memory.clear();
    assert.equal(memory.read(), null);
  });
});

test('what is not ours to read counts as nothing', () => {
  const storage = tabStorage();
  storage.setItem('chat', '{broken');
  withStorage(() => storage, () => assert.equal(new SessionMemory('chat').read(), null));
});

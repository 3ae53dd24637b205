import assert from 'node:assert/strict';
import test from 'node:test';

import { listenForWakes } from '../../static/js/lib/wakes.js';

function page() {
  globalThis.window = new EventTarget();
  globalThis.document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const told = { wakes: 0 };
  told.stop = listenForWakes(() => (told.wakes += 1));
  return told;
}

const WAKES = [['online', 'window'], ['pageshow', 'window'], ['visibilitychange', 'document'], ['resume', 'document']];

for (const [name, target] of WAKES) {
  test(`${name} wakes`, () => {
    const told = page();
    globalThis[target].dispatchEvent(new Event(name));
    assert.equal(told.wakes, 1);
    told.stop();
    globalThis[target].dispatchEvent(new Event(name));
    assert.equal(told.wakes, 1);
  });
}

test('a page that becomes hidden does not wake', () => {
  const told = page();
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(told.wakes, 0);
});

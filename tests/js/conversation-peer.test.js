import assert from 'node:assert/strict';
import test from 'node:test';

import { conversing, PAIRED } from './support/conversing.js';

test('before anyone has said anything the other side is unknown', async () => {
  const { conversation } = await conversing();
  assert.deepEqual(conversation.peer, { connected: null, typing: false, read: 0 });
  assert.ok(Object.isFrozen(conversation.peer));
});

test('the other side’s typing lapses six seconds after it was last said', async () => {
  const { conversation, clock } = await conversing();
  conversation.heard('typing', { on: true });
  clock.advance(3000);
  conversation.heard('typing', { on: true });
  clock.advance(5999);
  assert.equal(conversation.peer.typing, true);
  clock.advance(1);
  assert.equal(conversation.peer.typing, false);
  assert.deepEqual(clock.pauses, []);
});

test('the other side’s typing is over when it says so, and when its message comes', async () => {
  const { conversation, clock, hears, hearsMessage } = await conversing();
  hears(PAIRED);
  conversation.heard('typing', { on: true });
  conversation.heard('typing', { on: false });
  assert.equal(conversation.peer.typing, false);
  conversation.heard('typing', { on: true });
  await hearsMessage('Hej');
  assert.equal(conversation.peer.typing, false);
  assert.deepEqual(clock.pauses, []);
});

test('when our own line is down nothing is known of the other one’s, and an older version may come again', async () => {
  const { conversation } = await conversing();
  conversation.heard('typing', { on: true });
  conversation.heard('peer', { v: 7, connected: true });
  conversation.heard('read', { seq: 3 });
  conversation.disconnected();
  assert.deepEqual(conversation.peer, { connected: null, typing: false, read: 3 });
  conversation.heard('peer', { v: 2, connected: false });
  assert.equal(conversation.peer.connected, false);
});

test('whether the other side is connected is a level: older news is dropped', async () => {
  const { conversation } = await conversing();
  conversation.heard('peer', { v: 2, connected: false });
  conversation.heard('peer', { v: 1, connected: true });
  assert.equal(conversation.peer.connected, false);
});

test('how far the other side has read only grows', async () => {
  const { conversation } = await conversing();
  conversation.heard('read', { seq: 4 });
  conversation.heard('read', { seq: 2 });
  assert.equal(conversation.peer.read, 4);
});

test('how far the other side has read also comes with sync', async () => {
  const { conversation } = await conversing({ answer: () => ({ ok: true, entries: [], last: 0, read: 5, more: false }) });
  await conversation.catchUp();
  assert.equal(conversation.peer.read, 5);
});

test('an own message is read once the other side has been shown its place in the log', async () => {
  const { conversation, hears } = await conversing();
  hears(PAIRED);
  hears({ kind: 'message', from: 'youth', cid: 'a', body: '' });
  hears({ kind: 'message', from: 'youth', cid: 'b', body: '' });
  const statuses = () => conversation.messages.map(({ status }) => status);
  assert.deepEqual(statuses(), ['delivered', 'delivered']);
  conversation.heard('read', { seq: 2 });
  assert.deepEqual(statuses(), ['read', 'delivered']);
});

test('a message that was read before its ack came is read', async () => {
  const { conversation } = await conversing({ answer: () => ({ ok: true, seq: 1, dup: false }) });
  conversation.heard('read', { seq: 1 });
  conversation.send('Hej');
  while (conversation.messages[0].status === 'sending') await new Promise(setImmediate);
  assert.equal(conversation.messages[0].status, 'read');
});

test('handed over: it waits again, is said, and nothing is known of a counsellor until one is paired', async () => {
  const { conversation, hears } = await conversing();
  hears(PAIRED);
  conversation.heard('peer', { v: 1, connected: true });
  conversation.heard('typing', { on: true });
  hears({ kind: 'handed_over' });
  assert.equal(conversation.waitsAgain, true);
  assert.deepEqual(conversation.peer, { connected: null, typing: false, read: 0 });
  hears({ ...PAIRED, key_id: 'k2' });
  assert.equal(conversation.waitsAgain, false);
  assert.deepEqual(conversation.notices, [
    { seq: 1, kind: 'paired' }, { seq: 2, kind: 'handed_over' }, { seq: 3, kind: 'paired' },
  ]);
});

test('a new key of the same counsellor is the newest pairing, and nothing is said of it', async () => {
  const { conversation, hears } = await conversing();
  hears(PAIRED);
  hears({ kind: 'key_sealed', key_id: 'k1', enc: 'e', sealed: 's' });
  hears({ ...PAIRED, key_id: 'k2', rekey: true });
  assert.deepEqual(conversation.pairing, { keyId: 'k2', publicKey: 'p1', sealed: null });
  assert.deepEqual(conversation.notices, [{ seq: 1, kind: 'paired' }]);
});

test('what the first counsellor still writes after handing over is shown, and it goes on waiting', async () => {
  const { conversation, hears, hearsMessage } = await conversing();
  hears(PAIRED);
  hears({ kind: 'handed_over' });
  await hearsMessage('Jeg er her igen');
  assert.equal(conversation.messages.length, 1);
  assert.equal(conversation.waitsAgain, true);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { conversing, PAIRED } from './support/conversing.js';
import { quiet, until } from './support/until.js';

async function talking(options) {
  const page = await conversing(options);
  page.hears(PAIRED);
  return page;
}

const on = { on: true };
const off = { on: false };

test('someone who goes on writing says so every three seconds at most', async () => {
  const { conversation, clock, askedFor } = await talking();
  for (let second = 0; second < 7; second += 0.5) {
    conversation.typing(true);
    clock.advance(500);
  }
  assert.deepEqual(askedFor('typing'), [on, on, on]);
});

test('five seconds without a key end it', async () => {
  const { conversation, clock, askedFor } = await talking();
  conversation.typing(true);
  clock.advance(2000);
  conversation.typing(true);
  clock.advance(4999);
  assert.deepEqual(askedFor('typing'), [on]);
  clock.advance(1);
  assert.deepEqual(askedFor('typing'), [on, off]);
});

test('an emptied field ends it, once', async () => {
  const { conversation, clock, askedFor } = await talking();
  conversation.typing(true);
  conversation.typing(false);
  conversation.typing(false);
  clock.advance(60_000);
  assert.deepEqual(askedFor('typing'), [on, off]);
});

test('sending ends it', async () => {
  const { conversation, clock, askedFor } = await talking();
  conversation.typing(true);
  conversation.send('Hej');
  assert.deepEqual(askedFor('typing'), [on, off]);
  clock.advance(60_000);
  assert.deepEqual(askedFor('typing'), [on, off]);
});

test('typing that gets lost is not repeated', async () => {
  const { conversation, clock, askedFor } = await talking({ answer: () => Promise.reject(new Error('no answer')) });
  conversation.typing(true);
  await quiet();
  clock.advance(2999);
  assert.deepEqual(askedFor('typing'), [on]);
});

test('nobody is told of typing while nobody is there, nor after the end', async () => {
  const { conversation, hears, clock, askedFor } = await conversing();
  conversation.typing(true);
  hears(PAIRED);
  hears({ kind: 'handed_over' });
  conversation.typing(true);
  hears({ ...PAIRED, key_id: 'k2' });
  hears({ kind: 'ended', reason: 'done' });
  conversation.typing(true);
  clock.advance(60_000);
  assert.deepEqual(askedFor('typing'), []);
});

test('whoever writes while it ends tells nothing more', async () => {
  const { conversation, hears, clock, askedFor } = await talking();
  conversation.typing(true);
  hears({ kind: 'ended', reason: 'done' });
  conversation.typing(false);
  clock.advance(60_000);
  assert.deepEqual(askedFor('typing'), [on]);
});

test('what is shown is told by its place in the log, and not told twice', async () => {
  const { conversation, hearsMessage, askedFor } = await talking();
  conversation.shown();
  await hearsMessage('Hej');
  await until(() => conversation.messages[0].text === 'Hej');
  conversation.shown();
  await quiet();
  conversation.shown();
  await quiet();
  assert.deepEqual(askedFor('read'), [{ seq: 2 }]);
});

test('one’s own messages are nothing to have read', async () => {
  const { conversation, hears, askedFor } = await talking();
  hears({ kind: 'message', from: 'youth', cid: 'a', body: '' });
  await until(() => conversation.messages[0].unreadable);
  conversation.shown();
  assert.deepEqual(askedFor('read'), []);
});

test('a message that is not opened yet has not been shown', async () => {
  const { conversation, hearsMessage, askedFor } = await talking();
  await hearsMessage('Hej');
  conversation.shown();
  assert.deepEqual(askedFor('read'), []);
  await until(() => conversation.messages[0].text);
  conversation.shown();
  assert.deepEqual(askedFor('read'), [{ seq: 2 }]);
});

test('one read in flight; the newest wins', async () => {
  const answers = [];
  const answer = () => new Promise((resolve) => answers.push(() => resolve({ ok: true })));
  const { conversation, hearsMessage, askedFor } = await talking({ answer });
  for (const text of ['en', 'to', 'tre']) {
    await hearsMessage(text);
    await until(() => conversation.messages.at(-1).text === text);
    conversation.shown();
  }
  assert.deepEqual(askedFor('read'), [{ seq: 2 }]);
  answers[0]();
  await until(() => askedFor('read').length === 2);
  assert.deepEqual(askedFor('read')[1], { seq: 4 });
});

test('a read that got no answer is repeated when the connection is back, with the newest', async () => {
  const { conversation, hearsMessage, askedFor } = await talking({ answer: () => Promise.reject(new Error()) });
  await hearsMessage('en');
  await until(() => conversation.messages[0].text);
  conversation.shown();
  await quiet();
  await hearsMessage('to');
  await until(() => conversation.messages[1].text);
  conversation.shown();
  assert.deepEqual(askedFor('read'), [{ seq: 2 }]);
  conversation.reconnected();
  assert.deepEqual(askedFor('read'), [{ seq: 2 }, { seq: 3 }]);
});

test('a refused read is not repeated', async () => {
  const { conversation, clock, hearsMessage, askedFor } = await talking({ answer: () => ({ ok: false, code: 'E_UNKNOWN' }) });
  await hearsMessage('Hej');
  await until(() => conversation.messages[0].text);
  conversation.shown();
  await quiet();
  conversation.shown();
  clock.advance(60_000);
  await quiet();
  assert.deepEqual(askedFor('read'), [{ seq: 2 }]);
});

test('nothing is told of reading once it is over', async () => {
  const { conversation, hears, hearsMessage, askedFor } = await talking();
  await hearsMessage('Hej');
  hears({ kind: 'ended', reason: 'done' });
  await until(() => conversation.messages[0].text);
  conversation.shown();
  assert.deepEqual(askedFor('read'), []);
});

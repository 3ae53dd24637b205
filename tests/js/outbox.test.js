import assert from 'node:assert/strict';
import test from 'node:test';

import { Outbox } from '../../static/js/chat/outbox.js';
import { ManualClock } from './support/manual-clock.js';
import { quiet } from './support/until.js';

const TEN_MINUTES = 10 * 60 * 1000;
const item = (cid) => ({ cid, body: `sealed ${cid}` });

function outboxWith(answer) {
  const clock = new ManualClock();
  const told = { posted: [], delivered: [], failed: [], sending: [], refused: [], unsent: [] };
  const outbox = new Outbox({
    post: async ({ cid }) => {
      told.posted.push(cid);
      return told.answer(cid);
    },
    clock,
    delivered: (cid, seq) => told.delivered.push([cid, seq]),
    sending: (cid) => told.sending.push(cid),
    failed: (cid, canRetry) => told.failed.push([cid, canRetry]),
    changed: (items) => (told.unsent = items.map(({ cid }) => cid)),
    refused: (code) => told.refused.push(code),
  });
  told.answer = answer;
  return { outbox, clock, told };
}

const never = () => new Promise(() => {});
const away = async () => ({ ok: false, code: 'E_UNAVAILABLE' });
const accepted = async () => ({ ok: true, seq: 9, dup: false });

async function passTime(clock, ms) {
  await quiet();
  for (let left = ms; left > 0; left -= 1000) {
    clock.advance(1000);
    await quiet();
  }
}

test('one unacknowledged message at a time, the others wait their turn', async () => {
  const { outbox, told } = outboxWith(never);
  outbox.add(item('a'));
  outbox.add(item('b'));
  await quiet();
  assert.deepEqual(told.posted, ['a']);
  assert.deepEqual(told.unsent, ['a', 'b']);
});

test('they leave in the order in which they were written', async () => {
  const { outbox, told } = outboxWith(accepted);
  for (const cid of ['a', 'b', 'c']) outbox.add(item(cid));
  await quiet();
  assert.deepEqual(told.delivered, [['a', 9], ['b', 9], ['c', 9]]);
  assert.deepEqual(told.unsent, []);
});

test('a retry keeps its cid and nothing overtakes it', async () => {
  const { outbox, clock, told } = outboxWith(away);
  outbox.add(item('a'));
  outbox.add(item('b'));
  await passTime(clock, 2000);
  told.answer = accepted;
  await passTime(clock, 15_000);
  assert.deepEqual(told.posted, ['a', 'a', 'a', 'a', 'b']);
});

test('after ten minutes all that waits has failed and can be retried, with the same cid and in order', async () => {
  const { outbox, clock, told } = outboxWith(away);
  outbox.add(item('a'));
  outbox.add(item('b'));
  await passTime(clock, TEN_MINUTES - 1000);
  assert.deepEqual(told.failed, []);
  await passTime(clock, 1000);
  assert.deepEqual(told.failed, [['a', true], ['b', true]]);
  assert.deepEqual(told.unsent, ['a', 'b']);
  told.answer = accepted;
  outbox.resume();
  await quiet();
  assert.deepEqual(told.sending, ['a', 'b']);
  assert.deepEqual(told.delivered, [['a', 9], ['b', 9]]);
});

for (const code of ['E_INVALID', 'E_TOO_LONG', 'E_CID_REUSE']) {
  test(`${code}: that message has failed for good and the next one goes on`, async () => {
    const { outbox, told } = outboxWith(async (cid) => (cid === 'a' ? { ok: false, code } : { ok: true, seq: 2 }));
    outbox.add(item('a'));
    outbox.add(item('b'));
    await quiet();
    assert.deepEqual(told.failed, [['a', false]]);
    assert.deepEqual(told.delivered, [['b', 2]]);
  });
}

for (const code of ['E_ENDED', 'E_EXPIRED', 'E_NOT_YOURS']) {
  test(`${code}: nothing more can be written`, async () => {
    const { outbox, told } = outboxWith(async () => ({ ok: false, code }));
    outbox.add(item('a'));
    outbox.add(item('b'));
    await quiet();
    outbox.add(item('c'));
    await quiet();
    assert.deepEqual(told.posted, ['a']);
    assert.deepEqual(told.failed, [['a', false], ['b', false], ['c', false]]);
    assert.deepEqual(told.refused, [code]);
  });
}

test('an own message seen in the log needs no ack', async () => {
  const { outbox, told } = outboxWith(never);
  outbox.add(item('a'));
  outbox.add(item('b'));
  outbox.seen('a');
  await quiet();
  assert.deepEqual(told.posted, ['a', 'b']);
  assert.deepEqual(told.unsent, ['b']);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { ConversationLog } from '../../static/js/chat/conversation-log.js';
import { ManualClock } from './support/manual-clock.js';
import { quiet, until } from './support/until.js';

const entry = (seq, fields = {}) => ({ seq, kind: 'message', from: 'youth', cid: `cid-${seq}`, ...fields });

function logOf(server = [], { page = 200 } = {}) {
  const seen = { entries: [], settled: 0, refused: [], asked: [] };
  const clock = new ManualClock();
  const sync = async (after) => {
    seen.asked.push(after);
    if (seen.answer) return seen.answer;
    const entries = server.slice(after, after + page);
    return { ok: true, entries, last: server.length, more: after + entries.length < server.length };
  };
  const log = new ConversationLog({
    sync,
    clock,
    onEntry: ({ seq }) => seen.entries.push(seq),
    onSettled: () => (seen.settled += 1),
    onRefused: (code) => seen.refused.push(code),
  });
  return { log, seen, clock };
}

test('the next entry is applied at once and nothing is asked', () => {
  const { log, seen } = logOf();
  log.receive(entry(1));
  log.receive(entry(2));
  assert.deepEqual(seen.entries, [1, 2]);
  assert.deepEqual(seen.asked, []);
});

test('an entry that was applied before is dropped', () => {
  const { log, seen } = logOf();
  log.receive(entry(1));
  log.receive(entry(1));
  assert.deepEqual(seen.entries, [1]);
  assert.equal(log.last, 1);
});

test('after a gap everything comes from sync, in order', async () => {
  const { log, seen } = logOf([entry(1), entry(2), entry(3)]);
  log.receive(entry(3));
  await until(() => seen.settled);
  assert.deepEqual(seen.entries, [1, 2, 3]);
  assert.deepEqual(seen.asked, [0]);
});

test('sync goes on as long as there is more', async () => {
  const { log, seen } = logOf([1, 2, 3, 4, 5].map((seq) => entry(seq)), { page: 2 });
  await log.catchUp();
  assert.deepEqual(seen.entries, [1, 2, 3, 4, 5]);
  assert.deepEqual(seen.asked, [0, 2, 4]);
  assert.equal(seen.settled, 1);
});

test('a repeated (from, cid) counts as an entry and is not shown again', () => {
  const { log, seen } = logOf();
  log.receive(entry(1, { cid: 'same' }));
  log.receive(entry(2, { cid: 'same' }));
  log.receive(entry(3, { cid: 'same', from: 'counsellor' }));
  assert.deepEqual(seen.entries, [1, 3]);
  assert.equal(log.last, 3);
});

test('pushes during a sync are neither lost nor doubled', async () => {
  const { log, seen } = logOf([entry(1), entry(2)]);
  const done = log.catchUp();
  log.receive(entry(1));
  log.receive(entry(3));
  await done;
  await quiet();
  assert.deepEqual(seen.entries, [1, 2]);
  assert.deepEqual(seen.asked, [0, 2]);
});

test('an answer that brings nothing usable ends the loop even if it promises more', async () => {
  const { log, seen } = logOf();
  seen.answer = { ok: true, entries: [entry(7)], last: 9, more: true };
  await log.catchUp();
  assert.deepEqual(seen.asked, [0]);
  assert.deepEqual(seen.entries, []);
});

test('a server that is away is asked again, and at once when the connection is back', async () => {
  const { log, seen, clock } = logOf([entry(1)]);
  seen.answer = { ok: false, code: 'E_UNAVAILABLE' };
  log.catchUp();
  await quiet();
  assert.deepEqual(clock.pauses, [500]);
  seen.answer = null;
  log.reconnected();
  await until(() => seen.settled);
  assert.deepEqual(seen.entries, [1]);
});

test('a final refusal is told and not repeated', async () => {
  const { log, seen, clock } = logOf();
  seen.answer = { ok: false, code: 'E_EXPIRED' };
  await log.catchUp();
  assert.deepEqual(seen.refused, ['E_EXPIRED']);
  assert.equal(seen.settled, 0);
  assert.deepEqual(clock.pauses, []);
});

test('a heartbeat that knows of more makes the log ask', async () => {
  const { log, seen } = logOf([entry(1), entry(2)]);
  log.expect(0);
  assert.deepEqual(seen.asked, []);
  log.expect(2);
  await until(() => seen.settled);
  assert.deepEqual(seen.entries, [1, 2]);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { GIVEN_UP, RepeatedRequest } from '../../static/js/chat/repeated-request.js';
import { ManualClock } from './support/manual-clock.js';
import { quiet } from './support/until.js';

function requestWith(answers, { random, ...options } = {}) {
  const clock = Object.assign(new ManualClock(), random && { random });
  const told = { tries: 0, answer: null };
  const ask = async () => {
    told.tries += 1;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const request = new RepeatedRequest(ask, { clock, ...options });
  request.answer.then((answer) => (told.answer = answer));
  return { request, clock, told };
}

const refused = (code, retry_ms) => ({ ok: false, code, retry_ms });

test('the pauses double from half a second up to fifteen', async () => {
  const { clock } = requestWith([refused('E_UNAVAILABLE')]);
  const pauses = [];
  for (let round = 0; round < 7; round += 1) {
    await quiet();
    pauses.push(clock.pauses[0]);
    clock.advance(clock.pauses[0]);
  }
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

test('the server’s retry_ms is the least, and is spread by up to half as much again', async () => {
  const { clock } = requestWith([refused('E_RATE', 6000)]);
  await quiet();
  assert.deepEqual(clock.pauses, [9000]);
  const calm = requestWith([refused('E_RATE', 6000)], { random: () => 0 });
  await quiet();
  assert.deepEqual(calm.clock.pauses, [6000]);
});

test('each refusal that is not the last word is told', async () => {
  const told = [];
  const { clock } = requestWith([refused('E_RATE'), refused('E_CLOSED')], { onRepeat: (code) => told.push(code) });
  await quiet();
  clock.advance(500);
  await quiet();
  assert.deepEqual(told, ['E_RATE']);
});

for (const code of ['E_UNAVAILABLE', 'E_RATE', 'E_DRAINING', 'E_INTERNAL', 'E_TIMEOUT', 'E_AUTH']) {
  test(`${code} is repeated`, async () => {
    const { clock, told } = requestWith([refused(code), { ok: true, seq: 4 }]);
    await quiet();
    clock.advance(500);
    await quiet();
    assert.deepEqual(told.answer, { ok: true, seq: 4 });
  });
}

for (const code of ['E_INVALID', 'E_TOO_LONG', 'E_ENDED', 'E_EXPIRED', 'E_CONFLICT', 'E_CID_REUSE', 'E_NOT_YOURS']) {
  test(`${code} is final`, async () => {
    const { clock, told } = requestWith([refused(code)]);
    await quiet();
    assert.equal(told.answer.code, code);
    assert.deepEqual(clock.pauses, []);
  });
}

test('no answer at all is repeated', async () => {
  const { clock, told } = requestWith([new Error('no answer'), { ok: true }]);
  await quiet();
  clock.advance(500);
  await quiet();
  assert.deepEqual(told.answer, { ok: true });
});

test('a connection that is back does not wait for the pause, and one in flight is not doubled', async () => {
  const { request, told } = requestWith([new Error('no answer'), { ok: true }]);
  request.hurry();
  assert.equal(told.tries, 1);
  await quiet();
  request.hurry();
  await quiet();
  assert.equal(told.tries, 2);
  assert.deepEqual(told.answer, { ok: true });
});

test('it is given up when its time is over, not later', async () => {
  const { clock, told } = requestWith([refused('E_UNAVAILABLE')], { giveUpAfter: 600 });
  await quiet();
  clock.advance(500);
  await quiet();
  assert.equal(told.answer, null);
  clock.advance(100);
  await quiet();
  assert.equal(told.answer, GIVEN_UP);
});

test('after cancel nothing is asked and nothing is answered', async () => {
  const { request, clock, told } = requestWith([refused('E_UNAVAILABLE')]);
  await quiet();
  request.cancel();
  clock.advance(60_000);
  request.hurry();
  await quiet();
  assert.equal(told.tries, 1);
  assert.equal(told.answer, null);
});

test('an answer that comes after cancel is not told', async () => {
  const { request, told } = requestWith([{ ok: true }]);
  request.cancel();
  await quiet();
  assert.equal(told.answer, null);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { Keeping } from '../../static/js/chat/keeping.js';
import { SleepyClock } from './support/sleepy-clock.js';

const MINUTE = 60_000;

function keeping() {
  const clock = new SleepyClock();
  const told = { over: 0 };
  const text = new Keeping({ clock, over: () => (told.over += 1) });
  return { clock, text, told };
}

test('a text may stay for half an hour', () => {
  const { clock, text, told } = keeping();
  text.begin();
  clock.advance(30 * MINUTE - 1);
  assert.equal(told.over, 0);
  clock.advance(1);
  assert.equal(told.over, 1);
});

test('a laptop that sleeps does not keep it longer', () => {
  const { clock, text, told } = keeping();
  text.begin();
  clock.advance(MINUTE);
  clock.sleep(60 * MINUTE);
  clock.advance(30_000);
  assert.equal(told.over, 1);
});

test('whoever looks after the sleep finds it gone at once', () => {
  const { clock, text, told } = keeping();
  text.begin();
  clock.sleep(30 * MINUTE);
  text.look();
  assert.equal(told.over, 1);
});

test('beginning twice gives no second half hour, and what is cancelled is never over', () => {
  const { clock, text, told } = keeping();
  text.begin();
  clock.advance(20 * MINUTE);
  text.begin();
  clock.advance(10 * MINUTE);
  assert.equal(told.over, 1);
  text.begin();
  text.cancel();
  clock.advance(60 * MINUTE);
  assert.equal(told.over, 1);
});

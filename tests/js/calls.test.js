import assert from 'node:assert/strict';
import test from 'node:test';

import { Calls } from '../../static/js/chat/calls.js';
import { ManualClock } from './support/manual-clock.js';

const AT_REST = { obstacle: null, taking: false };
const noor = { conversation: 'noor', connected: true, reserved: null };
const sam = { conversation: 'sam', connected: true, reserved: null };

function calling() {
  const clock = new ManualClock();
  const heard = [];
  const calls = new Calls({ clock, call: (call) => heard.push(call), quiet: () => heard.push('quiet') });
  const look = (waiting, desk = {}) => calls.look({ ...AT_REST, waiting, ...desk });
  return { clock, heard, look };
}

test('somebody who comes is called for at once, and once', () => {
  const { heard, look } = calling();
  look([]);
  look([noor]);
  look([noor]);
  assert.deepEqual(heard, [{ count: 1, loud: false }]);
});

test('while nobody takes them it calls every half minute, louder after a minute', () => {
  const { clock, heard, look } = calling();
  look([noor]);
  clock.advance(59_999);
  assert.deepEqual(heard.map(({ loud }) => loud), [false, false]);
  clock.advance(1);
  assert.deepEqual(heard.map(({ loud }) => loud), [false, false, true]);
});

test('the ping of the engine is enough where timers are held back', () => {
  const clock = new ManualClock();
  const heard = [];
  const calls = new Calls({ clock: { ...clock, after: () => () => {} }, call: (call) => heard.push(call), quiet() {} });
  for (let ping = 0; ping < 7; ping += 1) {
    calls.look({ ...AT_REST, waiting: [noor] });
    clock.advance(10_000);
  }
  assert.deepEqual(heard.map(({ loud }) => loud), [false, false, true]);
});

test('the next one who comes is called for at once', () => {
  const { clock, heard, look } = calling();
  look([noor]);
  clock.advance(5_000);
  look([noor, sam]);
  assert.deepEqual(heard.at(-1), { count: 2, loud: false });
});

test('when they are taken or gone it falls silent', () => {
  const { clock, heard, look } = calling();
  look([noor]);
  look([]);
  clock.advance(60_000);
  assert.deepEqual(heard, [{ count: 1, loud: false }, 'quiet']);
});

test('who has no room, sleeps or is kept for a colleague is not called for', () => {
  const { heard, look } = calling();
  look([noor], { obstacle: 'full' });
  look([noor], { taking: true });
  look([{ ...noor, connected: false }]);
  look([{ ...noor, reserved: 'colleague' }]);
  assert.deepEqual(heard, []);
});

test('a pause starts the minute anew', () => {
  const { clock, heard, look } = calling();
  look([noor]);
  clock.advance(50_000);
  look([noor], { obstacle: 'not_on_duty' });
  clock.advance(50_000);
  look([noor]);
  assert.deepEqual(heard.at(-1), { count: 1, loud: false });
});

test('a text that is not cleared yet does not make anybody wait unheard', () => {
  const { heard, look } = calling();
  look([noor], { obstacle: 'uncleared' });
  assert.deepEqual(heard, [{ count: 1, loud: false }]);
});

test('a breather is left in peace for a minute, and then somebody who waits is called for', () => {
  const { clock, heard, look } = calling();
  look([noor], { obstacle: 'breather' });
  clock.advance(59_999);
  assert.deepEqual(heard, []);
  clock.advance(1);
  assert.deepEqual(heard, [{ count: 1, loud: true }]);
});

test('whoever is ready again is told at once who came during the breather', () => {
  const { clock, heard, look } = calling();
  look([noor], { obstacle: 'breather' });
  clock.advance(20_000);
  look([noor]);
  assert.deepEqual(heard, [{ count: 1, loud: false }]);
});

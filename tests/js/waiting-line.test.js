import assert from 'node:assert/strict';
import test from 'node:test';

import { canBeTaken, WaitingLine } from '../../static/js/chat/waiting-line.js';
import { ManualClock } from './support/manual-clock.js';

function youth(conversation, fields = {}) {
  const plain = { urgent: false, connected: true, handed_over: false, reserved: null };
  return { conversation, municipality: 'demo', since_s: 0, ...plain, ...fields };
}

function lineOf(...levels) {
  const line = new WaitingLine(new ManualClock());
  for (const level of levels) line.take(level);
  return line;
}

const order = (line) => line.snapshot.map(({ conversation }) => conversation);

test('of several municipalities the longest wait comes first', () => {
  const line = lineOf(
    { v: 9, municipality: 'demo', waiting: [youth('second', { since_s: 20 }), youth('last', { since_s: 5 })] },
    { v: 2, municipality: 'nabo', waiting: [youth('first', { since_s: 30, municipality: 'nabo' })] },
  );
  assert.deepEqual(order(line), ['first', 'second', 'last']);
});

test('kept for me comes first, then handed over, then urgent; kept for a colleague comes last', () => {
  const waiting = [
    youth('theirs', { reserved: 'colleague', handed_over: true, since_s: 99 }),
    youth('plain', { since_s: 90 }),
    youth('urgent', { urgent: true, since_s: 10 }),
    youth('handed over', { handed_over: true }),
    youth('mine', { reserved: 'you', handed_over: true }),
  ];
  assert.deepEqual(order(lineOf({ v: 1, municipality: 'demo', waiting })), [
    'mine', 'handed over', 'urgent', 'plain', 'theirs',
  ]);
});

test('versions of two municipalities have nothing to do with each other', () => {
  const line = lineOf(
    { v: 9, municipality: 'demo', waiting: [youth('a')] },
    { v: 1, municipality: 'nabo', waiting: [youth('b', { municipality: 'nabo' })] },
    { v: 8, municipality: 'demo', waiting: [] },
  );
  assert.deepEqual(order(line), ['a', 'b']);
});

test('a municipality that is no longer served waits elsewhere', () => {
  const line = lineOf(
    { v: 1, municipality: 'demo', waiting: [youth('a')] },
    { v: 1, municipality: 'nabo', waiting: [youth('b', { municipality: 'nabo' })] },
  );
  line.keepOnly(['nabo']);
  assert.deepEqual(order(line), ['b']);
});

test('where somebody belongs is still known after they have left the line', () => {
  const line = lineOf(
    { v: 1, municipality: 'nabo', waiting: [youth('b', { municipality: 'nabo' })] },
    { v: 2, municipality: 'nabo', waiting: [] },
  );
  assert.equal(line.known('b').municipality, 'nabo');
  assert.equal(line.known('never seen'), undefined);
});

test('whoever is awake can be taken, and what is kept for me also asleep', () => {
  assert.ok(canBeTaken(youth('a')));
  assert.ok(!canBeTaken(youth('a', { connected: false })));
  assert.ok(!canBeTaken(youth('a', { reserved: 'colleague' })));
  assert.ok(canBeTaken(youth('a', { reserved: 'you', connected: false })));
});

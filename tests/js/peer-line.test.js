import assert from 'node:assert/strict';
import test from 'node:test';

import { PeerLine } from '../../static/js/components/peer-line.js';
import { fakeRoot } from './support/fake-root.js';
import { ManualClock } from './support/manual-clock.js';

const THERE = { connected: true, typing: false };
const WRITES = { connected: true, typing: true };
const AWAY = { connected: false, typing: false };

function line() {
  const root = fakeRoot();
  const clock = new ManualClock();
  const peerLine = new PeerLine(root, { typing: 'skriver', away: 'væk' }, clock);
  return { peerLine, clock, seen: () => root.text('peer'), heard: () => root.text('peer-announcer') };
}

test('typing comes and goes at once', () => {
  const { peerLine, seen } = line();
  peerLine.render(WRITES, 0);
  assert.equal(seen(), 'skriver');
  peerLine.render(THERE, 0);
  assert.equal(seen(), '');
});

test('typing is read aloud once before each message, however often it stops and starts', () => {
  const { peerLine, heard, seen } = line();
  const spoken = [];
  for (const [peer, count] of [[WRITES, 0], [WRITES, 0], [THERE, 0], [WRITES, 0], [THERE, 1], [WRITES, 1]]) {
    peerLine.render(peer, count);
    spoken.push(heard());
  }
  assert.deepEqual(spoken, ['skriver', 'skriver', '', '', '', 'skriver']);
  assert.equal(seen(), 'skriver');
});

test('a line that is gone is worth a word only when it stays away for five seconds', () => {
  const { peerLine, clock, seen, heard } = line();
  peerLine.render(AWAY, 0);
  clock.advance(4999);
  assert.equal(seen(), '');
  peerLine.render(THERE, 0);
  clock.advance(60_000);
  assert.equal(seen(), '');
  peerLine.render(AWAY, 0);
  clock.advance(5000);
  assert.equal(seen(), 'væk');
  assert.equal(heard(), 'væk');
});

test('as long as nobody has said how the other line is, nothing is said', () => {
  const { peerLine, clock, seen } = line();
  peerLine.render({ connected: null, typing: false }, 0);
  clock.advance(60_000);
  assert.equal(seen(), '');
});

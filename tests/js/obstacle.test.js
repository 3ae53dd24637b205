import assert from 'node:assert/strict';
import test from 'node:test';

import { obstacleOf } from '../../static/js/chat/obstacle.js';

function desk(...statuses) {
  const conversations = statuses.map((status) => ({ status }));
  return { connection: 'online', duty: { state: 'on', capacity: 2 }, conversations };
}

test('with room, on duty and connected nothing is in the way', () => {
  assert.equal(obstacleOf(desk('open')), null);
});

test('without a connection or a duty nobody is taken', () => {
  assert.equal(obstacleOf({ ...desk(), connection: 'offline' }), 'offline');
  assert.equal(obstacleOf({ ...desk(), duty: { state: 'pause', capacity: 2 } }), 'not_on_duty');
});

test('a conversation that still waits for its key takes a place', () => {
  assert.equal(obstacleOf(desk('open', 'sealed')), 'full');
});

test('the text of somebody before is cleared before the next one comes', () => {
  for (const status of ['ended', 'lost', 'handed_over']) assert.equal(obstacleOf(desk('open', status)), 'uncleared');
  assert.equal(obstacleOf(desk('ended')), null);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { RequestFailed } from '../../static/js/lib/connection.js';
import { connecting, online } from './support/connecting.js';
import { quiet } from './support/until.js';

test('events are passed on and pings are told', async () => {
  const { newest, told } = await online();
  newest().hears('entry', { seq: 1 });
  newest().pings();
  assert.deepEqual(told.events, [['entry', { seq: 1 }]]);
  assert.equal(told.pings, 1);
});

test('a request resolves with the ack, whatever it says, within five seconds', async () => {
  const { connection, newest } = await online();
  newest().answer = async () => ({ ok: false, code: 'E_CLOSED' });
  assert.deepEqual(await connection.request('join', { cid: 'c' }), { ok: false, code: 'E_CLOSED' });
  assert.deepEqual(newest().emitted, [{ event: 'join', payload: { cid: 'c' }, ms: 5000 }]);
});

test('a request without an answer is RequestFailed', async () => {
  const { connection, newest } = await online();
  newest().answer = () => Promise.reject(new Error('operation has timed out'));
  await assert.rejects(connection.request('send', {}), (error) => {
    return error instanceof RequestFailed && error.code === 'E_TIMEOUT';
  });
});

test('nothing is ever handed to a socket that is not connected', async () => {
  const { connection, newest } = await connecting();
  await assert.rejects(connection.request('send', {}), RequestFailed);
  newest().happens('connect');
  newest().happens('disconnect');
  await assert.rejects(connection.request('send', {}), RequestFailed);
  assert.deepEqual(newest().emitted, []);
});

test('a request that is not authorised makes it connect anew', async () => {
  const { connection, newest, sockets, told } = await online();
  newest().answer = async () => ({ ok: false, code: 'E_AUTH' });
  await connection.request('heartbeat', { after: {} });
  await quiet();
  assert.equal(sockets.length, 2);
  assert.equal(told.auths, 2);
});

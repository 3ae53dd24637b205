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

test('a request that a replaced console asks is the last one', async () => {
  const { connection, newest, clock, told } = await online();
  newest().answer = async () => ({ ok: false, code: 'E_REPLACED' });
  assert.equal((await connection.request('send', {})).code, 'E_REPLACED');
  assert.deepEqual(told.statuses.at(-1), ['refused', 'E_REPLACED']);
  assert.deepEqual(clock.pauses, []);
});

test('closed with 1009: the longest request was too long, the others have had no answer', async () => {
  const { connection, newest } = await online();
  newest().answer = (event) => new Promise((resolve, reject) => (newest()[event] = reject));
  const long = connection.request('send', { body: 'x'.repeat(40_000) });
  const short = connection.request('sync', { after: 0 });
  newest().happens('disconnect', 'transport close', { context: { code: 1009 } });
  newest().send(new Error('socket has been disconnected'));
  newest().sync(new Error('socket has been disconnected'));
  assert.deepEqual(await long, { ok: false, code: 'E_TOO_LONG' });
  await assert.rejects(short, RequestFailed);
});

test('closed with any other code: no request is too long', async () => {
  const { connection, newest } = await online();
  newest().answer = (event) => new Promise((resolve, reject) => (newest()[event] = reject));
  const asked = connection.request('send', { body: 'x' });
  newest().happens('disconnect', 'transport close', { context: { code: 1006 } });
  newest().send(new Error('socket has been disconnected'));
  await assert.rejects(asked, RequestFailed);
});

test('a socket that does not answer after a wake is given up; a slow answer at other times is not a reason', async () => {
  const { connection, newest, sockets, told } = await online();
  newest().answer = () => Promise.reject(new Error('operation has timed out'));
  await assert.rejects(connection.request('sync', {}), RequestFailed);
  assert.equal(sockets.length, 1);
  told.wake();
  await assert.rejects(connection.request('sync', {}), RequestFailed);
  await quiet();
  assert.equal(sockets.length, 2);
});

test('one answer after a wake takes the doubt away', async () => {
  const { connection, newest, sockets, told } = await online();
  told.wake();
  await connection.request('sync', {});
  newest().answer = () => Promise.reject(new Error('operation has timed out'));
  await assert.rejects(connection.request('sync', {}), RequestFailed);
  await quiet();
  assert.equal(sockets.length, 1);
});

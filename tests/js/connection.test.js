import assert from 'node:assert/strict';
import test from 'node:test';

import { RequestFailed } from '../../static/js/lib/connection.js';
import { connecting, online, refusedWith } from './support/connecting.js';
import { quiet } from './support/until.js';

test('it connects as the protocol says', async () => {
  const { newest, told } = await online();
  const { namespace, options, auth } = newest();
  assert.equal(namespace, '/youth');
  assert.deepEqual(options.transports, ['websocket', 'polling']);
  assert.equal(options.tryAllTransports, true);
  assert.equal(options.reconnection, false);
  assert.equal(options.path, '/socket.io');
  assert.match(options.query.k, /^[\w-]{22}$/);
  assert.deepEqual(auth, { v: 1, municipality: 'demo' });
  assert.deepEqual(told.statuses, ['connecting', 'online']);
});

test('a lost connection comes back after a pause, with fresh credentials and the same k', async () => {
  const { sockets, newest, told, clock } = await online();
  newest().happens('disconnect', 'transport close');
  assert.deepEqual(clock.pauses, [500]);
  clock.advance(500);
  await quiet();
  newest().happens('connect');
  assert.deepEqual(told.statuses, ['connecting', 'online', 'offline', 'online']);
  assert.equal(told.auths, 2);
  assert.equal(sockets[0].options.query.k, sockets[1].options.query.k);
});

test('failing attempts pause twice as long each time, up to fifteen seconds', async () => {
  const { newest, clock } = await connecting();
  const pauses = [];
  for (let round = 0; round < 7; round += 1) {
    newest().happens('connect_error', new Error('websocket error'));
    pauses.push(clock.pauses[0]);
    clock.advance(clock.pauses[0]);
    await quiet();
  }
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

for (const code of ['E_DRAINING', 'E_RATE', 'E_UNAVAILABLE']) {
  test(`${code}: refused for now, it says why and comes back no sooner than the server asks`, async () => {
    const { newest, clock, told } = await connecting();
    newest().happens('connect_error', refusedWith(code, 8000));
    assert.deepEqual(clock.pauses, [12_000]); // chance is 1 here, and spreads the pause by half
    assert.deepEqual(told.statuses, ['connecting', ['offline', code]]);
  });

  test(`${code}: dismissed for now, it does not wait for the server to hang up`, async () => {
    const { newest, told, clock } = await online();
    newest().hears('bye', { code, retry_ms: 2000 });
    assert.deepEqual(told.statuses.at(-1), ['offline', code]);
    assert.deepEqual(clock.pauses, [3000]);
    assert.equal(newest().isDisconnected, true);
    assert.deepEqual(told.events, []);
  });
}

test('why the server is away stands until it is back, however the next attempts fail', async () => {
  const { newest, told, clock } = await online();
  newest().hears('bye', { code: 'E_DRAINING' });
  clock.advance(500);
  await quiet();
  newest().happens('connect_error', new Error('websocket error'));
  clock.advance(1000);
  await quiet();
  newest().happens('connect');
  newest().happens('disconnect', 'transport close');
  assert.deepEqual(told.statuses, ['connecting', 'online', ['offline', 'E_DRAINING'], 'online', 'offline']);
});

for (const code of ['E_REPLACED', 'E_EXPIRED', 'E_FORBIDDEN', 'E_VERSION']) {
  test(`${code} is final, refused at the door or said in a bye`, async () => {
    const refused = await connecting();
    refused.newest().happens('connect_error', refusedWith(code));
    const dismissed = await online();
    dismissed.newest().hears('bye', { code });
    for (const { told, clock, newest } of [refused, dismissed]) {
      assert.deepEqual(told.statuses.at(-1), ['refused', code]);
      assert.deepEqual(clock.pauses, []);
      assert.equal(newest().isDisconnected, true);
      assert.equal(told.wake, null);
    }
  });
}

test('a bye that says nothing is followed by a new attempt', async () => {
  const { newest, told, clock } = await online();
  newest().hears('bye');
  assert.equal(told.statuses.at(-1), 'offline');
  assert.deepEqual(clock.pauses, [500]);
});

test('a stale ticket gets one more chance with a fresh one, then the sign-in is over', async () => {
  const { newest, told, clock } = await connecting();
  newest().happens('connect_error', refusedWith('E_AUTH'));
  clock.advance(500);
  await quiet();
  newest().happens('connect_error', refusedWith('E_AUTH'));
  assert.equal(told.auths, 2);
  assert.deepEqual(told.statuses, ['connecting', 'offline', ['refused', 'E_AUTH']]);
});

test('signed out elsewhere: the bye is final', async () => {
  const { newest, told } = await online();
  newest().hears('bye', { code: 'E_AUTH' });
  assert.deepEqual(told.statuses.at(-1), ['refused', 'E_AUTH']);
});

test('credentials that cannot be had now are asked for again later', async () => {
  const { told, clock, newest } = await connecting({ auth: () => Promise.reject(new Error('no network')) });
  assert.deepEqual(told.statuses, ['connecting', 'offline']);
  assert.deepEqual(clock.pauses, [500]);
  assert.equal(newest().isConnecting, false);
});

test('an attempt that nobody answers is given up after ten seconds', async () => {
  const { told, clock, sockets } = await connecting();
  clock.advance(10_000);
  assert.deepEqual(told.statuses, ['connecting', 'offline']);
  clock.advance(500);
  await quiet();
  assert.equal(sockets.length, 2);
  assert.equal(sockets[0].isDisconnected, true);
});

test('what an abandoned socket still says is not heard', async () => {
  const { told, clock, sockets, newest } = await online();
  newest().happens('disconnect');
  clock.advance(500);
  await quiet();
  sockets[0].happens('connect');
  sockets[0].hears('entry', { seq: 1 });
  assert.equal(told.statuses.at(-1), 'offline');
  assert.deepEqual(told.events, []);
});

test('a wake brings it back at once when down, and only tells when online', async () => {
  const { newest, told, sockets } = await online();
  told.wake();
  assert.equal(told.wakes, 1);
  newest().happens('disconnect');
  told.wake();
  await quiet();
  assert.equal(sockets.length, 2);
  told.wake();
  await quiet();
  assert.equal(sockets.length, 2);
});

test('after hours without a server it still comes back', async () => {
  const { newest, told, clock, sockets } = await online();
  newest().happens('disconnect', 'transport close');
  for (let tries = 0; tries < 500; tries += 1) {
    clock.advance(clock.pauses[0]);
    await quiet();
    newest().happens('connect_error', new Error('websocket error'));
  }
  assert.ok(clock.now() > 2 * 60 * 60 * 1000);
  clock.advance(15_000);
  await quiet();
  newest().happens('connect');
  assert.deepEqual(told.statuses, ['connecting', 'online', 'offline', 'online']);
  assert.equal(sockets.length, 502);
});

test('after disconnect nothing happens any more', async () => {
  const { connection, newest, told, clock } = await online();
  connection.disconnect();
  newest().happens('disconnect');
  clock.advance(60_000);
  assert.deepEqual(told.statuses, ['connecting', 'online']);
  assert.equal(newest().isDisconnected, true);
  await assert.rejects(connection.request('send', {}), RequestFailed);
});

test('once it was online the pauses start from half a second again', async () => {
  const { newest, clock } = await connecting();
  newest().happens('connect_error', new Error('websocket error'));
  clock.advance(500);
  await quiet();
  newest().happens('connect');
  newest().happens('disconnect', 'transport close');
  assert.deepEqual(clock.pauses, [500]);
});

test('a network error before a stale ticket does not count as one', async () => {
  const { newest, told, clock } = await connecting();
  newest().happens('connect_error', new Error('websocket error'));
  clock.advance(500);
  await quiet();
  newest().happens('connect_error', refusedWith('E_AUTH'));
  assert.equal(told.statuses.at(-1), 'offline');
});

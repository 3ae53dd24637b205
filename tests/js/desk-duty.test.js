import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, openConsole, pairedPeople, waitingYouth } from './support/people.js';
import { SleepyClock } from './support/sleepy-clock.js';
import { quiet, until } from './support/until.js';

test('municipalities are named once they were chosen; until then the server knows better', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  alex.desk.setDuty({ capacity: 2 });
  alex.desk.setDuty({ municipalities: ['demo', 'nabo'] });
  await until(() => server.asked('set_duty').length === 3);
  assert.deepEqual(server.asked('set_duty').map(({ municipalities }) => municipalities), [
    undefined, undefined, ['demo', 'nabo'],
  ]);
});

test('the server says for which municipalities a duty is', async () => {
  const server = new FakeServer();
  const ack = { ok: true, lease_ms: 30_000, municipalities: ['demo', 'nabo'], conversations: [] };
  server.scripted.push({ event: 'set_duty', ack });
  const alex = await onDuty(server);
  assert.deepEqual(alex.now().duty.municipalities, ['demo', 'nabo']);
});

test('what was chosen stays chosen while nobody is served', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  const ack = { ok: true, lease_ms: 30_000, municipalities: [], conversations: [] };
  server.scripted.push({ event: 'set_duty', ack });
  alex.desk.setDuty({ state: 'off', municipalities: ['demo', 'nabo'] });
  await until(() => alex.now().duty.state === 'off' && !alex.now().duty.pending);
  assert.deepEqual(alex.now().duty.municipalities, ['demo', 'nabo']);
  alex.desk.setDuty({ state: 'on' });
  await until(() => server.asked('set_duty').at(-1).state === 'on');
  assert.deepEqual(server.asked('set_duty').at(-1).municipalities, ['demo', 'nabo']);
});

test('a municipality that is no longer served leaves the line', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  const youth = { conversation: 'a', municipality: 'nabo', since_s: 1, connected: true, urgent: false, reserved: null };
  alex.connection.push('waiting_line', { v: 1, municipality: 'nabo', waiting: [youth] });
  assert.equal((await until(() => alex.now().waiting.length === 1 && alex.now().waiting))[0].conversation, 'a');
  alex.desk.setDuty({ municipalities: ['demo'] });
  await until(() => alex.now().waiting.length === 0);
});

test('a duty that the server has ended is shown as over, with a reason', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  await waitingYouth(server);
  server.tellStaff();
  server.duties.set('alex', { state: 'off', capacity: 1 });
  await alex.connection.ping();
  await until(() => alex.now().duty.state === 'off');
  assert.deepEqual([alex.now().duty.over, alex.now().waiting], ['silent', []]);
  alex.desk.setDuty({ state: 'on' });
  await until(() => alex.now().duty.state === 'on' && !alex.now().duty.pending);
  assert.equal(alex.now().duty.over, null);
});

test('a heartbeat that was sent before the answer to a new level changes nothing', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  server.scripted.push({ event: 'set_duty', ack: null });
  alex.desk.setDuty({ state: 'pause' });
  server.duties.set('alex', { state: 'off', capacity: 1 });
  await alex.connection.ping();
  await quiet();
  assert.deepEqual([alex.now().duty.state, alex.now().duty.pending], ['pause', true]);
});

test('a page that says off while the server says on learns what is held', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.connection.disconnect();
  const again = openConsole(server, { keyStore: alex.keyStore, duty: { state: 'off', capacity: 1 } });
  await until(() => again.now().connection === 'online');
  await again.connection.ping();
  await until(() => again.now().duty.state === 'on' && again.conversation()?.status === 'open');
});

test('a hidden tab that is looked at every minute has not slept', async () => {
  const clock = new SleepyClock();
  const alex = await onDuty(new FakeServer(), { clock });
  for (let minute = 0; minute < 40; minute += 1) {
    clock.sleep(30_000);
    clock.advance(30_000);
  }
  await quiet();
  assert.equal(alex.now().duty.state, 'on');
});

test('a console that was only offline goes back on duty by itself', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  alex.connection.drop();
  alex.clock.advance(60 * 60 * 1000);
  await alex.connection.connect();
  await until(() => server.asked('set_duty').length === 2);
  assert.deepEqual(server.asked('set_duty')[1], { state: 'on', capacity: 1 });
});

test('after a conversation is cleared nobody is taken until its counsellor is ready, and the chat stays open', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.desk.end(alex.conversation().id);
  await until(() => alex.conversation().status === 'ended');
  assert.equal(alex.now().duty.state, 'on');
  alex.desk.clear(alex.conversation().id);
  await until(() => alex.now().obstacle === 'breather');
  assert.equal(alex.now().duty.breather, true);
  assert.equal(server.duty.state, 'on');
  alex.desk.setDuty({ state: 'on' });
  await until(() => alex.now().obstacle === null);
  assert.equal(alex.now().duty.breather, false);
});

test('whoever pauses or is off already needs no breather', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.desk.setDuty({ state: 'pause' });
  alex.desk.end(alex.conversation().id);
  await until(() => alex.conversation().status === 'ended');
  alex.desk.clear(alex.conversation().id);
  await until(() => alex.now().conversations.length === 0);
  assert.equal(alex.now().duty.breather, false);
});

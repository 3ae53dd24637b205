import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts } from './support/people.js';
import { SleepyClock } from './support/sleepy-clock.js';
import { quiet, until } from './support/until.js';

const AN_HOUR = 60 * 60 * 1000;

/** Alex has been away so long that the server has put Noor into the line again. */
async function vanished({ asleep = false } = {}) {
  const server = new FakeServer();
  const people = await pairedPeople(server);
  const clock = new SleepyClock();
  people.alex.connection.disconnect();
  const alex = await onDuty(server, { keyStore: people.alex.keyStore, clock });
  await until(() => alex.conversation()?.status === 'open');
  alex.connection.drop();
  const [conversation] = server.conversations.values();
  server.vanish(conversation);
  if (asleep) clock.sleep(AN_HOUR);
  return { server, conversation, noor: people.noor, alex };
}

test('what was put into the line again is taken back, under a fresh key', async () => {
  const { server, conversation, noor, alex } = await vanished();
  await alex.connection.connect();
  await until(() => conversation.holder === 'alex' && !alex.conversation().isRelined);
  const { conversation: named, key_id: keyId } = server.asked('accept').at(-1);
  assert.equal(named, conversation.id);
  assert.notEqual(keyId, server.asked('accept')[0].key_id);
  alex.desk.send(conversation.id, 'jeg var væk et øjeblik');
  await until(() => texts(noor.now()).includes('jeg var væk et øjeblik'));
  await until(() => alex.keyStore.records.has(keyId) && alex.keyStore.records.size === 1);
  assert.ok(alex.keyStore.records.get(keyId).key);
});

test('what was unsent is kept under the fresh key too', async () => {
  const { server, alex } = await vanished();
  alex.desk.send(alex.conversation().id, 'det her er på vej');
  await until(() => [...alex.keyStore.records.values()].some(({ unsent }) => unsent?.length === 1));
  server.losesAck = (event) => event === 'send';
  await alex.connection.connect();
  await until(() => server.asked('accept').length === 2);
  const { key_id: keyId } = server.asked('accept').at(-1);
  await until(() => alex.keyStore.records.get(keyId)?.key);
  await until(() => alex.conversation().messages.at(-1)?.status === 'delivered');
});

test('when a colleague was faster it is lost, and its text stays', async () => {
  const { conversation, alex } = await vanished();
  Object.assign(conversation, { holder: 'kim', former: null });
  await alex.connection.connect();
  await until(() => alex.conversation().status === 'lost');
  assert.equal(alex.now().error, null);
});

test('a faster colleague between two questions is nothing to complain of', async () => {
  const { server, conversation, alex } = await vanished();
  conversation.reservedFor = 'kim';
  server.losesAck = (event) => {
    if (event === 'accept') Object.assign(conversation, { holder: 'kim', former: null });
    return false;
  };
  await alex.connection.connect();
  await until(() => alex.conversation().status === 'lost');
  assert.equal(alex.now().error, null);
});

test('it is asked back once by itself, then only when the counsellor wants it', async () => {
  const { server, alex } = await vanished();
  server.scripted.push({ event: 'accept', ack: { ok: false, code: 'E_CAPACITY' } });
  await alex.connection.connect();
  await until(() => alex.now().error === 'E_CAPACITY');
  alex.connection.wake();
  await quiet();
  assert.equal(server.asked('accept').length, 2);
  assert.equal(alex.conversation().isRelined, true);
  alex.desk.takeBack(alex.conversation().id);
  await until(() => !alex.conversation().isRelined);
});

test('a console that slept is off duty, says so, and takes nobody back by itself', async () => {
  const { server, alex } = await vanished({ asleep: true });
  const asked = server.asked('set_duty').length;
  await alex.connection.connect();
  await until(() => alex.conversation().isRelined);
  await quiet();
  assert.deepEqual([alex.now().duty.state, alex.now().duty.over], ['off', 'asleep']);
  assert.equal(server.asked('set_duty').length, asked);
  assert.equal(server.asked('accept').length, 1);
});

test('taking back goes on duty with that', async () => {
  const { conversation, alex } = await vanished({ asleep: true });
  await alex.connection.connect();
  await until(() => alex.conversation().isRelined);
  alex.desk.takeBack(conversation.id);
  await until(() => conversation.holder === 'alex' && !alex.conversation().isRelined);
  assert.deepEqual([alex.now().duty.state, alex.now().duty.over], ['on', null]);
});

test('a conversation that one gives to the line oneself is not taken back', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.scripted.push({ event: 'hand_over', ack: null });
  alex.desk.conversation(alex.conversation().id).part('hand_over', { to: 'line' });
  const [conversation] = server.conversations.values();
  server.append(conversation, { kind: 'handed_over' });
  await quiet();
  assert.equal(server.asked('accept').length, 1);
});

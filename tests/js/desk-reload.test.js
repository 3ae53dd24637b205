import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeKeyStore } from './support/fake-key-store.js';
import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('a reloaded console has its conversations back and reads them', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('før genindlæsning');
  await until(() => texts(alex.conversation()).includes('før genindlæsning'));
  alex.connection.disconnect();
  const again = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => texts(again.conversation() ?? { messages: [] }).includes('før genindlæsning'));
  again.desk.send(again.conversation().id, 'jeg er her igen');
  await until(() => texts(noor.now()).includes('jeg er her igen'));
});

test('a console reloaded between accept and sealed key still opens the conversation', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.connection.drop();
  const alex = await onDuty(server);
  await alex.desk.takeNext();
  alex.connection.disconnect();
  const again = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => again.conversation()?.status === 'sealed');
  await noor.connection.connect();
  await until(() => again.conversation().status === 'open');
});

test('at start keys of conversations that are not one’s own are deleted', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  const [own] = alex.keyStore.records.keys();
  const keyStore = new FakeKeyStore();
  keyStore.records = new Map(alex.keyStore.records).set('foreign', { keyId: 'foreign', pair: null, key: null });
  alex.connection.disconnect();
  await onDuty(server, { keyStore });
  await until(() => !keyStore.records.has('foreign'));
  assert.ok(keyStore.records.has(own));
});

test('what is taken at another municipality’s console does not appear here', async () => {
  const server = new FakeServer();
  await waitingYouth(server);
  const [conversation] = server.conversations.values();
  const alex = await onDuty(server, { duty: { state: 'off', capacity: 1 } });
  alex.connection.push('entry', { ...conversation.log[0], conversation: conversation.id });
  await alex.connection.ping();
  assert.deepEqual(alex.now().conversations, []);
  assert.deepEqual(server.asked('sync').filter(({ conversation: named }) => named), []);
});

test('a reload loses no sentence: what was sealed and unsent is sent by the next page, with its cid', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.scripted.push({ event: 'send', ack: { ok: false, code: 'E_UNAVAILABLE' } });
  alex.desk.send(alex.conversation().id, 'det her når ikke frem');
  await until(() => [...alex.keyStore.records.values()].some(({ unsent }) => unsent?.length === 1));
  alex.connection.disconnect();
  const again = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => texts(noor.now()).includes('det her når ikke frem'));
  await until(() => again.conversation().messages.every(({ status }) => status === 'delivered'));
  assert.equal(new Set(server.asked('send').map(({ cid }) => cid)).size, 1);
  await until(() => [...alex.keyStore.records.values()].every(({ unsent }) => unsent.length === 0));
});

test('what the log already has is not sent again after a reload', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.losesAck = (event) => event === 'send';
  server.losesPush = ({ kind }) => kind === 'message';
  alex.desk.send(alex.conversation().id, 'kun én gang');
  await until(() => server.asked('send').length === 1);
  alex.connection.disconnect();
  server.losesAck = () => false;
  const again = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => texts(again.conversation() ?? { messages: [] }).includes('kun én gang'));
  await quiet();
  assert.deepEqual(texts(again.conversation()), ['kun én gang']);
  assert.equal(server.asked('send').length, 1);
  assert.ok(noor);
});

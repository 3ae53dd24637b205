import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { openYouthPage, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('her page knows whether the counsellor’s console is alive, from the first moment and on every change', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  await until(() => noor.now().peer.connected === true);
  alex.connection.drop();
  await until(() => noor.now().peer.connected === false);
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => after.now().peer.connected === false);
  await alex.connection.connect();
  await until(() => after.now().peer.connected === true);
});

test('while her own line is down nothing is said of the counsellor’s', async () => {
  const { noor, alex } = await pairedPeople(new FakeServer());
  await alex.connection.request('typing', { conversation: alex.conversation().id, on: true });
  await until(() => noor.now().peer.typing && noor.now().peer.connected);
  noor.connection.drop();
  await until(() => noor.now().connection === 'offline');
  assert.deepEqual(noor.now().peer, { connected: null, typing: false, read: 0 });
});

test('her message is read when the counsellor’s console says that it was shown', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('Hej');
  await until(() => noor.now().messages[0]?.status === 'delivered');
  const { seq } = noor.now().messages[0];
  await alex.connection.request('read', { conversation: alex.conversation().id, seq });
  await until(() => noor.now().messages[0].status === 'read');
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => after.now().messages[0]?.status === 'read');
});

test('what she is shown is told to the server; what she has not seen is not', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  alex.desk.send(alex.conversation().id, 'Hej Noor');
  await until(() => texts(noor.now()).includes('Hej Noor'));
  await quiet();
  assert.deepEqual(server.asked('read'), []);
  noor.chat.shown();
  await until(() => server.asked('read').length === 1);
  assert.deepEqual(server.asked('read'), [{ seq: noor.now().messages[0].seq }]);
});

test('her typing reaches the server only as yes and no', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  noor.chat.typing(true);
  noor.chat.typing(false);
  assert.deepEqual(server.asked('typing'), [{ on: true }, { on: false }]);
});

test('whoever waits tells nobody that they write', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.chat.typing(true);
  assert.deepEqual(server.asked('typing'), []);
});

test('a server that is going away is told, and all is well when it is back', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.connection.drop('E_DRAINING');
  await until(() => noor.now().reason === 'E_DRAINING');
  noor.chat.send('skrevet imens');
  await noor.connection.connect();
  await until(() => texts(alex.conversation()).includes('skrevet imens'));
  assert.equal(noor.now().reason, null);
});

test('a page that wakes asks at once for what it is waiting for', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.scripted.push({ event: 'send', ack: { ok: false, code: 'E_RATE', retry_ms: 60_000 } });
  noor.chat.send('Hej');
  await until(() => server.asked('send').length === 1);
  await quiet();
  server.losesPush = () => true;
  alex.desk.send(alex.conversation().id, 'tabt');
  await until(() => server.asked('send').length === 2);
  noor.connection.wake();
  await until(() => texts(noor.now()).includes('tabt') && server.asked('send').length === 3);
});

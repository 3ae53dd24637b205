import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('a browser that has lost its key asks for a fresh one and reads on', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('før');
  await until(() => texts(alex.conversation()).includes('før'));
  alex.connection.disconnect();
  const again = await onDuty(server); // with an empty key store
  await until(() => again.conversation()?.status === 'open');
  await until(() => texts(again.conversation()).includes('før'));
  assert.equal(server.asked('rekey').length, 1);
  again.desk.send(again.conversation().id, 'efter');
  await until(() => texts(noor.now()).includes('efter'));
});

test('while the youth’s phone sleeps nothing is lost: no second key is asked for', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.connection.drop();
  const alex = await onDuty(server);
  await alex.desk.takeNext();
  alex.connection.wake();
  await alex.connection.ping();
  await quiet();
  alex.connection.disconnect();
  const again = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => again.conversation()?.status === 'sealed');
  await quiet();
  assert.deepEqual(server.asked('rekey'), []);
});

test('a refused rekey is told once and not repeated', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.connection.disconnect();
  server.scripted.push({ event: 'rekey', ack: { ok: false, code: 'E_INVALID' } });
  const again = await onDuty(server);
  await until(() => again.conversation()?.problem === 'E_INVALID');
  again.connection.wake();
  await quiet();
  assert.equal(server.asked('rekey').length, 1);
});

test('without a place for the key none is asked for, and the reason is said', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.connection.disconnect();
  alex.keyStore.isBlocked = true;
  const again = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => again.conversation()?.problem === 'E_STORAGE');
  assert.deepEqual(server.asked('rekey'), []);
});

test('a rekey whose ack is lost is repeated with the same cid and key', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.connection.disconnect();
  server.scripted.push({ event: 'rekey', ack: null });
  const again = await onDuty(server);
  await until(() => server.asked('rekey').length === 1);
  await quiet();
  again.clock.advance(500);
  await until(() => again.conversation().status === 'open');
  const [one, two] = server.asked('rekey');
  assert.deepEqual(one, two);
});

test('what waits in the line again gets its fresh key by being taken back, not by a rekey', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.connection.disconnect();
  const [conversation] = server.conversations.values();
  server.vanish(conversation);
  const again = await onDuty(server); // with an empty key store
  await until(() => again.conversation()?.status === 'open');
  assert.equal(conversation.holder, 'alex');
  assert.deepEqual(server.asked('rekey'), []);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { MAX_CHARACTERS, TooLong } from '../../static/js/chat/message-length.js';
import { FakeServer } from './support/fake-server.js';
import { openYouthPage, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('before anything is asked the page only shows availability', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().availability);
  assert.equal(noor.now().screen, 'welcome');
  assert.equal(noor.now().availability.state, 'open');
  assert.deepEqual(server.requests, []);
  assert.equal(noor.memory.read(), null);
});

test('an older availability does not overwrite a newer one', async () => {
  const server = new FakeServer();
  server.availability = { v: 5, state: 'open' };
  const noor = openYouthPage(server);
  await until(() => noor.now().availability);
  noor.connection.push('availability', { v: 4, state: 'unstaffed' });
  await quiet();
  assert.equal(noor.now().availability.state, 'open');
});

test('messages can be written while waiting; nothing readable leaves the page', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.chat.send('hemmelig');
  await until(() => noor.now().messages[0]?.status === 'delivered');
  assert.doesNotMatch(JSON.stringify(server.requests), /hemmelig/);
});

test('a text that is too long is refused before it becomes a message', async () => {
  const noor = await waitingYouth(new FakeServer());
  assert.throws(() => noor.chat.send('x'.repeat(MAX_CHARACTERS + 1)), TooLong);
  assert.deepEqual(noor.now().messages, []);
});

test('a text is shown here as it arrives there', async () => {
  const noor = await waitingYouth(new FakeServer());
  noor.chat.send('halv \ud83c');
  await until(() => texts(noor.now()).join() === 'halv \ufffd');
});

test('a message keeps its cid over a lost ack and is shown once', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  server.losesAck = (event) => event === 'send';
  server.losesPush = () => true;
  noor.chat.send('Hej');
  await until(() => server.asked('send').length === 1);
  assert.equal(noor.now().messages[0].status, 'sending');
  server.losesAck = () => false;
  await quiet();
  noor.clock.advance(500);
  await until(() => noor.now().messages[0].status === 'delivered');
  await noor.connection.ping();
  await until(() => server.asked('sync').length > 1);
  const [one, two] = server.asked('send');
  assert.deepEqual(one, two);
  assert.deepEqual(texts(noor.now()), ['Hej']);
});

test('a reload loses no sentence: what was sealed and unsent is sent by the next page, with its cid', async () => {
  const server = new FakeServer();
  const before = await waitingYouth(server);
  server.losesAck = (event) => event === 'send';
  server.losesPush = () => true;
  before.chat.send('første');
  before.chat.send('anden');
  await until(() => before.memory.read().unsent.length === 2 && server.asked('send').length);
  before.chat.wipe();
  Object.assign(server, { losesAck: () => false, losesPush: () => false });
  const after = openYouthPage(server, { memory: before.memory });
  await until(() => texts(after.now()).join() === 'første,anden');
  await until(() => after.now().messages.every(({ status }) => status === 'delivered'));
  const [conversation] = server.conversations.values();
  assert.equal(conversation.log.filter(({ kind }) => kind === 'message').length, 2);
  assert.deepEqual(after.memory.read().unsent, []);
});

test('a reload in a conversation shows all of it again, and at once as a conversation', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  alex.desk.send(alex.conversation().id, 'Hej Noor');
  await until(() => texts(noor.now()).includes('Hej Noor'));
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => texts(after.now()).includes('Hej Noor'));
  assert.ok(!after.screens.includes('waiting'));
  assert.equal(after.now().notices.length, 1);
});

test('a lost push is healed by the heartbeat', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.losesPush = () => true;
  alex.desk.send(alex.conversation().id, 'tabt');
  await until(() => alex.conversation().messages[0]?.status === 'delivered');
  assert.deepEqual(noor.now().messages, []);
  await noor.connection.ping();
  await until(() => texts(noor.now()).includes('tabt'));
});

test('a lost availability makes the page connect anew, once', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().availability);
  server.availability = { v: 2, state: 'unstaffed' };
  await noor.connection.ping();
  await until(() => noor.now().availability.state === 'unstaffed');
  server.greet = () => {};
  server.availability = { v: 3, state: 'open' };
  await noor.connection.ping();
  await noor.connection.ping();
  assert.equal(noor.connection.reconnects, 2);
});

test('after being offline the page catches up by itself', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.connection.drop();
  await until(() => noor.now().connection === 'offline');
  noor.chat.send('skrevet uden net');
  alex.desk.send(alex.conversation().id, 'er du der?');
  await until(() => alex.conversation().messages[0]?.status === 'delivered');
  await noor.connection.connect();
  await until(() => texts(noor.now()).join() === 'er du der?,skrevet uden net');
  await until(() => texts(alex.conversation()).length === 2);
});

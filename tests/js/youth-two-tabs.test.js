import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeMemory } from './support/fake-memory.js';
import { FakeServer } from './support/fake-server.js';
import { openConsole, openYouthPage, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

/** A browser that duplicates a tab gives the new one a copy of what the old one keeps. */
function duplicate(server, tab) {
  const memory = new FakeMemory();
  memory.write(tab.memory.read());
  return openYouthPage(server, { memory });
}

test('both tabs show the same, whichever one is written in', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const other = duplicate(server, noor);
  await until(() => other.now().screen === 'conversation');
  noor.chat.send('fra den ene');
  await until(() => texts(other.now()).includes('fra den ene'));
  other.chat.send('fra den anden');
  alex.desk.send(alex.conversation().id, 'til begge');
  const all = 'fra den ene,fra den anden,til begge';
  await until(() => texts(noor.now()).join() === all && texts(other.now()).join() === all);
  assert.equal(server.conversations.size, 1);
});

test('a counsellor who comes gets one key, though both tabs seal', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  const other = duplicate(server, noor);
  await until(() => other.now().connection === 'online');
  const alex = openConsole(server);
  await until(() => alex.now().connection === 'online');
  await alex.desk.takeNext();
  await until(() => alex.conversation()?.status === 'open');
  await until(() => other.now().screen === 'conversation' && noor.now().screen === 'conversation');
  await quiet();
  const [{ log }] = server.conversations.values();
  assert.equal(log.filter(({ kind }) => kind === 'key_sealed').length, 1);
});

test('what was unsent when the tab was duplicated arrives once', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.losesAck = (event) => event === 'send';
  server.losesPush = () => true;
  noor.chat.send('kun én gang');
  await until(() => noor.memory.read().unsent.length === 1 && server.asked('send').length);
  Object.assign(server, { losesAck: () => false, losesPush: () => false });
  const other = duplicate(server, noor);
  await until(() => texts(other.now()).join() === 'kun én gang');
  await quiet();
  noor.clock.advance(500);
  await until(() => [noor, other].every((tab) => tab.now().messages[0].status === 'delivered'));
  await alex.connection.ping();
  await until(() => texts(alex.conversation()).join() === 'kun én gang');
});

test('leaving in one ends the other, and neither keeps anything', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const other = duplicate(server, noor);
  await until(() => other.now().screen === 'conversation');
  other.chat.leave();
  await until(() => noor.now().screen === 'ended' && alex.conversation().status === 'ended');
  await until(() => noor.memory.read() === null && other.memory.read() === null);
  await until(() => noor.connection.isClosed && other.connection.isClosed);
});

test('leaving while waiting ends the other too', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  const other = duplicate(server, noor);
  await until(() => other.now().connection === 'online');
  other.chat.leave();
  await until(() => noor.now().screen === 'ended' && noor.memory.read() === null);
  assert.equal(server.conversations.size, 0);
});

test('a tab that was away when the other one left is told so when it comes back', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  const other = duplicate(server, noor);
  await until(() => other.now().screen === 'conversation');
  noor.connection.drop();
  other.chat.leave();
  await until(() => other.memory.read() === null && server.conversations.size === 0);
  await noor.connection.connect();
  await until(() => noor.now().ended === 'expired');
  assert.equal(noor.memory.read(), null);
});

test('a tab duplicated before the join was answered shares its place in the line', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  server.losesAck = (event) => event === 'join';
  noor.chat.join();
  await until(() => server.conversations.size === 1);
  server.losesAck = () => false;
  const other = duplicate(server, noor);
  await quiet();
  noor.clock.advance(500);
  other.clock.advance(500);
  await until(() => [noor, other].every((tab) => tab.now().screen === 'waiting'));
  assert.equal(server.conversations.size, 1);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeMemory } from './support/fake-memory.js';
import { FakeServer } from './support/fake-server.js';
import { openYouthPage, pairedPeople, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('closing takes everything off the screen at once and tells the server when it can', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  noor.connection.drop();
  noor.chat.leave();
  await until(() => noor.now().screen === 'ended');
  assert.equal(noor.now().ended, 'done');
  assert.deepEqual(noor.now().messages, []);
  assert.equal(noor.memory.read().key, '');
  await noor.connection.connect();
  await until(() => noor.memory.read() === null && noor.connection.isClosed);
  assert.equal(server.asked('leave').length, 1);
});

test('a page reloaded before the server knew of the leave still tells it', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  noor.connection.drop();
  noor.chat.leave();
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => after.now().screen === 'ended' && after.now().connection === 'online');
  await quiet();
  after.clock.advance(500);
  await until(() => server.asked('leave').length === 1 && after.memory.read() === null);
});

test('leaving before the join is acknowledged ends what the server may have begun', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  noor.chat.join();
  noor.chat.leave();
  await until(() => noor.now().connection === 'online');
  noor.clock.advance(500);
  await until(() => server.asked('leave').length === 1 && noor.memory.read() === null);
  assert.equal(server.conversations.size, 0);
  assert.equal(noor.now().screen, 'ended');
});

test('a conversation that is gone is shown as ended, and nothing of it is kept', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.chat.wipe();
  server.conversations.clear();
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => after.now().screen === 'ended');
  assert.equal(after.now().ended, 'expired');
  assert.equal(after.memory.read(), null);
});

test('one that goes while it is open is shown as ended too', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  server.conversations.clear();
  noor.chat.send('for sent');
  await until(() => noor.now().ended === 'expired');
  assert.equal(noor.memory.read(), null);
});

test('wipe leaves nothing in the page and everything in the tab', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server, { memory: new FakeMemory() });
  noor.connection.drop();
  noor.chat.send('gemt');
  await until(() => noor.memory.read().unsent.length === 1);
  noor.chat.wipe();
  await quiet();
  assert.deepEqual(noor.now().messages, []);
  assert.equal(noor.memory.read().unsent.length, 1);
});

test('when the other side ends it the tab forgets at once, whether or not the server knows that it was seen', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.losesAck = (event) => event === 'sync';
  alex.desk.end(alex.conversation().id);
  await until(() => noor.now().screen === 'ended');
  assert.equal(noor.memory.read(), null);
});

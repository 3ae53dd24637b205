import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { openYouthPage, pairedPeople, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('who flees tells the server why, leaves nothing, and waits for nothing', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  server.losesAck = (event) => event === 'leave';
  noor.chat.flee();
  assert.equal(noor.memory.read(), null);
  assert.ok(noor.connection.isClosed);
  await until(() => noor.now().messages.length === 0);
  assert.deepEqual(server.asked('leave').map(({ reason }) => reason), ['exit']);
});

test('with the line down nothing is kept either, and nobody comes back to it', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  noor.connection.drop();
  noor.chat.send('aldrig sendt');
  await until(() => noor.memory.read().unsent.length === 1);
  noor.chat.flee();
  await quiet();
  assert.equal(noor.memory.read(), null);
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => after.now().connection === 'online');
  assert.equal(after.now().screen, 'welcome');
  assert.deepEqual(server.asked('leave'), []);
});

test('a sentence that is still being sealed is not kept afterwards', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  noor.chat.send('lige nu');
  noor.chat.flee();
  await quiet();
  assert.equal(noor.memory.read(), null);
  assert.deepEqual(noor.now().messages, []);
});

test('before the join is answered nothing is kept, and what the server may have begun is over', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  noor.chat.join();
  noor.chat.flee();
  await quiet();
  noor.clock.advance(60_000);
  await quiet();
  assert.equal(noor.memory.read(), null);
  assert.equal(server.asked('join').length, 1);
  assert.equal(server.conversations.size, 0);
});

test('before anything has begun the server is told nothing', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  noor.chat.flee();
  await quiet();
  assert.deepEqual(server.requests, []);
});

test('a closing that the server does not know of yet is not kept for it', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.connection.drop();
  noor.chat.leave();
  assert.notEqual(noor.memory.read(), null);
  noor.chat.flee();
  assert.equal(noor.memory.read(), null);
});

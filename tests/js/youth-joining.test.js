import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { openYouthPage } from './support/people.js';
import { quiet, until } from './support/until.js';

test('token, cid and key are in memory before the first join is asked', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  noor.chat.join();
  const [first] = noor.memory.writes;
  assert.deepEqual(server.requests, []);
  assert.match(first.join.resume, /^[\w-]{43}$/);
  assert.match(first.join.cid, /^[\w-]{22}$/);
  assert.match(first.key, /^[\w-]{43}$/);
  await until(() => noor.now().connection === 'online');
});

test('a join says in which language the page is, and goes on saying so after a reload in the other one', async () => {
  const server = new FakeServer();
  const before = openYouthPage(server, { language: 'en' });
  before.chat.join();
  before.chat.wipe();
  const after = openYouthPage(server, { memory: before.memory, language: 'da' });
  await until(() => after.connection && server.sockets.size);
  await quiet();
  after.clock.advance(500);
  await until(() => after.now().screen === 'waiting');
  assert.deepEqual(server.asked('join').map(({ language }) => language), ['en']);
});

test('a join whose ack is lost is repeated unchanged and makes one conversation', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  server.losesAck = (event) => event === 'join';
  noor.chat.join();
  await until(() => server.conversations.size === 1);
  assert.equal(noor.now().joining, true);
  server.losesAck = () => false;
  await quiet();
  noor.clock.advance(500);
  await until(() => noor.now().screen === 'waiting');
  const [one, two] = server.asked('join');
  assert.deepEqual(one, two);
  assert.equal(server.conversations.size, 1);
});

test('a page reloaded before the ack repeats the same join, without resume in auth', async () => {
  const server = new FakeServer();
  const before = openYouthPage(server);
  await until(() => before.now().connection === 'online');
  server.losesAck = () => true;
  before.chat.join();
  await until(() => server.conversations.size === 1);
  before.chat.wipe();
  server.losesAck = () => false;
  const after = openYouthPage(server, { memory: before.memory, clock: before.clock });
  await until(() => after.connection && server.sockets.size);
  await quiet();
  after.clock.advance(500);
  await until(() => after.now().screen === 'waiting');
  assert.equal(server.conversations.size, 1);
  assert.deepEqual(server.auths, [{ v: 1, municipality: 'demo' }, { v: 1, municipality: 'demo' }]);
});

test('a closed door is told, nothing is kept, and joining again is a new join', async () => {
  const server = new FakeServer();
  server.scripted.push({ event: 'join', ack: { ok: false, code: 'E_CLOSED' } });
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  noor.chat.join();
  await until(() => noor.now().refused === 'E_CLOSED');
  assert.equal(noor.now().screen, 'welcome');
  assert.equal(noor.now().joining, false);
  assert.equal(noor.memory.read(), null);
  noor.chat.join();
  await until(() => noor.now().screen === 'waiting');
  assert.equal(noor.now().refused, null);
  const [one, two] = server.asked('join');
  assert.notEqual(one.resume, two.resume);
});

test('a door that is crowded for now is said, and the same join is repeated until she is in', async () => {
  const server = new FakeServer();
  server.scripted.push({ event: 'join', ack: { ok: false, code: 'E_RATE', retry_ms: 4000 } });
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  noor.chat.join();
  await until(() => noor.now().refused === 'E_RATE');
  assert.equal(noor.now().joining, true);
  noor.clock.advance(6000);
  await until(() => noor.now().screen === 'waiting');
  assert.equal(noor.now().refused, null);
  const [one, two] = server.asked('join');
  assert.deepEqual(one, two);
});

test('an urgent join says so, at every repetition and after a reload, and the page knows', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  assert.equal(noor.now().urgent, false);
  noor.chat.join({ urgent: true });
  await until(() => noor.now().screen === 'waiting');
  assert.equal(server.asked('join')[0].urgent, true);
  assert.equal(noor.now().urgent, true);
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory, clock: noor.clock });
  await until(() => after.now().screen === 'waiting');
  assert.equal(after.now().urgent, true);
});

test('a join in no hurry says nothing of it', async () => {
  const server = new FakeServer();
  const noor = openYouthPage(server);
  await until(() => noor.now().connection === 'online');
  noor.chat.join();
  await until(() => noor.now().screen === 'waiting');
  assert.deepEqual(Object.keys(server.asked('join')[0]).sort(), ['cid', 'language', 'resume']);
});

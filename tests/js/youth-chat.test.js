import assert from 'node:assert/strict';
import test from 'node:test';

import { MAX_CHARACTERS, TooLong } from '../../static/js/chat/youth-chat.js';
import { FakeMemory } from './support/fake-memory.js';
import { FakeServer } from './support/fake-server.js';
import { openConsole, openYouthPage, pairedPeople, texts, waitingYouth } from './support/people.js';
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
  noor.connection.push('position', { v: 1, ahead: 2 });
  await until(() => noor.now().ahead === 2);
  assert.equal(noor.now().availability.state, 'open');
});

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

test('the key is sealed once for a pairing, also after a reload', async () => {
  const server = new FakeServer();
  const { noor } = await pairedPeople(server);
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory });
  after.chat.send('stadig her');
  await until(() => texts(after.now()).includes('stadig her') && after.now().messages[0].status === 'delivered');
  assert.equal(server.asked('seal').length, 1);
});

test('a seal whose ack is lost is repeated with the same cid and bytes', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  const alex = openConsole(server);
  await until(() => alex.now().connection === 'online');
  server.scripted.push({ event: 'seal', ack: null });
  await alex.desk.takeNext();
  await until(() => server.asked('seal').length === 1);
  await quiet();
  noor.clock.advance(500);
  await until(() => alex.conversation()?.status === 'open');
  const [one, two] = server.asked('seal');
  assert.deepEqual(one, two);
});

test('only the newest pairing is sealed for', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.connection.drop();
  const first = openConsole(server);
  await until(() => first.now().connection === 'online');
  await first.desk.takeNext();
  const [conversation] = server.conversations.values();
  const { public_key: publicKey } = conversation.log.find(({ kind }) => kind === 'paired');
  server.append(conversation, { kind: 'paired', key_id: 'newer', public_key: publicKey });
  await noor.connection.connect();
  await until(() => server.asked('seal').length);
  assert.deepEqual(server.asked('seal').map(({ key_id: keyId }) => keyId), ['newer']);
});

test('a message that was tampered with is shown as unreadable, and the others still open', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const [conversation] = server.conversations.values();
  alex.desk.send(alex.conversation().id, 'ægte');
  await until(() => texts(noor.now()).includes('ægte'));
  const { body } = conversation.log.find(({ kind }) => kind === 'message');
  server.append(conversation, { kind: 'message', from: 'counsellor', cid: 'forged', body });
  await until(() => noor.now().messages.some(({ unreadable }) => unreadable));
  assert.deepEqual(texts(noor.now()), ['ægte', null]);
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

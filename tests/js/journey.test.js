import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { openConsole, pairedPeople, texts, waitingYouth } from './support/people.js';
import { until } from './support/until.js';

test('what is written while waiting is read by the counsellor who comes later', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.chat.send('Hej, er der nogen?');
  await until(() => noor.now().messages[0]?.status === 'delivered');
  const alex = openConsole(server);
  await until(() => alex.now().connection === 'online');
  await alex.desk.takeNext();
  await until(() => alex.conversation()?.messages[0]?.text === 'Hej, er der nogen?');
  assert.equal(alex.conversation().messages[0].status, 'received');
});

test('both sides see every message once and in the same order', async () => {
  const { noor, alex } = await pairedPeople(new FakeServer());
  noor.chat.send('Hej');
  await until(() => texts(alex.conversation()).includes('Hej'));
  alex.desk.send(alex.conversation().id, 'Hej, godt du skriver 🌱');
  await until(() => texts(noor.now()).includes('Hej, godt du skriver 🌱'));
  noor.chat.send('Tak');
  await until(() => texts(alex.conversation()).includes('Tak'));
  assert.deepEqual(texts(noor.now()), ['Hej', 'Hej, godt du skriver 🌱', 'Tak']);
  assert.deepEqual(texts(alex.conversation()), texts(noor.now()));
});

test('a counsellor ends it: both sides are told and the server keeps nothing', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  alex.desk.end(alex.conversation().id);
  await until(() => noor.now().screen === 'ended' && alex.conversation().status === 'ended');
  await until(() => server.conversations.size === 0 && noor.memory.read() === null);
  assert.equal(noor.now().ended, 'done');
  assert.deepEqual(noor.now().messages, []);
});

test('a youth leaves: the counsellor keeps the text on the desk and the server keeps nothing', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('Farvel');
  await until(() => texts(alex.conversation()).includes('Farvel'));
  noor.chat.leave();
  await until(() => alex.conversation().status === 'ended' && server.conversations.size === 0);
  assert.deepEqual(texts(alex.conversation()), ['Farvel']);
  assert.equal(noor.memory.read(), null);
});

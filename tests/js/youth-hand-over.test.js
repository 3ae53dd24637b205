import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, openYouthPage, pairedPeople, texts } from './support/people.js';
import { quiet, until } from './support/until.js';

/** Noor, whose counsellor has just handed her over to the line. */
async function handedOver(server) {
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('Hej Alex');
  await until(() => texts(alex.conversation()).includes('Hej Alex'));
  const [conversation] = server.conversations.values();
  const ack = await alex.connection.request('hand_over', { conversation: conversation.id, cid: 'h', to: 'line' });
  assert.equal(ack.ok, true);
  await until(() => noor.now().waitsAgain);
  return { noor, alex, conversation };
}

const kinds = ({ notices }) => notices.map(({ kind }) => kind);

test('handed over: she waits again at the front, keeps what was written and goes on writing', async () => {
  const server = new FakeServer();
  const { noor } = await handedOver(server);
  assert.equal(noor.now().screen, 'waiting');
  assert.equal(noor.now().ahead, 0);
  assert.deepEqual(texts(noor.now()), ['Hej Alex']);
  noor.chat.send('Er der nogen?');
  await until(() => noor.now().messages.at(-1).status === 'delivered');
});

test('the next counsellor gets the key, reads all of it and is said to be here', async () => {
  const server = new FakeServer();
  const { noor } = await handedOver(server);
  noor.chat.send('Er der nogen?');
  const kim = await onDuty(server, { staff: 'kim' });
  await kim.desk.takeNext();
  await until(() => texts(kim.conversation() ?? { messages: [] }).join() === 'Hej Alex,Er der nogen?');
  kim.desk.send(kim.conversation().id, 'Hej, jeg er her nu');
  await until(() => texts(noor.now()).includes('Hej, jeg er her nu'));
  assert.equal(noor.now().screen, 'conversation');
  assert.equal(noor.now().ahead, null);
  assert.deepEqual(kinds(noor.now()), ['paired', 'handed_over', 'paired']);
});

test('handed over while the phone slept, and taken: the page that comes back shows the conversation', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const [conversation] = server.conversations.values();
  noor.connection.drop();
  await alex.connection.request('hand_over', { conversation: conversation.id, cid: 'h', to: 'line' });
  const kim = await onDuty(server, { staff: 'kim' });
  await kim.desk.takeNext();
  await noor.connection.connect();
  await until(() => kim.conversation()?.status === 'open');
  assert.equal(noor.now().screen, 'conversation');
  assert.deepEqual(kinds(noor.now()), ['paired', 'handed_over', 'paired']);
});

test('reloaded while she waits again, the page never shows a counsellor who is not there', async () => {
  const server = new FakeServer();
  const { noor } = await handedOver(server);
  noor.chat.wipe();
  const after = openYouthPage(server, { memory: noor.memory });
  await until(() => texts(after.now()).includes('Hej Alex'));
  assert.equal(after.now().waitsAgain, true);
  assert.ok(!after.screens.includes('conversation'));
});

test('the first counsellor came back before another took over: what is written is shown', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const [conversation] = server.conversations.values();
  server.vanish(conversation);
  await until(() => noor.now().waitsAgain);
  alex.desk.send(conversation.id, 'Min computer gik i stå');
  await until(() => texts(noor.now()).includes('Min computer gik i stå'));
  assert.equal(noor.now().screen, 'waiting');
});

test('a new key of the same counsellor is sealed to and not said', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const [conversation] = server.conversations.values();
  const { public_key } = conversation.log.find(({ kind }) => kind === 'paired');
  await alex.connection.request('rekey', { conversation: conversation.id, cid: 'r', key_id: 'new', public_key });
  await until(() => server.asked('seal').length === 2);
  assert.equal(server.asked('seal')[1].key_id, 'new');
  await quiet();
  assert.equal(noor.now().screen, 'conversation');
  assert.deepEqual(kinds(noor.now()), ['paired']);
});

test('a position in the line is not kept from the first wait to the second', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.connection.push('position', { v: 90, ahead: 4 });
  await until(() => noor.now().ahead === 4);
  alex.desk.send(alex.conversation().id, 'Hej');
  await until(() => noor.now().ahead === null);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { openConsole, openYouthPage, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

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
  first.connection.disconnect();
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

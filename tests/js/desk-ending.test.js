import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { openConsole, pairedPeople, texts } from './support/people.js';
import { quiet, until } from './support/until.js';

const HALF_AN_HOUR = 30 * 60 * 1000;

test('when it ends the text stays, the key goes, and after half an hour the text goes too', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('vi ses');
  await until(() => texts(alex.conversation()).includes('vi ses'));
  noor.chat.leave();
  await until(() => alex.conversation().status === 'ended' && alex.keyStore.records.size === 0);
  assert.deepEqual(texts(alex.conversation()), ['vi ses']);
  alex.clock.advance(HALF_AN_HOUR - 1);
  await quiet();
  assert.equal(alex.now().conversations.length, 1);
  alex.clock.advance(1);
  await until(() => alex.now().conversations.length === 0);
});

test('an ended conversation can be cleared, a running one cannot', async () => {
  const { alex } = await pairedPeople(new FakeServer());
  const { id } = alex.conversation();
  alex.desk.clear(id);
  await quiet();
  assert.equal(alex.now().conversations.length, 1);
  alex.desk.end(id);
  await until(() => alex.conversation().status === 'ended');
  alex.desk.clear(id);
  await until(() => alex.now().conversations.length === 0);
});

test('an end whose ack is lost is repeated with the same cid', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.scripted.push({ event: 'end', ack: null });
  alex.desk.end(alex.conversation().id);
  await until(() => server.asked('end').length === 1);
  await quiet();
  alex.clock.advance(500);
  await until(() => alex.conversation().status === 'ended');
  const [one, two] = server.asked('end');
  assert.deepEqual(one, two);
});

test('a conversation another counsellor holds is lost: its text stays until cleared', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.scripted.push({ event: 'send', ack: { ok: false, code: 'E_NOT_YOURS' } });
  alex.desk.send(alex.conversation().id, 'hej?');
  await until(() => alex.conversation().status === 'lost');
  assert.equal(alex.conversation().messages[0].status, 'failed');
  await until(() => alex.keyStore.records.size === 0);
});

test('a conversation the server no longer has is ended as expired', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.conversations.clear();
  await alex.connection.ping();
  await until(() => alex.conversation().ended === 'expired');
  assert.equal(alex.conversation().status, 'ended');
});

test('a sign-in that is over is told', async () => {
  const server = new FakeServer();
  server.admit = () => 'E_AUTH';
  const alex = openConsole(server);
  await until(() => alex.now().connection === 'refused');
  assert.equal(alex.now().refused, 'E_AUTH');
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts } from './support/people.js';
import { quiet, until } from './support/until.js';

test('a second console of the same counsellor replaces the first, and goes on with its conversations', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const second = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => alex.now().refused === 'E_REPLACED');
  await until(() => second.conversation()?.status === 'open');
  second.desk.send(second.conversation().id, 'fra det nye vindue');
  await until(() => texts(noor.now()).includes('fra det nye vindue'));
});

test('a console that was replaced can be taken back, with what happened meanwhile', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const second = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => second.conversation()?.status === 'open');
  second.desk.send(second.conversation().id, 'fra det nye vindue');
  await until(() => texts(noor.now()).includes('fra det nye vindue'));
  alex.desk.start();
  await until(() => second.now().refused === 'E_REPLACED' && alex.now().connection === 'online');
  await until(() => texts(alex.conversation()).includes('fra det nye vindue'));
  assert.equal(alex.now().refused, null);
});

test('a sentence that was on its way while the console was replaced is not lost', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.scripted.push({ event: 'send', ack: { ok: false, code: 'E_REPLACED' } });
  alex.desk.send(alex.conversation().id, 'midt i en sætning');
  await until(() => alex.now().refused === 'E_REPLACED');
  await quiet();
  assert.equal(alex.conversation().messages[0].status, 'sending');
  alex.desk.start();
  await until(() => texts(noor.now()).includes('midt i en sætning'));
  const [one, two] = server.asked('send');
  assert.deepEqual(one, two);
});

test('a replaced window keeps no text for more than half an hour, and leaves the keys to the other', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  const second = await onDuty(server, { keyStore: alex.keyStore });
  await until(() => alex.now().refused === 'E_REPLACED' && second.conversation()?.status === 'open');
  alex.clock.advance(30 * 60 * 1000);
  await until(() => alex.now().conversations.length === 0);
  assert.equal(alex.keyStore.records.size, 1);
  alex.desk.start();
  await until(() => alex.conversation()?.status === 'open');
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts } from './support/people.js';
import { until } from './support/until.js';

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

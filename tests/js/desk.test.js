import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

test('after every connection the wanted duty is said again', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server, { duty: { state: 'on', capacity: 2 } });
  alex.connection.drop();
  await alex.connection.connect();
  await until(() => server.asked('set_duty').length === 2);
  assert.deepEqual(server.asked('set_duty')[1], { state: 'on', capacity: 2 });
});

test('a console that is off says nothing: it would end the duty of the same counsellor elsewhere', async () => {
  const server = new FakeServer();
  await onDuty(server, { duty: { state: 'off', capacity: 1 } });
  assert.deepEqual(server.asked('set_duty'), []);
});

test('a refused change of duty is told and the old level stands', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  server.scripted.push({ event: 'set_duty', ack: { ok: false, code: 'E_CONFLICT' } });
  alex.desk.setDuty({ state: 'off' });
  await until(() => alex.now().error === 'E_CONFLICT');
  const { state, pending } = alex.now().duty;
  assert.deepEqual({ state, pending }, { state: 'on', pending: false });
});

test('the last change of duty wins, however slow the first one is', async () => {
  const server = new FakeServer();
  const alex = await onDuty(server);
  server.scripted.push({ event: 'set_duty', ack: { ok: false, code: 'E_UNAVAILABLE' } });
  alex.desk.setDuty({ state: 'pause' });
  alex.desk.setDuty({ state: 'on', capacity: 3 });
  await quiet();
  alex.clock.advance(60_000);
  await quiet();
  assert.deepEqual(server.duty, { state: 'on', capacity: 3 });
});

test('the waiting line is a level: whole, and never older than the one held', async () => {
  const alex = await onDuty(new FakeServer());
  const youth = { conversation: 'abc', municipality: 'demo', since_s: 4, urgent: false, connected: true };
  alex.clock.advance(1000);
  alex.connection.push('waiting_line', { v: 2, waiting: [youth] });
  alex.connection.push('waiting_line', { v: 1, waiting: [] });
  await until(() => alex.now().waiting.length === 1);
  assert.deepEqual(alex.now().waiting, [{ ...youth, receivedAt: 1000 }]);
});

test('the pair is in the key store before anyone is accepted', async () => {
  const server = new FakeServer();
  await waitingYouth(server);
  const alex = await onDuty(server);
  let stored = null;
  server.losesAck = (event) => {
    if (event === 'accept') stored = [...alex.keyStore.records.values()];
    return false;
  };
  await alex.desk.takeNext();
  assert.equal(stored[0].keyId, server.asked('accept')[0].key_id);
  assert.equal(stored[0].pair.privateKey.extractable, false);
});

test('without a key store nobody is accepted', async () => {
  const server = new FakeServer();
  await waitingYouth(server);
  const alex = await onDuty(server);
  alex.keyStore.isBlocked = true;
  await alex.desk.takeNext();
  assert.equal(alex.now().error, 'E_STORAGE');
  assert.deepEqual(server.asked('accept'), []);
});

test('an accept whose ack is lost is repeated with the same cid and key', async () => {
  const server = new FakeServer();
  await waitingYouth(server);
  const alex = await onDuty(server);
  server.scripted.push({ event: 'accept', ack: null });
  alex.desk.takeNext();
  await until(() => server.asked('accept').length === 1);
  await quiet();
  assert.equal(alex.now().taking, true);
  alex.clock.advance(500);
  await until(() => alex.conversation()?.status === 'open');
  const [one, two] = server.asked('accept');
  assert.deepEqual(one, two);
});

test('an empty line is told and its pair is thrown away', async () => {
  const alex = await onDuty(new FakeServer());
  await alex.desk.takeNext();
  assert.equal(alex.now().error, 'E_EMPTY');
  assert.equal(alex.keyStore.records.size, 0);
});

test('until the youth’s phone has sealed the key nothing can be sent', async () => {
  const server = new FakeServer();
  const noor = await waitingYouth(server);
  noor.connection.drop();
  const alex = await onDuty(server);
  await alex.desk.takeNext();
  await until(() => alex.conversation());
  alex.desk.send(alex.conversation().id, 'for tidligt');
  assert.equal(alex.conversation().status, 'sealed');
  await noor.connection.connect();
  await until(() => alex.conversation().status === 'open');
  assert.deepEqual(alex.conversation().messages, []);
});

test('once opened only the non-extractable conversation key is stored', async () => {
  const { alex } = await pairedPeople(new FakeServer());
  const [record] = await until(() => {
    const records = [...alex.keyStore.records.values()];
    return records[0]?.key && records;
  });
  assert.equal(record.key.extractable, false);
  assert.equal(record.pair, null);
});

test('unseen counts the youth’s messages until the counsellor looks', async () => {
  const { noor, alex } = await pairedPeople(new FakeServer());
  noor.chat.send('en');
  noor.chat.send('to');
  await until(() => alex.conversation().unseen === 2);
  alex.desk.conversation(alex.conversation().id).opened();
  await until(() => alex.conversation().unseen === 0);
});

test('one heartbeat carries all conversations and heals what was lost', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  const { id } = alex.conversation();
  server.losesPush = () => true;
  noor.chat.send('tabt');
  await until(() => noor.now().messages[0]?.status === 'delivered');
  await alex.connection.ping();
  await until(() => texts(alex.conversation()).includes('tabt'));
  assert.deepEqual(Object.keys(server.asked('heartbeat')[0].after), [id]);
});

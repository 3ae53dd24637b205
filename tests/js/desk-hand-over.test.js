import assert from 'node:assert/strict';
import test from 'node:test';

import { FakeServer } from './support/fake-server.js';
import { onDuty, pairedPeople, texts, waitingYouth } from './support/people.js';
import { quiet, until } from './support/until.js';

function handOver(console, to) {
  console.desk.conversation(console.conversation().id).part('hand_over', { to });
}

test('a conversation that is handed over goes on with the colleague, who reads all of it', async () => {
  const server = new FakeServer();
  const kim = await onDuty(server, { staff: 'kim' });
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('det begyndte i sommers');
  await until(() => texts(alex.conversation()).includes('det begyndte i sommers'));
  handOver(alex, 'kim');
  await until(() => alex.conversation().status === 'handed_over');
  server.tellStaff();
  await until(() => kim.now().waiting[0]?.reserved === 'you');
  await kim.desk.take(kim.now().waiting[0].conversation);
  await until(() => texts(kim.conversation() ?? { messages: [] }).includes('det begyndte i sommers'));
  kim.desk.send(kim.conversation().id, 'jeg har læst det');
  await until(() => texts(noor.now()).includes('jeg har læst det'));
});

test('it is handed over only after the last sentence has arrived', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.scripted.push({ event: 'send', ack: { ok: false, code: 'E_UNAVAILABLE' } });
  alex.desk.send(alex.conversation().id, 'Kim tager over nu');
  await until(() => server.asked('send').length === 1);
  handOver(alex, 'line');
  await quiet();
  assert.equal(alex.conversation().parting, 'hand_over');
  assert.deepEqual(server.asked('hand_over'), []);
  alex.clock.advance(500);
  await until(() => alex.conversation().status === 'handed_over');
  await until(() => texts(noor.now()).includes('Kim tager over nu'));
});

test('while it is being handed over nothing more is written', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.scripted.push({ event: 'hand_over', ack: null });
  handOver(alex, 'line');
  alex.desk.send(alex.conversation().id, 'en til');
  await quiet();
  assert.deepEqual(alex.conversation().messages, []);
});

test('a hand-over whose ack is lost is repeated with the same cid', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.losesAck = (event) => event === 'hand_over';
  handOver(alex, 'line');
  await until(() => server.asked('hand_over').length === 1);
  await quiet();
  server.losesAck = () => false;
  alex.clock.advance(500);
  await until(() => alex.conversation().status === 'handed_over');
  const [one, two] = server.asked('hand_over');
  assert.deepEqual(one, two);
});

test('a sync that says first that it is no longer mine means that it was handed over', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  server.losesAck = (event) => event === 'hand_over';
  handOver(alex, 'line');
  await until(() => server.asked('hand_over').length === 1);
  server.scripted.push({ event: 'sync', ack: { ok: false, code: 'E_NOT_YOURS' } });
  alex.connection.wake();
  await until(() => alex.conversation().status === 'handed_over');
});

test('a colleague who has no room: the conversation stays, and the reason is said', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.scripted.push({ event: 'hand_over', ack: { ok: false, code: 'E_CAPACITY' } });
  handOver(alex, 'kim');
  await until(() => alex.conversation().problem === 'E_CAPACITY');
  assert.equal(alex.conversation().parting, null);
  alex.desk.send(alex.conversation().id, 'jeg er her endnu');
  await until(() => texts(noor.now()).includes('jeg er her endnu'));
});

test('what was handed over stays to be read until it is cleared, and its key goes at once', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('hej');
  await until(() => texts(alex.conversation()).includes('hej'));
  handOver(alex, 'line');
  await until(() => alex.conversation().status === 'handed_over' && alex.keyStore.records.size === 0);
  assert.deepEqual(texts(alex.conversation()), ['hej']);
  alex.desk.clear(alex.conversation().id);
  await until(() => alex.now().conversations.length === 0);
});

test('what was handed to the line and comes back begins anew, with all of its text', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  noor.chat.send('hej');
  await until(() => texts(alex.conversation()).includes('hej'));
  handOver(alex, 'line');
  await until(() => alex.conversation().status === 'handed_over');
  await alex.desk.takeNext();
  await until(() => alex.conversation().status === 'open' && texts(alex.conversation()).includes('hej'));
  assert.equal(alex.now().conversations.length, 1);
  noor.chat.send('er du der igen?');
  await until(() => texts(alex.conversation()).includes('er du der igen?'));
});

test('whoever else is on duty is known, and oneself is not among them', async () => {
  const server = new FakeServer();
  const kim = await onDuty(server, { staff: 'kim', duty: { state: 'on', capacity: 2 } });
  const alex = await onDuty(server);
  server.tellStaff();
  await until(() => alex.now().colleagues.demo);
  const [colleague] = alex.now().colleagues.demo;
  assert.equal(alex.now().colleagues.demo.length, 1);
  assert.deepEqual([colleague.staff, colleague.live, colleague.room], ['kim', true, 2]);
  assert.ok(kim);
});

test('an end waits for the last sentence too', async () => {
  const server = new FakeServer();
  const { noor, alex } = await pairedPeople(server);
  server.scripted.push({ event: 'send', ack: { ok: false, code: 'E_UNAVAILABLE' } });
  alex.desk.send(alex.conversation().id, 'pas på dig selv');
  await until(() => server.asked('send').length === 1);
  alex.desk.end(alex.conversation().id);
  await quiet();
  assert.deepEqual(server.asked('end'), []);
  alex.clock.advance(500);
  await until(() => alex.conversation().status === 'ended');
  assert.equal(alex.conversation().messages[0].status, 'delivered');
  assert.ok(noor);
});

test('spam is closed with a reason of its own', async () => {
  const server = new FakeServer();
  const { alex } = await pairedPeople(server);
  alex.desk.end(alex.conversation().id, 'blocked');
  await until(() => alex.conversation().ended === 'blocked');
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { YouthChat } from '../../static/js/chat/youth-chat.js';
import { FakeMemory } from './support/fake-memory.js';
import { FakeServer } from './support/fake-server.js';
import { ManualClock } from './support/manual-clock.js';
import { onDuty, texts } from './support/people.js';
import { until } from './support/until.js';

/** Charlie's neighbour: a youth of "nabo" has joined, has written, and waits. */
async function neighbourWaits(server) {
  const noor = {};
  const connect = (handlers) => (noor.connection = server.youth(handlers));
  noor.chat = new YouthChat({ connect, memory: new FakeMemory(), municipality: 'nabo', clock: new ManualClock() });
  noor.chat.subscribe((snapshot) => (noor.snapshot = snapshot));
  noor.chat.start();
  await until(() => noor.snapshot.connection === 'online');
  noor.chat.join();
  await until(() => noor.snapshot.screen === 'waiting');
  noor.chat.send('hej fra nabo');
  const [{ id: conversation, log }] = server.conversations.values();
  await until(() => log.length === 2);
  return { noor, conversation };
}

async function servingBoth(server) {
  const alex = await onDuty(server);
  const ack = { ok: true, lease_ms: 30_000, municipalities: ['demo', 'nabo'], conversations: [] };
  server.duties.set('alex', { state: 'on', capacity: 1 });
  server.scripted.push({ event: 'set_duty', ack });
  alex.desk.setDuty({ municipalities: ['demo', 'nabo'] });
  await until(() => alex.now().duty.municipalities.length === 2 && !alex.now().duty.pending);
  return alex;
}

test('a youth of another municipality is taken from its line with their language, and their key opens', async () => {
  const server = new FakeServer();
  const { conversation } = await neighbourWaits(server);
  const alex = await servingBoth(server);
  const plain = { since_s: 1, urgent: false, connected: true, reserved: null };
  const youth = { conversation, municipality: 'nabo', language: 'en', ...plain };
  alex.connection.push('waiting_line', { v: 1, municipality: 'nabo', waiting: [youth] });
  await alex.desk.takeNext();
  await until(() => alex.conversation()?.status === 'open' && texts(alex.conversation()).includes('hej fra nabo'));
  assert.equal(alex.conversation().municipality, 'nabo');
  assert.equal(alex.conversation().language, 'en');
});

test('whoever came after the last look at the line: the server says where they belong', async () => {
  const server = new FakeServer();
  const { noor, conversation } = await neighbourWaits(server);
  noor.connection.drop();
  const alex = await servingBoth(server);
  const held = [{ conversation, municipality: 'nabo', language: 'en', state: 'active', last: 2, connected: true, v: 1 }];
  const ack = { ok: true, lease_ms: 30_000, municipalities: ['demo', 'nabo'], conversations: held };
  server.scripted.push({ event: 'set_duty', ack });
  await alex.desk.takeNext();
  await until(() => alex.conversation()?.municipality === 'nabo');
  assert.equal(alex.conversation().language, 'en');
  await noor.connection.connect();
  await until(() => alex.conversation().status === 'open' && texts(alex.conversation()).includes('hej fra nabo'));
});

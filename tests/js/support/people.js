import { Desk } from '../../../static/js/chat/desk.js';
import { YouthChat } from '../../../static/js/chat/youth-chat.js';
import { FakeKeyStore } from './fake-key-store.js';
import { FakeMemory } from './fake-memory.js';
import { ManualClock } from './manual-clock.js';
import { until } from './until.js';

const ON = { state: 'on', capacity: 1 };

/** Noor's page: `{chat, connection, memory, clock, now, screens}`; `now()` is the newest snapshot. */
export function openYouthPage(server, { memory = new FakeMemory(), language = 'da', clock = new ManualClock() } = {}) {
  const page = { memory, clock, screens: [] };
  const connect = (handlers) => (page.connection = server.youth(handlers));
  page.chat = new YouthChat({ connect, memory, municipality: 'demo', language, clock });
  page.chat.subscribe((snapshot) => {
    page.snapshot = snapshot;
    page.screens.push(snapshot.screen);
  });
  page.now = () => page.snapshot;
  page.chat.start();
  return page;
}

/** Alex's console, or another `staff`'s: `{desk, connection, keyStore, clock, now, conversation}`. */
export function openConsole(server, { staff = 'alex', keyStore = new FakeKeyStore(), duty = ON, clock } = {}) {
  const page = { keyStore, clock: clock ?? new ManualClock() };
  const connect = (handlers) => (page.connection = server.consoleOf(staff)(handlers));
  page.desk = new Desk({ connect, keyStore, municipality: 'demo', staff, duty, clock: page.clock });
  page.desk.subscribe((snapshot) => (page.snapshot = snapshot));
  page.now = () => page.snapshot;
  page.conversation = () => page.snapshot.conversations[0];
  page.desk.start();
  return page;
}

/** Alex's console once the server knows of his duty. */
export async function onDuty(server, options) {
  const alex = openConsole(server, options);
  await until(() => alex.now().connection === 'online' && !alex.now().duty.pending);
  return alex;
}

/** Noor has joined and waits. */
export async function waitingYouth(server, options) {
  const noor = openYouthPage(server, options);
  await until(() => noor.now().connection === 'online');
  noor.chat.join();
  await until(() => noor.now().screen === 'waiting');
  return noor;
}

/** Noor and Alex in an open conversation. */
export async function pairedPeople(server) {
  const noor = await waitingYouth(server);
  const alex = openConsole(server);
  await until(() => alex.now().connection === 'online');
  await alex.desk.takeNext();
  await until(() => alex.conversation()?.status === 'open');
  return { noor, alex };
}

/** The texts of a snapshot, in order. */
export function texts({ messages }) {
  return messages.map(({ text }) => text);
}

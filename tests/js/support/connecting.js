import './webcrypto.js';
import { Connection } from '../../../static/js/lib/connection.js';
import { fakeIo } from './fake-io.js';
import { ManualClock } from './manual-clock.js';
import { quiet } from './until.js';

/** A Connection that has begun its first attempt, and everything it told: `{connection, clock, told, newest, …}`. */
export async function connecting({ auth = async () => ({ v: 1, municipality: 'demo' }) } = {}) {
  const net = fakeIo();
  const clock = new ManualClock();
  const told = { statuses: [], events: [], pings: 0, wakes: 0, auths: 0 };
  const connection = new Connection({
    namespace: '/youth',
    auth: () => {
      told.auths += 1;
      return auth();
    },
    onEvent: (name, payload) => told.events.push([name, payload]),
    onStatus: (status, code) => told.statuses.push(code ? [status, code] : status),
    onPing: () => (told.pings += 1),
    onWake: () => (told.wakes += 1),
    io: net.io,
    clock,
    listen: (wake) => {
      told.wake = wake;
      return () => (told.wake = null);
    },
  });
  connection.connect();
  await quiet();
  return { connection, clock, told, ...net };
}

/** The same once it is online. */
export async function online(options) {
  const page = await connecting(options);
  page.newest().happens('connect');
  return page;
}

/** What socket.io-client hands over when the server refuses a connection. */
export const refusedWith = (code, retry_ms) => Object.assign(new Error(code), { data: { code, retry_ms } });

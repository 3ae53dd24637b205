// One Socket.IO connection with the ordinary client, and requests that are repeated when the server asks for it.

import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';

const ACK_MS = 20_000;
const PAUSE_MS = 100;
const ATTEMPTS = 200;

/** How often a server asked us to come again: a refusal with `retry_ms`, or no connection at all. */
export const repeats = { requests: 0, connections: 0 };

/** Connect, again and again if need be, and return the socket. `auth()` and `headers()` are asked at every attempt. */
export async function openSocket(address, namespace, { auth, headers = () => ({}) }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connect(address + namespace, await auth(), headers());
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRepeating(error)) throw error;
      repeats.connections += 1;
      await sleep(error.data?.retry_ms ?? PAUSE_MS * (1 + Math.random()));
    }
  }
}

/** Ask, again and again if need be, and return the ack, which is `ok`. */
export async function ask(socket, event, payload) {
  for (;;) {
    const ack = await socket.timeout(ACK_MS).emitWithAck(event, payload);
    if (ack.ok) return ack;
    if (!ack.retry_ms) throw new Error(`${event} was refused: ${ack.code}`);
    repeats.requests += 1;
    await sleep(ack.retry_ms);
  }
}

/** Let a socket answer each ping of the engine with a heartbeat, as the pages do. */
export function beat(socket, after) {
  socket.io.on('ping', () => socket.connected && socket.emit('heartbeat', { after: after() }, () => {}));
}

function connect(url, auth, extraHeaders) {
  const socket = io(url, {
    auth,
    extraHeaders,
    forceNew: true,
    query: { k: Math.random().toString(36).slice(2) },
    reconnection: false,
    transports: ['websocket'],
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
}

function isWorthRepeating(error) {
  return error.data === undefined || error.data.retry_ms !== undefined;
}

// The only module that knows socket.io. It reconnects by itself, with a fresh socket and fresh credentials for every
// attempt, so that nothing ever waits in a send buffer of the library.

import { io as socketIo } from '../../vendor/socket.io.esm.min.js';
import { random as randomText } from '../crypto/base64url.js';
import { backOff } from './back-off.js';
import { browserClock } from './clock.js';
import { listenForWakes } from './wakes.js';

const ACK_MS = 5_000;
const ATTEMPT_MS = 10_000;
const FINAL = new Set(['E_REPLACED', 'E_EXPIRED', 'E_FORBIDDEN', 'E_VERSION']);

/** A request that got no answer: not connected, or nothing came within 5 seconds. */
export class RequestFailed extends Error {
  code = 'E_TIMEOUT';
}

export class Connection {
  #namespace;
  #handlers;
  #io;
  #clock;
  #key = randomText(16);
  #socket = null;
  #status = 'closed';
  #failures = 0;
  #unauthorised = false;
  #callOff = () => {};
  #stopListening = () => {};
  #listen;

  /**
   * `auth()` is awaited anew for every attempt; when it rejects with `code: 'E_AUTH'` there is no sign-in any more.
   *
   * `onStatus(status, code)` gets connecting, online, offline or refused (with its final code); `onEvent(name, payload)`
   * every event of the server; `onPing()` each ping of the engine; `onWake()` when the page wakes and is still online.
   */
  constructor({ namespace, auth, onEvent, onStatus, onPing, onWake, io, clock, listen }) {
    this.#namespace = namespace;
    this.#handlers = { auth, onEvent, onStatus, onPing, onWake };
    this.#io = io ?? socketIo;
    this.#clock = clock ?? browserClock;
    this.#listen = listen ?? listenForWakes;
  }

  connect() {
    this.#stopListening = this.#listen(() => this.wake());
    this.#become('connecting');
    this.#attempt();
  }

  disconnect() {
    this.#drop();
    this.#stopListening();
    this.#status = 'closed';
  }

  /** Resolve with the server's ack object, whatever it says. Rejects with RequestFailed; never queues. */
  async request(event, payload) {
    if (this.#status !== 'online') throw new RequestFailed('not connected');
    const socket = this.#socket;
    const ack = await socket.timeout(ACK_MS).emitWithAck(event, payload).catch(noAnswer);
    if (ack?.code === 'E_AUTH' && socket === this.#socket) this.reconnect();
    return ack;
  }

  /** The page is awake again: come back at once when down. */
  wake() {
    if (this.#status === 'online') this.#handlers.onWake?.();
    else if (this.#waits()) this.#attempt();
  }

  /** Give up this socket and connect anew at once. */
  reconnect() {
    if (this.#status !== 'online') return;
    this.#become('offline');
    this.#attempt();
  }

  #waits() {
    return this.#status === 'offline' && this.#socket === null;
  }

  async #attempt() {
    this.#drop();
    const attempt = this.#openSocket();
    this.#socket = attempt;
    this.#callOff = this.#clock.after(ATTEMPT_MS, () => this.#failed(attempt));
    try {
      attempt.auth = await this.#handlers.auth();
    } catch (error) {
      return this.#failed(attempt, error);
    }
    if (attempt === this.#socket) attempt.connect();
  }

  #openSocket() {
    const socket = this.#io(this.#namespace, {
      path: '/socket.io',
      query: { k: this.#key },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnection: false,
      autoConnect: false,
      forceNew: true,
    });
    const whileMine = (handle) => (...received) => socket === this.#socket && handle(...received);
    socket.on('connect', whileMine(() => this.#online()));
    socket.on('connect_error', whileMine((error) => this.#failed(socket, error.data ?? {})));
    socket.on('disconnect', whileMine(() => this.#lost()));
    socket.onAny(whileMine((name, payload) => this.#heard(name, payload)));
    socket.io.on('ping', whileMine(() => this.#status === 'online' && this.#handlers.onPing?.()));
    return socket;
  }

  #online() {
    this.#callOff();
    this.#failures = 0;
    this.#unauthorised = false;
    this.#become('online');
  }

  #heard(name, payload) {
    if (name !== 'bye') this.#handlers.onEvent(name, payload);
    else if (FINAL.has(payload?.code) || payload?.code === 'E_AUTH') this.#refuse(payload.code);
  }

  #lost() {
    this.#become('offline');
    this.#tryLater();
  }

  /** One attempt came to nothing; `code` and `retry_ms` are the server's, if it said anything. */
  #failed(attempt, { code, retry_ms: retryMs } = {}) {
    if (attempt !== this.#socket) return;
    if (FINAL.has(code)) return this.#refuse(code);
    // A ticket may have grown old on a slow network; twice in a row means that the sign-in is over.
    if (code === 'E_AUTH' && this.#unauthorised) return this.#refuse(code);
    this.#unauthorised = code === 'E_AUTH';
    this.#become('offline');
    this.#tryLater(retryMs);
  }

  #tryLater(atLeastMs = 0) {
    this.#drop();
    const delay = Math.max(atLeastMs, backOff(this.#failures, this.#clock.random()));
    this.#failures += 1;
    this.#callOff = this.#clock.after(delay, () => this.#attempt());
  }

  #refuse(code) {
    this.disconnect();
    this.#become('refused', code);
  }

  #drop() {
    this.#callOff();
    const socket = this.#socket;
    this.#socket = null;
    socket?.disconnect();
  }

  #become(status, code) {
    if (this.#status === status) return;
    this.#status = status;
    this.#handlers.onStatus(status, code);
  }
}

function noAnswer() {
  throw new RequestFailed('no answer');
}

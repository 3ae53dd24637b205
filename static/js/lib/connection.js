// The only module that knows socket.io. It reconnects by itself, with a fresh socket and fresh credentials for every
// attempt, so that nothing ever waits in a send buffer of the library.

import { io as socketIo } from '../../vendor/socket.io.esm.min.js';
import { random as randomText } from '../crypto/base64url.js';
import { pauseBefore } from './back-off.js';
import { browserClock } from './clock.js';
import { RequestFailed, Requests } from './requests.js';
import { listenForWakes } from './wakes.js';

export { RequestFailed };

const ATTEMPT_MS = 10_000;
const CLOSED_AS_TOO_LONG = 1009;
const FINAL = new Set(['E_REPLACED', 'E_EXPIRED', 'E_FORBIDDEN', 'E_VERSION']);
const FOR_NOW = new Set(['E_DRAINING', 'E_RATE', 'E_UNAVAILABLE']);

export class Connection {
  #namespace;
  #handlers;
  #io;
  #clock;
  #key = randomText(16);
  #socket = null;
  #requests = null;
  #status = 'closed';
  #reason = null;
  #failures = 0;
  #unauthorised = false;
  #isDoubted = false;
  #callOff = () => {};
  #stopListening = () => {};
  #listen;

  /**
   * `auth()` is awaited anew for every attempt; when it rejects with `code: 'E_AUTH'` there is no sign-in any more.
   *
   * `onStatus(status, code)` gets connecting, online, offline (with why the server wants none for now, if it said) or
   * refused (with its final code); `onEvent(name, payload)` every event of the server; `onPing()` each ping of the engine;
   * `onWake()` when the page wakes and is, as far as is known, still online.
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
    const ack = await this.#requests.ask(event, payload).catch((error) => this.#unanswered(socket, error));
    if (socket === this.#socket) this.#answered(ack);
    return ack;
  }

  /** The page is awake again: come back at once when down. */
  wake() {
    if (this.#waits()) this.#attempt();
    if (this.#status !== 'online') return;
    this.#isDoubted = true;
    this.#handlers.onWake?.();
  }

  /** Give up this socket and connect anew at once. */
  reconnect() {
    if (this.#status !== 'online') return;
    this.#become('offline');
    this.#attempt();
  }

  #answered({ code }) {
    this.#isDoubted = false;
    if (code === 'E_REPLACED') this.#refuse(code);
    if (code === 'E_AUTH') this.reconnect();
  }

  /** After a sleep a socket may look alive and lead nowhere; otherwise an answer that is late is no reason to go. */
  #unanswered(socket, error) {
    if (this.#isDoubted && socket === this.#socket) this.reconnect();
    throw error;
  }

  #waits() {
    return this.#status === 'offline' && this.#socket === null;
  }

  async #attempt() {
    this.#drop();
    const attempt = this.#openSocket();
    this.#socket = attempt;
    this.#requests = new Requests(attempt);
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
    socket.on('disconnect', whileMine((reason, details) => this.#lost(details)));
    socket.onAny(whileMine((name, payload) => this.#heard(name, payload)));
    socket.io.on('ping', whileMine(() => this.#status === 'online' && this.#handlers.onPing?.()));
    return socket;
  }

  #online() {
    this.#callOff();
    this.#failures = 0;
    this.#unauthorised = false;
    this.#isDoubted = false;
    this.#become('online');
  }

  #heard(name, payload) {
    if (name === 'bye') this.#dismissed(payload ?? {});
    else this.#handlers.onEvent(name, payload);
  }

  /** The server is about to hang up. Who waited for that could miss it. */
  #dismissed({ code, retry_ms: retryMs }) {
    if (FINAL.has(code) || code === 'E_AUTH') this.#refuse(code);
    else this.#goOffline(code, retryMs);
  }

  #lost(details) {
    if (details?.context?.code === CLOSED_AS_TOO_LONG) this.#requests.closedAsTooLong();
    this.#goOffline();
  }

  /** One attempt came to nothing; `code` and `retry_ms` are the server's, if it said anything. */
  #failed(attempt, { code, retry_ms: retryMs } = {}) {
    if (attempt !== this.#socket) return;
    if (FINAL.has(code)) return this.#refuse(code);
    // A ticket may have grown old on a slow network; twice in a row means that the sign-in is over.
    if (code === 'E_AUTH' && this.#unauthorised) return this.#refuse(code);
    this.#unauthorised = code === 'E_AUTH';
    this.#goOffline(code, retryMs);
  }

  #goOffline(code, retryMs) {
    this.#drop();
    this.#become('offline', FOR_NOW.has(code) ? code : undefined);
    const delay = pauseBefore(this.#failures, this.#clock.random(), retryMs);
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

  /** A reason stands until it is over or there is another one. */
  #become(status, code) {
    if (this.#status === status && (!code || code === this.#reason)) return;
    this.#status = status;
    this.#reason = code;
    this.#handlers.onStatus(status, code);
  }
}

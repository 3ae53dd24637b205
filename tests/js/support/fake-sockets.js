import './webcrypto.js';
import { FakeConnection } from './fake-connection.js';

export const refusal = (code) => ({ ok: false, code });

/**
 * Who is connected, and who is told what.
 *
 * `losesAck(event)` makes an answer vanish after the work is done; `scripted` holds answers that are given, event by
 * event, instead of doing anything.
 */
export class FakeSockets {
  sockets = new Set();
  requests = [];
  auths = [];
  scripted = [];
  availability = { v: 1, state: 'open' };
  losesAck = () => false;
  #version = 0;

  youth = (handlers) => new FakeConnection(this, { side: 'youth' }, handlers);
  counsellor = this.consoleOf('alex');

  /** What a Desk's `connect` is for this counsellor. */
  consoleOf(staff) {
    return (handlers) => new FakeConnection(this, { side: 'counsellor', staff }, handlers);
  }

  /** The requests of one event so far. */
  asked(event) {
    return this.requests.filter((request) => request.event === event).map(({ payload }) => payload);
  }

  /** Let a socket in, or return the code with which it is refused. */
  admit(socket, auth) {
    this.auths.push(auth);
    const older = socket.staff && this.consolesOf(socket.staff)[0];
    older?.dismiss('E_REPLACED');
    this.sockets.add(socket);
    return null;
  }

  greet(socket) {
    socket.push('availability', this.availability);
  }

  gone() {}

  answer(socket, event, payload) {
    this.requests.push({ event, payload });
    const script = this.scripted.findIndex((one) => one.event === event);
    if (script >= 0) return this.scripted.splice(script, 1)[0].ack;
    const ack = this[event]?.(socket, payload) ?? refusal('E_UNKNOWN');
    return this.losesAck(event) ? null : ack;
  }

  consolesOf(staff) {
    return [...this.sockets].filter((socket) => socket.staff === staff);
  }

  /** Versions only ever grow. */
  nextVersion() {
    this.#version += 1;
    return this.#version;
  }
}

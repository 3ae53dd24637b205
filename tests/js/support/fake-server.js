import './webcrypto.js';
import { random } from '../../../static/js/crypto/base64url.js';
import { FakeConnection } from './fake-connection.js';

const refusal = (code) => ({ ok: false, code });

/**
 * The wire protocol with one municipality and one counsellor, in memory.
 *
 * `losesAck(event)` makes an answer vanish after the work is done, `losesPush(entry)` a push; `scripted` holds answers
 * that are given, event by event, instead of doing anything.
 */
export class FakeServer {
  conversations = new Map();
  sockets = new Set();
  requests = [];
  auths = [];
  scripted = [];
  availability = { v: 1, state: 'open' };
  duty = null;
  largestSync = 200;
  losesAck = () => false;
  losesPush = () => false;

  youth = (handlers) => this.#connection('youth', handlers);
  counsellor = (handlers) => this.#connection('counsellor', handlers);

  /** The requests of one event so far. */
  asked(event) {
    return this.requests.filter((request) => request.event === event).map(({ payload }) => payload);
  }

  admit(socket, auth) {
    this.auths.push(auth);
    if (auth?.resume) {
      const found = [...this.conversations.values()].find(({ resume }) => resume === auth.resume);
      if (!found) return 'E_EXPIRED';
      socket.conversation = found.id;
    }
    this.sockets.add(socket);
    return null;
  }

  greet(socket) {
    socket.push('availability', this.availability);
  }

  answer(socket, event, payload) {
    this.requests.push({ event, payload });
    const script = this.scripted.findIndex((one) => one.event === event);
    if (script >= 0) return this.scripted.splice(script, 1)[0].ack;
    const ack = this[event](socket, payload);
    return this.losesAck(event) ? null : ack;
  }

  append(conversation, entry) {
    const written = { seq: conversation.log.length + 1, ...entry };
    conversation.log.push(written);
    if (this.losesPush(written)) return written;
    for (const socket of this.sockets) {
      if (socket.side === 'youth' && socket.conversation === conversation.id) socket.push('entry', written);
      if (socket.side === 'counsellor' && conversation.isHeld) {
        socket.push('entry', { ...written, conversation: conversation.id });
      }
    }
    return written;
  }

  join(socket, { cid, resume }) {
    const earlier = [...this.conversations.values()].find((one) => one.resume === resume);
    const conversation = earlier ?? this.#begin(resume);
    socket.conversation = conversation.id;
    if (!earlier) this.append(conversation, { kind: 'joined' });
    else if (earlier.joinCid !== cid) return refusal('E_CID_REUSE');
    conversation.joinCid = cid;
    return { ok: true, conversation: conversation.id, seq: 1, position: { v: 1, ahead: 0 } };
  }

  send(socket, { conversation: named, cid, body }) {
    const conversation = this.#of(socket, named);
    if (!conversation) return refusal('E_EXPIRED');
    const earlier = conversation.log.find((entry) => entry.cid === cid && entry.from === socket.side);
    if (earlier) return earlier.body === body ? { ok: true, seq: earlier.seq, dup: true } : refusal('E_CID_REUSE');
    if (conversation.endedBy) return refusal('E_ENDED');
    const { seq } = this.append(conversation, { kind: 'message', from: socket.side, cid, body });
    return { ok: true, seq, dup: false };
  }

  seal(socket, { key_id: keyId, enc, sealed }) {
    const conversation = this.#of(socket);
    if (!conversation) return refusal('E_EXPIRED');
    const newest = conversation.log.filter(({ kind }) => kind === 'paired').pop();
    const isSealed = conversation.log.some((entry) => entry.kind === 'key_sealed' && entry.key_id === keyId);
    if (newest?.key_id !== keyId || isSealed) return refusal('E_CONFLICT');
    return { ok: true, seq: this.append(conversation, { kind: 'key_sealed', key_id: keyId, enc, sealed }).seq };
  }

  sync(socket, { conversation: named, after }) {
    const conversation = this.#of(socket, named);
    if (!conversation) return refusal('E_EXPIRED');
    const { log, endedBy } = conversation;
    const entries = log.slice(after, after + this.largestSync);
    const more = after + entries.length < log.length;
    if (endedBy && endedBy !== socket.side && after >= log.length) this.conversations.delete(conversation.id);
    return { ok: true, entries, last: log.length, state: 'active', read: 0, more };
  }

  heartbeat(socket, { after }) {
    const answer = { ok: true, availability_v: this.availability.v };
    if (socket.side === 'youth') return { ...answer, last: this.#of(socket)?.log.length ?? 0 };
    const known = Object.keys(after).filter((id) => this.conversations.has(id));
    return { ...answer, last: Object.fromEntries(known.map((id) => [id, this.conversations.get(id).log.length])) };
  }

  leave(socket, { reason }) {
    return this.#end(this.#of(socket), 'youth', reason);
  }

  end(socket, { conversation, reason }) {
    return this.#end(this.conversations.get(conversation), 'counsellor', reason);
  }

  set_duty(socket, duty) {
    this.duty = duty;
    const held = [...this.conversations.values()].filter(({ isHeld }) => isHeld);
    const conversations = held.map(({ id, log }) => ({ conversation: id, municipality: 'demo', last: log.length }));
    return { ok: true, lease_ms: 30_000, conversations };
  }

  accept(socket, { cid, key_id, public_key }) {
    const accepted = [...this.conversations.values()].find(({ acceptCid }) => acceptCid === cid);
    const next = accepted ?? [...this.conversations.values()].find(({ isHeld, endedBy }) => !isHeld && !endedBy);
    if (!next) return refusal('E_EMPTY');
    if (!accepted) {
      Object.assign(next, { isHeld: true, acceptCid: cid });
      this.append(next, { kind: 'paired', key_id, public_key });
    }
    return { ok: true, conversation: next.id, seq: next.log.length };
  }

  #connection(side, handlers) {
    return new FakeConnection(this, side, handlers);
  }

  #begin(resume) {
    const conversation = { id: random(16), resume, log: [], isHeld: false, endedBy: null };
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }

  #of(socket, named = socket.conversation) {
    return this.conversations.get(named);
  }

  #end(conversation, side, reason) {
    if (!conversation) return refusal('E_EXPIRED');
    if (!conversation.endedBy) {
      conversation.endedBy = side;
      this.append(conversation, { kind: 'ended', reason });
    }
    if (!conversation.isHeld) this.conversations.delete(conversation.id);
    return { ok: true, seq: conversation.log.length };
  }
}

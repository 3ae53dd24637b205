import { random } from '../../../static/js/crypto/base64url.js';
import { FakeSockets, refusal } from './fake-sockets.js';

const otherSide = { youth: 'counsellor', counsellor: 'youth' };

/**
 * The conversations, their logs, and all that a youth can ask. `losesPush(entry)` makes a push vanish.
 *
 * A conversation waits while it has no `holder`; its `former` holder, who had vanished, may go on until it has one.
 */
export class FakeConversations extends FakeSockets {
  conversations = new Map();
  largestSync = 200;
  losesPush = () => false;

  admit(socket, auth) {
    const found = auth?.resume && [...this.conversations.values()].find(({ resume }) => resume === auth.resume);
    if (auth?.resume && !found) return 'E_EXPIRED';
    socket.conversation = found?.id ?? null;
    return super.admit(socket, auth);
  }

  greet(socket) {
    super.greet(socket);
    const conversation = this.conversations.get(socket.conversation);
    if (conversation?.holder) socket.push('peer', this.peerOf(conversation, 'youth'));
    if (conversation) this.tellPeer(conversation, 'counsellor');
    for (const held of this.heldBy(socket.staff)) this.tellPeer(held, 'youth');
  }

  gone(socket) {
    const conversation = this.conversations.get(socket.conversation);
    if (conversation) this.tellPeer(conversation, 'counsellor');
    for (const held of this.heldBy(socket.staff)) this.tellPeer(held, 'youth');
  }

  append(conversation, entry) {
    const written = { seq: conversation.log.length + 1, ...entry };
    conversation.log.push(written);
    if (this.losesPush(written)) return written;
    this.tell(conversation, 'youth', 'entry', written);
    this.tell(conversation, 'counsellor', 'entry', written);
    return written;
  }

  /** Push to every page of the youth, or to the console of whoever holds it. */
  tell(conversation, side, event, payload) {
    for (const socket of this.socketsOf(conversation, side)) {
      socket.push(event, side === 'youth' ? payload : { conversation: conversation.id, ...payload });
    }
  }

  /** Tell one side whether the other one is there. */
  tellPeer(conversation, side) {
    this.tell(conversation, side, 'peer', this.peerOf(conversation, side));
  }

  /** The level that tells `side` of the other. */
  peerOf(conversation, side) {
    const connected = this.socketsOf(conversation, otherSide[side]).length > 0;
    return { v: this.nextVersion(), connected };
  }

  socketsOf(conversation, side) {
    if (side === 'counsellor') return conversation.holder ? this.consolesOf(conversation.holder) : [];
    return [...this.sockets].filter((socket) => socket.conversation === conversation.id);
  }

  heldBy(staff) {
    return staff ? [...this.conversations.values()].filter(({ holder }) => holder === staff) : [];
  }

  join(socket, { cid, resume }) {
    const earlier = [...this.conversations.values()].find((one) => one.resume === resume);
    const conversation = earlier ?? this.#begin(resume);
    if (earlier && earlier.joinCid !== cid) return refusal('E_CID_REUSE');
    conversation.joinCid = cid;
    socket.conversation = conversation.id;
    if (!earlier) this.append(conversation, { kind: 'joined' });
    return { ok: true, conversation: conversation.id, seq: 1, position: { v: this.nextVersion(), ahead: 0 } };
  }

  seal(socket, { key_id: keyId, enc, sealed }) {
    return this.onTheirs(socket, undefined, (conversation) => {
      const newest = conversation.log.filter(({ kind }) => kind === 'paired').pop();
      const isSealed = conversation.log.some((entry) => entry.kind === 'key_sealed' && entry.key_id === keyId);
      if (newest?.key_id !== keyId || isSealed) return refusal('E_CONFLICT');
      return { ok: true, seq: this.append(conversation, { kind: 'key_sealed', key_id: keyId, enc, sealed }).seq };
    });
  }

  send(socket, { conversation: named, cid, body }) {
    return this.onTheirs(socket, named, (conversation) => {
      const earlier = conversation.log.find((entry) => entry.cid === cid && entry.from === socket.side);
      if (earlier) return earlier.body === body ? { ok: true, seq: earlier.seq, dup: true } : refusal('E_CID_REUSE');
      if (conversation.endedBy) return refusal('E_ENDED');
      const { seq } = this.append(conversation, { kind: 'message', from: socket.side, cid, body });
      return { ok: true, seq, dup: false };
    });
  }

  sync(socket, { conversation: named, after }) {
    return this.onTheirs(socket, named, (conversation) => {
      const { log, endedBy, read } = conversation;
      const entries = log.slice(after, after + this.largestSync);
      const more = after + entries.length < log.length;
      if (endedBy && endedBy !== socket.side && after >= log.length) this.conversations.delete(conversation.id);
      const state = stateOf(conversation);
      return { ok: true, entries, last: log.length, state, read: read[otherSide[socket.side]], more };
    });
  }

  typing(socket, { conversation: named, on }) {
    return this.onTheirs(socket, named, (conversation) => {
      this.tell(conversation, otherSide[socket.side], 'typing', { on });
      return { ok: true };
    });
  }

  read(socket, { conversation: named, seq }) {
    return this.onTheirs(socket, named, (conversation) => {
      conversation.read[socket.side] = Math.max(conversation.read[socket.side], seq);
      this.tell(conversation, otherSide[socket.side], 'read', { seq: conversation.read[socket.side] });
      return { ok: true };
    });
  }

  leave(socket, { reason }) {
    return this.onTheirs(socket, undefined, (conversation) => this.finish(conversation, 'youth', reason));
  }

  /** Do something with the conversation that is named, or with the youth's own; refused when it is not theirs. */
  onTheirs(socket, named, action) {
    const conversation = this.conversations.get(named ?? socket.conversation);
    if (!conversation) return refusal('E_EXPIRED');
    const { holder, former } = conversation;
    const isTheirs = socket.side === 'youth' || socket.staff === (holder ?? former);
    return isTheirs ? action(conversation) : refusal('E_NOT_YOURS');
  }

  finish(conversation, side, reason) {
    if (!conversation.endedBy) {
      conversation.endedBy = side;
      this.append(conversation, { kind: 'ended', reason });
    }
    if (!conversation.holder) this.conversations.delete(conversation.id);
    return { ok: true, seq: conversation.log.length };
  }

  #begin(resume) {
    const places = { holder: null, former: null, reservedFor: null, endedBy: null };
    const conversation = { id: random(16), resume, log: [], read: { youth: 0, counsellor: 0 }, acks: new Map(), ...places };
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }
}

export function stateOf({ endedBy, holder }) {
  if (endedBy) return 'ended';
  return holder ? 'active' : 'waiting';
}

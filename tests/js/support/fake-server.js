import { FakeConversations, stateOf } from './fake-conversations.js';
import { refusal } from './fake-sockets.js';

/**
 * The wire protocol with one municipality, in memory: Alex and Kim counsel there, Charlie does not.
 *
 * `duty` is the level last asked for by anyone, `duties` what each counsellor asked for.
 */
export class FakeServer extends FakeConversations {
  team = ['alex', 'kim'];
  duty = null;
  duties = new Map();

  set_duty(socket, duty) {
    this.duty = duty;
    this.duties.set(socket.staff, duty);
    const theirs = [...this.conversations.values()].filter(({ holder, former }) => (holder ?? former) === socket.staff);
    const conversations = theirs.map((conversation) => this.#asListed(conversation));
    return { ok: true, lease_ms: 30_000, municipalities: ['demo'], conversations };
  }

  heartbeat(socket, { after }) {
    const answer = { ok: true, availability_v: this.availability.v };
    const lengthOf = (id) => this.conversations.get(id)?.log.length;
    if (socket.side === 'youth') return { ...answer, last: lengthOf(socket.conversation) ?? 0 };
    const known = Object.keys(after).filter((id) => (this.conversations.get(id)?.holder ?? socket.staff) === socket.staff);
    const last = Object.fromEntries(known.filter(lengthOf).map((id) => [id, lengthOf(id)]));
    return { ...answer, last, duty: this.duties.get(socket.staff)?.state ?? 'off' };
  }

  accept(socket, { cid, conversation: named, key_id, public_key }) {
    const earlier = [...this.conversations.values()].find(({ acks }) => acks.has(cid));
    if (earlier) return earlier.acks.get(cid);
    const chosen = named ? this.conversations.get(named) : this.#lineFor(socket.staff)[0];
    const code = this.#objection(socket.staff, chosen, named);
    if (code) return refusal(code);
    Object.assign(chosen, { holder: socket.staff, former: null, reservedFor: null });
    const { seq } = this.append(chosen, { kind: 'paired', key_id, public_key });
    this.tellPeer(chosen, 'youth');
    this.tellPeer(chosen, 'counsellor');
    return this.#remember(chosen, cid, { ok: true, conversation: chosen.id, seq });
  }

  rekey(socket, { conversation: named, cid, key_id, public_key }) {
    return this.#onHeld(socket, named, cid, (conversation) => {
      const { seq } = this.append(conversation, { kind: 'paired', key_id, public_key, rekey: true });
      return { ok: true, seq };
    });
  }

  hand_over(socket, { conversation: named, cid, to }) {
    return this.#onHeld(socket, named, cid, (conversation) => {
      const code = to === 'line' ? null : this.#objectionToColleague(socket.staff, to);
      if (code) return refusal(code);
      Object.assign(conversation, { holder: null, reservedFor: to === 'line' ? null : to });
      return { ok: true, seq: this.#lineAgain(conversation).seq };
    });
  }

  end(socket, { conversation: named, cid, reason = 'done' }) {
    const conversation = this.conversations.get(named);
    if (conversation?.endedBy) return this.finish(conversation, 'counsellor', reason);
    return this.#onHeld(socket, named, cid, () => this.finish(conversation, 'counsellor', reason));
  }

  /** The holder's lease is long gone: it waits again, and the holder may take it back. */
  vanish(conversation) {
    Object.assign(conversation, { holder: null, former: conversation.holder });
    this.#lineAgain(conversation);
  }

  /** The waiting line as `staff` is told of it. */
  waitingLine(staff) {
    const waiting = this.#lineFor(staff, { all: true }).map((conversation) => ({
      conversation: conversation.id,
      municipality: 'demo',
      since_s: 0,
      urgent: false,
      connected: this.socketsOf(conversation, 'youth').length > 0,
      handed_over: isHandedOver(conversation),
      reserved: reservedAs(conversation, staff),
    }));
    return { v: this.nextVersion(), municipality: 'demo', waiting };
  }

  /** Who is on duty, as everyone on duty is told. */
  dutiesLevel() {
    const listed = [...this.duties].filter(([, { state }]) => state !== 'off').map(([staff, { state, capacity }]) => {
      const live = state === 'on' && this.consolesOf(staff).length > 0;
      return { staff, name: `${staff}@demo.example`, state, live, capacity, room: this.#roomOf(staff) };
    });
    return { v: this.nextVersion(), municipality: 'demo', duties: listed };
  }

  /** Push both levels to every console. */
  tellStaff() {
    for (const socket of this.sockets) {
      if (!socket.staff) continue;
      socket.push('waiting_line', this.waitingLine(socket.staff));
      socket.push('duties', this.dutiesLevel());
    }
  }

  #lineFor(staff, { all = false } = {}) {
    const waiting = [...this.conversations.values()].filter((conversation) => stateOf(conversation) === 'waiting');
    const open = waiting.filter(({ reservedFor }) => all || !reservedFor || reservedFor === staff);
    const rank = (conversation) => (conversation.reservedFor === staff ? 0 : isHandedOver(conversation) ? 1 : 2);
    return open.sort((one, other) => rank(one) - rank(other));
  }

  #objection(staff, chosen, named) {
    if (this.duties.get(staff)?.state !== 'on') return 'E_CONFLICT';
    if (!chosen) return named ? 'E_CONFLICT' : 'E_EMPTY';
    if (stateOf(chosen) !== 'waiting' || ![null, staff].includes(chosen.reservedFor)) return 'E_CONFLICT';
    return chosen.reservedFor === staff || this.#roomOf(staff) > 0 ? null : 'E_CAPACITY';
  }

  #objectionToColleague(staff, to) {
    if (!this.team.includes(to)) return 'E_FORBIDDEN';
    const isLive = this.duties.get(to)?.state === 'on' && this.consolesOf(to).length > 0;
    if (to === staff || !isLive) return 'E_CONFLICT';
    return this.#roomOf(to) > 0 ? null : 'E_CAPACITY';
  }

  #roomOf(staff) {
    const taken = [...this.conversations.values()].filter((conversation) => {
      return !conversation.endedBy && [conversation.holder, conversation.reservedFor].includes(staff);
    });
    return Math.max(0, (this.duties.get(staff)?.capacity ?? 0) - taken.length);
  }

  #onHeld(socket, named, cid, action) {
    const conversation = this.conversations.get(named);
    if (conversation?.acks.has(cid)) return conversation.acks.get(cid);
    if (!conversation) return refusal('E_EXPIRED');
    if (conversation.holder !== socket.staff) return refusal('E_NOT_YOURS');
    return conversation.endedBy ? refusal('E_ENDED') : this.#remember(conversation, cid, action(conversation));
  }

  #remember(conversation, cid, ack) {
    if (ack.ok) conversation.acks.set(cid, ack);
    return ack;
  }

  #lineAgain(conversation) {
    const written = this.append(conversation, { kind: 'handed_over' });
    this.tell(conversation, 'youth', 'position', { v: this.nextVersion(), ahead: 0 });
    return written;
  }

  #asListed(conversation) {
    const { v, connected } = this.peerOf(conversation, 'counsellor');
    const { id, log } = conversation;
    return { conversation: id, municipality: 'demo', state: stateOf(conversation), last: log.length, connected, v };
  }
}

function isHandedOver({ log }) {
  return log.some(({ kind }) => kind === 'handed_over');
}

function reservedAs({ reservedFor }, staff) {
  if (reservedFor === null) return null;
  return reservedFor === staff ? 'you' : 'colleague';
}

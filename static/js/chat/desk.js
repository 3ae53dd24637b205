import { browserClock } from '../lib/clock.js';
import { DeskConversations } from './desk-conversations.js';
import { DeskDuty } from './desk-duty.js';
import { DeskKeys } from './desk-keys.js';
import { DeskLevels } from './desk-levels.js';
import { obstacleOf } from './obstacle.js';
import { Snapshots } from './snapshots.js';
import { Taking } from './taking.js';
import { Wakefulness } from './wakefulness.js';

/**
 * A counsellor's desk: the waiting lines, up to three conversations, and the duty itself.
 *
 * `connect(handlers)` returns a Connection; `keyStore` is a KeyStore; `staff` is the counsellor's own id; `duty` is
 * `{state, capacity, municipalities}` as the page says, where `municipality` alone stands for none. Snapshots:
 * `{connection, refused, duty, availability, waiting, colleagues, obstacle, taking, conversations, error}`.
 */
export class Desk {
  #levels;
  #duty;
  #conversations;
  #taking;
  #wakefulness;
  #connection;
  #line = { connection: 'connecting', refused: null };
  #error = null;
  #snapshots = new Snapshots(() => this.#snapshot());

  constructor({ connect, keyStore, municipality, staff, duty, clock = browserClock }) {
    const keys = new DeskKeys(keyStore);
    this.#levels = new DeskLevels({ staff, clock });
    this.#duty = this.#newDuty({ municipalities: [municipality], ...duty }, clock);
    this.#conversations = this.#newConversations(keys, clock);
    const stands = { levels: this.#levels, duty: this.#duty, conversations: this.#conversations };
    this.#taking = new Taking({ keys, accept: (payload) => this.#ask('accept', payload), clock, ...stands });
    this.#wakefulness = new Wakefulness({ clock, slept: () => this.#duty.slept() });
    this.#connection = connect({
      onStatus: (status, code) => this.#statusChanged(status, code),
      onEvent: (name, payload) => this.#heard(name, payload),
      onPing: () => this.#sayAlive(),
      onWake: () => this.#woke(),
    });
  }

  subscribe(listener) {
    return this.#snapshots.subscribe(listener);
  }

  /** Open the desk, or take it back after another window has replaced it. */
  start() {
    this.#connection.connect();
  }

  /** Ask for another `state` (`on`, `pause`, `off`), `capacity` (1 to 3) or `municipalities` (slugs). */
  setDuty(changes) {
    this.#error = null;
    this.#duty.set(changes);
    this.#snapshots.changed();
  }

  /** Take the head of the waiting line. */
  takeNext() {
    return this.take(null);
  }

  /** Take a named conversation: one that is kept for this counsellor, or one's own that waits again. */
  async take(named) {
    if (this.#taking.isUnderWay) return;
    this.#error = null;
    const taken = this.#taking.take(named);
    this.#snapshots.changed();
    this.#failed(await taken);
  }

  /** Take back one's own that waits again; someone who is not on duty goes on duty with that. */
  takeBack(id) {
    this.conversation(id).wasAskedBack = false;
    if (this.#duty.isLive) this.#settled();
    else this.setDuty({ state: 'on' });
  }

  /** Send a message. Throws TooLong. */
  send(id, text) {
    this.conversation(id)?.send(text);
  }

  /** End a conversation for both; `reason` is `done` or `blocked`. */
  end(id, reason = 'done') {
    this.conversation(id)?.part('end', { reason });
  }

  /** The conversation of that id, or undefined; `retry`, `typing`, `opened` and `part` are its own. */
  conversation(id) {
    return this.#conversations.get(id);
  }

  /** Take a conversation that is over off the desk, and breathe before the next one. */
  clear(id) {
    if (this.#conversations.clear(id)) this.#duty.breathe();
  }

  #newDuty(duty, clock) {
    const setDuty = (wanted) => this.#ask('set_duty', wanted);
    const confirmed = (held) => this.#dutyConfirmed(held);
    const refused = (code) => this.#failed(code);
    return new DeskDuty({ duty, setDuty, clock, confirmed, refused, changed: () => this.#dutyChanged() });
  }

  #newConversations(keys, clock) {
    const request = (event, payload) => this.#ask(event, payload);
    const changed = () => this.#snapshots.changed();
    return new DeskConversations({ keys, request, clock, changed, settled: () => this.#settled() });
  }

  #statusChanged(connection, refused = null) {
    this.#line = { connection, refused };
    if (connection === 'online') this.#online();
    else this.#conversations.disconnected({ isFinal: connection === 'refused' });
    this.#snapshots.changed();
  }

  #online() {
    this.#wakefulness.look();
    this.#duty.repeat();
    this.#taking.hurry();
    this.#conversations.reconnected();
  }

  #woke() {
    this.#wakefulness.look();
    this.#conversations.catchUp();
  }

  /** A console that was replaced is given no answer: what it asked is asked again when it is taken back. */
  async #ask(event, payload) {
    const ack = await this.#connection.request(event, payload);
    if (ack.code === 'E_REPLACED') throw new Error('replaced');
    return ack;
  }

  #heard(name, payload) {
    const conversation = this.conversation(payload?.conversation);
    if (conversation) conversation.heard(name, payload);
    else if (name !== 'entry') this.#levels.take(name, payload);
    // It came here without having been taken here. Whether it is held for this duty only the server can tell.
    else if (!this.#taking.isUnderWay) this.#duty.repeat();
    this.#snapshots.changed();
  }

  async #sayAlive() {
    this.#wakefulness.look();
    const after = this.#conversations.positions;
    const ack = await this.#ask('heartbeat', { after }).catch(() => null);
    if (!ack?.ok) return;
    this.#conversations.expect(ack.last);
    this.#duty.told(ack.duty);
    if (this.#levels.isMissed(ack.availability_v)) this.#connection.reconnect();
    this.#snapshots.changed();
  }

  async #dutyConfirmed(held) {
    this.#dutyChanged();
    this.#conversations.adoptAll(held);
    await this.#conversations.catchUp();
    await this.#conversations.tidyKeys();
    this.#settled();
  }

  #dutyChanged() {
    this.#levels.keepOnly(this.#duty.served);
    this.#snapshots.changed();
  }

  /** What was put into the line while this console was away is taken back, unless somebody was faster. */
  #settled() {
    this.#snapshots.changed();
    const { relined } = this.#conversations;
    if (!relined || !this.#duty.isLive || this.#taking.isUnderWay) return;
    relined.wasAskedBack = true;
    this.take(relined.id);
  }

  #failed(code) {
    this.#error = code;
    this.#snapshots.changed();
  }

  #snapshot() {
    const desk = {
      ...{ ...this.#line, error: this.#error, duty: this.#duty.snapshot, taking: this.#taking.isUnderWay },
      ...this.#levels.snapshot,
      conversations: this.#conversations.snapshot,
    };
    return Object.freeze({ ...desk, obstacle: obstacleOf(desk) });
  }
}

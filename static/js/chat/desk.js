import { browserClock } from '../lib/clock.js';
import { Availability } from './availability.js';
import { DeskConversation } from './desk-conversation.js';
import { DeskDuty } from './desk-duty.js';
import { DeskKeys } from './desk-keys.js';
import { Snapshots } from './snapshots.js';
import { Taking } from './taking.js';
import { WaitingLine } from './waiting-line.js';

export { MAX_BYTES, MAX_CHARACTERS, TooLong } from './message-length.js';

/**
 * A counsellor's desk: the waiting line, up to three conversations, and the duty itself.
 *
 * `connect(handlers)` returns a Connection; `keyStore` is a KeyStore; `duty` is `{state, capacity}` as the page says.
 * `subscribe` gives snapshots: `{connection, refused, duty, availability, waiting, taking, conversations, error}`.
 */
export class Desk {
  #municipality;
  #clock;
  #keys;
  #duty;
  #connection;
  #status = 'connecting';
  #refused = null;
  #availability = new Availability();
  #line;
  #taking;
  #conversations = new Map();
  #hasTidied = false;
  #error = null;
  #snapshots = new Snapshots(() => this.#snapshot());
  #request = (event, payload) => this.#connection.request(event, payload);

  constructor({ connect, keyStore, municipality, duty, clock = browserClock }) {
    this.#municipality = municipality;
    this.#clock = clock;
    this.#keys = new DeskKeys(keyStore, municipality);
    this.#line = new WaitingLine(clock);
    this.#duty = this.#newDuty(duty);
    this.#taking = new Taking({ keys: this.#keys, accept: (payload) => this.#request('accept', payload), clock });
    this.#connection = connect({
      onStatus: (status, code) => this.#statusChanged(status, code),
      onEvent: (name, payload) => this.#heard(name, payload),
      onPing: () => this.#sayAlive(),
      onWake: () => this.#catchUpAll(),
    });
  }

  subscribe(listener) {
    return this.#snapshots.subscribe(listener);
  }

  start() {
    this.#connection.connect();
  }

  /** Go on duty, pause or off; capacity 1 to 3. */
  setDuty(state, capacity) {
    this.#error = null;
    this.#duty.set(state, capacity);
    this.#snapshots.changed();
  }

  /** Take the head of the waiting line. */
  async takeNext() {
    if (this.#taking.isUnderWay) return;
    this.#error = null;
    const taken = this.#taking.takeNext();
    this.#snapshots.changed();
    const { ok, code, conversation } = await taken;
    if (ok) this.#adopt(conversation).catchUp();
    else this.#error = code;
    this.#snapshots.changed();
  }

  /** Send a message. Throws TooLong. */
  send(id, text) {
    this.#conversations.get(id)?.send(text);
  }

  /** Try again what could not be sent, in the order in which it was written. */
  retry(id) {
    this.#conversations.get(id)?.retry();
  }

  end(id) {
    this.#conversations.get(id)?.end();
  }

  /** Take an ended conversation off the desk. */
  clear(id) {
    const conversation = this.#conversations.get(id);
    if (!conversation?.isOver) return;
    conversation.close();
    this.#conversations.delete(id);
    this.#snapshots.changed();
  }

  /** The counsellor looks at a conversation. */
  opened(id) {
    this.#conversations.get(id)?.opened();
  }

  #newDuty(duty) {
    return new DeskDuty({
      duty,
      setDuty: (wanted) => this.#request('set_duty', wanted),
      clock: this.#clock,
      confirmed: (conversations) => this.#dutyConfirmed(conversations),
      refused: (code) => this.#failed(code),
    });
  }

  #statusChanged(status, code = null) {
    this.#status = status;
    this.#refused = code;
    if (status === 'online') this.#online();
    this.#snapshots.changed();
  }

  #online() {
    this.#duty.repeat();
    this.#taking.hurry();
    for (const conversation of this.#conversations.values()) conversation.reconnected();
  }

  #heard(name, payload) {
    if (name === 'availability') this.#availability.take(payload);
    if (name === 'waiting_line') this.#line.take(payload);
    if (name === 'entry') this.#adopt(payload.conversation).receive(payload);
    this.#snapshots.changed();
  }

  async #sayAlive() {
    const followed = this.#followed();
    const after = Object.fromEntries(followed.map(({ id, last }) => [id, last]));
    const ack = await this.#request('heartbeat', { after }).catch(() => null);
    if (!ack?.ok) return;
    for (const conversation of followed) conversation.expect(ack.last[conversation.id]);
    if (this.#availability.isMissed(ack.availability_v)) this.#connection.reconnect();
  }

  async #dutyConfirmed(held) {
    if (this.#duty.isOff) this.#line.clear();
    for (const { conversation, municipality } of held) this.#adopt(conversation, municipality);
    this.#snapshots.changed();
    await this.#catchUpAll();
    if (!this.#hasTidied) await this.#tidyKeys();
  }

  /** Once, when all own conversations are known: keys of others have no business here. */
  async #tidyKeys() {
    this.#hasTidied = true;
    const own = [...this.#conversations.values()].filter(({ isOver }) => !isOver);
    await this.#keys.keepOnly(own.map(({ keyId }) => keyId));
  }

  #adopt(id, municipality = this.#municipality) {
    const known = this.#conversations.get(id);
    if (known) return known;
    const conversation = new DeskConversation({
      id,
      municipality,
      request: (event, payload) => this.#request(event, { conversation: id, ...payload }),
      keys: this.#keys,
      clock: this.#clock,
      listener: { changed: () => this.#snapshots.changed(), cleared: () => this.clear(id) },
    });
    this.#conversations.set(id, conversation);
    return conversation;
  }

  #catchUpAll() {
    return Promise.all(this.#followed().map((conversation) => conversation.catchUp()));
  }

  #followed() {
    return [...this.#conversations.values()].filter(({ isFinished }) => !isFinished);
  }

  #failed(code) {
    this.#error = code;
    this.#snapshots.changed();
  }

  #snapshot() {
    return Object.freeze({
      connection: this.#status,
      refused: this.#refused,
      duty: this.#duty.snapshot,
      availability: this.#availability.value,
      waiting: this.#line.snapshot,
      taking: this.#taking.isUnderWay,
      conversations: Object.freeze([...this.#conversations.values()].map((one) => one.snapshot())),
      error: this.#error,
    });
  }
}

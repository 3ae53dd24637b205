import { browserClock } from '../lib/clock.js';
import { Availability } from './availability.js';
import { DeskConversations } from './desk-conversations.js';
import { DeskDuty } from './desk-duty.js';
import { DeskKeys } from './desk-keys.js';
import { Snapshots } from './snapshots.js';
import { Taking } from './taking.js';
import { WaitingLine } from './waiting-line.js';

/**
 * A counsellor's desk: the waiting line, up to three conversations, and the duty itself.
 *
 * `connect(handlers)` returns a Connection; `keyStore` is a KeyStore; `duty` is `{state, capacity}` as the page says.
 * `subscribe` gives snapshots: `{connection, refused, duty, availability, waiting, taking, conversations, error}`.
 */
export class Desk {
  #duty;
  #connection;
  #status = 'connecting';
  #refused = null;
  #availability = new Availability();
  #line;
  #taking;
  #conversations;
  #error = null;
  #snapshots = new Snapshots(() => this.#snapshot());
  #request = (event, payload) => this.#connection.request(event, payload);

  constructor({ connect, keyStore, municipality, duty, clock = browserClock }) {
    const keys = new DeskKeys(keyStore, municipality);
    const request = this.#request;
    const changed = () => this.#snapshots.changed();
    this.#line = new WaitingLine(clock);
    this.#duty = this.#newDuty(duty, clock);
    this.#taking = new Taking({ keys, accept: (payload) => request('accept', payload), clock });
    this.#conversations = new DeskConversations({ municipality, keys, request, clock, changed });
    this.#connection = connect({
      onStatus: (status, code) => this.#statusChanged(status, code),
      onEvent: (name, payload) => this.#heard(name, payload),
      onPing: () => this.#sayAlive(),
      onWake: () => this.#conversations.catchUp(),
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
    if (ok) this.#conversations.adopt(conversation).catchUp();
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
    this.#conversations.clear(id);
  }

  /** The counsellor looks at a conversation. */
  opened(id) {
    this.#conversations.get(id)?.opened();
  }

  #newDuty(duty, clock) {
    return new DeskDuty({
      duty,
      setDuty: (wanted) => this.#request('set_duty', wanted),
      clock,
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
    this.#conversations.reconnected();
  }

  #heard(name, payload) {
    if (name === 'availability') this.#availability.take(payload);
    if (name === 'waiting_line') this.#line.take(payload);
    if (name === 'entry') this.#received(payload);
    this.#snapshots.changed();
  }

  #received(entry) {
    const conversation = this.#conversations.get(entry.conversation);
    if (conversation) conversation.receive(entry);
    // Another console of this counsellor took it. Whether it belongs to this municipality only the server can tell.
    else if (!this.#taking.isUnderWay) this.#duty.repeat();
  }

  async #sayAlive() {
    const { followed } = this.#conversations;
    const after = Object.fromEntries(followed.map(({ id, last }) => [id, last]));
    const ack = await this.#request('heartbeat', { after }).catch(() => null);
    if (!ack?.ok) return;
    for (const conversation of followed) conversation.expect(ack.last[conversation.id]);
    if (this.#availability.isMissed(ack.availability_v)) this.#connection.reconnect();
  }

  async #dutyConfirmed(held) {
    if (this.#duty.isOff) this.#line.clear();
    for (const { conversation, municipality } of held) this.#conversations.adopt(conversation, municipality);
    this.#snapshots.changed();
    await this.#conversations.catchUp();
    await this.#conversations.tidyKeys();
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
      conversations: this.#conversations.snapshot,
      error: this.#error,
    });
  }
}

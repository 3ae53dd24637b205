import { browserClock } from '../lib/clock.js';
import { Availability } from './availability.js';
import { Level } from './level.js';
import { RepeatedRequest } from './repeated-request.js';
import { Resume } from './resume.js';
import { Snapshots } from './snapshots.js';
import { YouthConversation } from './youth-conversation.js';

export { MAX_BYTES, MAX_CHARACTERS, TooLong } from './message-length.js';

/**
 * A young person's chat, from the first look at the door to the end.
 *
 * `connect(handlers)` returns a Connection; `memory` is a SessionMemory. `subscribe` gives snapshots:
 * `{screen, connection, availability, joining, refused, ahead, messages, notices, ended}`.
 */
export class YouthChat {
  #municipality;
  #memory;
  #clock;
  #connection;
  #status = 'connecting';
  #availability = new Availability();
  #position = new Level();
  #resume = null;
  #conversation = null;
  #asking = null;
  #refused = null;
  #ended = null;
  #snapshots = new Snapshots(() => this.#snapshot());

  constructor({ connect, memory, municipality, clock = browserClock }) {
    this.#municipality = municipality;
    this.#memory = memory;
    this.#clock = clock;
    this.#connection = connect({
      auth: async () => this.#auth(),
      onStatus: (status, code) => this.#statusChanged(status, code),
      onEvent: (name, payload) => this.#heard(name, payload),
      onPing: () => this.#sayAlive(),
      onWake: () => this.#conversation?.catchUp(),
    });
  }

  subscribe(listener) {
    return this.#snapshots.subscribe(listener);
  }

  /** Connect; come back to the conversation of this tab if there is one. */
  start() {
    this.#resume = Resume.found(this.#memory);
    if (this.#resume?.leave) this.#ended = 'done';
    else if (this.#resume?.conversation) this.#enter();
    this.#connection.connect();
    if (this.#resume) this.#askToJoinOrLeave();
    this.#snapshots.changed();
  }

  /** Take a place in the line. */
  join() {
    if (this.#resume || this.#ended) return;
    this.#refused = null;
    this.#resume = Resume.fresh(this.#memory);
    this.#askToJoinOrLeave();
    this.#snapshots.changed();
  }

  /** Send a message, waiting or not. Throws TooLong. */
  send(text) {
    this.#conversation?.send(text);
  }

  /** Try again what could not be sent, in the order in which it was written. */
  retry() {
    this.#conversation?.retry();
  }

  /** End it here, at once, and tell the server as soon as it can be told. */
  leave(reason = 'done') {
    if (!this.#resume || this.#ended) return;
    this.#resume.leaving(reason);
    this.#end(reason);
    if (!this.#asking) this.#askToJoinOrLeave();
  }

  /** The page goes: leave nothing in memory. What the tab keeps for a reload stays. */
  wipe() {
    this.#asking?.cancel();
    this.#connection.disconnect();
    this.#resume = null;
    this.#closeConversation();
  }

  #auth() {
    const resume = this.#resume?.token;
    return { v: 1, municipality: this.#municipality, ...(resume && { resume }) };
  }

  #statusChanged(status, code) {
    this.#status = status;
    if (status === 'online') this.#online();
    if (status === 'refused') this.#turnedAway(code);
    this.#snapshots.changed();
  }

  #online() {
    this.#asking?.hurry();
    this.#conversation?.reconnected();
  }

  #turnedAway(code) {
    if (code === 'E_EXPIRED') this.#expire();
    else this.#refused = code;
  }

  #heard(name, payload) {
    if (name === 'availability') this.#availability.take(payload);
    if (name === 'position') this.#position.take(payload);
    if (name === 'entry') this.#conversation?.receive(payload);
    this.#snapshots.changed();
  }

  async #sayAlive() {
    const ack = await this.#request('heartbeat', { after: this.#conversation?.last ?? 0 }).catch(() => null);
    if (ack?.code === 'E_EXPIRED') this.#expire();
    if (!ack?.ok) return;
    this.#conversation?.expect(ack.last);
    if (this.#availability.isMissed(ack.availability_v)) this.#connection.reconnect();
  }

  /** Repeat what the server must learn before anything else: the join, and after it the leave. */
  async #askToJoinOrLeave() {
    const { conversation, join, leave } = this.#resume;
    if (!conversation) this.#joined(await this.#repeat('join', join));
    else if (leave) this.#left(await this.#repeat('leave', leave));
  }

  async #repeat(event, payload) {
    this.#asking = new RepeatedRequest(() => this.#request(event, payload), { clock: this.#clock });
    const ack = await this.#asking.answer;
    this.#asking = null;
    return ack;
  }

  #joined(ack) {
    if (!ack.ok) return this.#notJoined(ack.code);
    this.#resume.joined(ack.conversation);
    if (ack.position) this.#position.take(ack.position);
    if (this.#resume.leave) return this.#askToJoinOrLeave();
    this.#enter();
    this.#conversation.catchUp();
    this.#snapshots.changed();
  }

  #notJoined(code) {
    if (this.#ended) return this.#left();
    this.#refused = code;
    this.#forget();
    this.#snapshots.changed();
  }

  #left() {
    this.#forget();
    this.#connection.disconnect();
  }

  #enter() {
    this.#conversation = new YouthConversation({
      resume: this.#resume,
      municipality: this.#municipality,
      request: (event, payload) => this.#request(event, payload),
      clock: this.#clock,
      listener: {
        changed: () => this.#snapshots.changed(),
        ended: (reason) => this.#end(reason),
        confirmed: () => this.#left(),
        expired: () => this.#expire(),
      },
    });
  }

  #expire() {
    if (!this.#ended) this.#end('expired');
    this.#left();
  }

  #end(reason) {
    this.#ended = reason;
    this.#closeConversation();
    this.#snapshots.changed();
  }

  #closeConversation() {
    this.#conversation?.close();
    this.#conversation = null;
    this.#position.clear();
  }

  #forget() {
    this.#resume?.forget();
    this.#resume = null;
  }

  async #request(event, payload) {
    return this.#connection.request(event, payload);
  }

  #snapshot() {
    return Object.freeze({
      screen: this.#screen(),
      connection: this.#status,
      availability: this.#availability.value,
      joining: this.#resume !== null && this.#conversation === null && !this.#ended,
      refused: this.#refused,
      ahead: this.#position.value?.ahead ?? null,
      messages: this.#conversation?.messages ?? Object.freeze([]),
      notices: this.#conversation?.notices ?? Object.freeze([]),
      ended: this.#ended,
    });
  }

  #screen() {
    if (this.#ended) return 'ended';
    if (!this.#conversation) return 'welcome';
    return this.#conversation.isPaired ? 'conversation' : 'waiting';
  }
}

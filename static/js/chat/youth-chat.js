import { browserClock } from '../lib/clock.js';
import { Availability } from './availability.js';
import { Doorstep } from './doorstep.js';
import { Snapshots } from './snapshots.js';
import { YouthConversation } from './youth-conversation.js';
import { youthSnapshot } from './youth-snapshot.js';

/**
 * A young person's chat, from the first look at the door to the end.
 *
 * `connect(handlers)` returns a Connection; `memory` is a SessionMemory; `language` is the page's, `da` or `en`. `subscribe`
 * gives youthSnapshots.
 */
export class YouthChat {
  #municipality;
  #clock;
  #connection;
  #doorstep;
  #line = { connection: 'connecting', reason: null };
  #availability = new Availability();
  #conversation = null;
  #refused = null;
  #ended = null;
  #snapshots = new Snapshots(() => this.#snapshot());
  #request = (event, payload) => this.#connection.request(event, payload);

  constructor({ connect, memory, municipality, language, clock = browserClock }) {
    this.#municipality = municipality;
    this.#clock = clock;
    this.#doorstep = new Doorstep({ memory, language, request: this.#request, clock, listener: this.#atTheDoor() });
    this.#connection = connect({
      auth: async () => ({ v: 1, municipality, ...this.#doorstep.credentials }),
      onStatus: (status, code) => this.#statusChanged(status, code),
      onEvent: (name, payload) => this.#heard(name, payload),
      onPing: () => this.#sayAlive(),
      onWake: () => this.#goOn(),
    });
  }

  subscribe(listener) {
    return this.#snapshots.subscribe(listener);
  }

  /** Connect; come back to the conversation of this tab if there is one. */
  start() {
    const resume = this.#doorstep.comeBack();
    if (resume?.leave) this.#ended = resume.leave.reason;
    else if (resume?.conversation) this.#enter();
    this.#connection.connect();
    this.#snapshots.changed();
  }

  /** Take a place in the line; `{urgent: true}` asks for one further ahead. */
  join(wishes) {
    if (this.#doorstep.resume || this.#ended) return;
    this.#refused = null;
    this.#doorstep.enter(wishes);
    this.#snapshots.changed();
  }

  /** Send a message, waiting or not. Throws TooLong. */
  send(text) {
    this.#conversation?.send(text);
  }

  /** Something was typed; `on` says whether anything is written now. */
  typing(on) {
    this.#conversation?.typing(on);
  }

  /** The newest message stands on the screen, and somebody can see it. */
  shown() {
    this.#conversation?.shown();
  }

  /** Try again what could not be sent, in the order in which it was written. */
  retry() {
    this.#conversation?.retry();
  }

  /** End it here, at once, and tell the server as soon as it can be told. */
  leave(reason = 'done') {
    if (!this.#doorstep.resume || this.#ended) return;
    this.#doorstep.leave(reason);
    this.#end(reason);
  }

  /** Go at once: nothing stays, neither here nor in the tab, whether or not the server hears of it. */
  flee() {
    this.#doorstep.flee();
    this.wipe();
  }

  /** The page goes: leave nothing in memory. What the tab keeps for a reload stays. */
  wipe() {
    this.#doorstep.close();
    this.#connection.disconnect();
    this.#closeConversation();
    this.#snapshots.changed();
  }

  #atTheDoor() {
    return {
      joined: (ack) => this.#joined(ack),
      delayed: (code) => this.#refuse(code),
      turnedAway: (code) => (this.#ended ? this.#connection.disconnect() : this.#refuse(code)),
      left: () => this.#left(),
    };
  }

  #statusChanged(status, code = null) {
    this.#line = { connection: status, reason: code };
    if (status === 'online') this.#goOn();
    else this.#conversation?.disconnected();
    if (code === 'E_EXPIRED') this.#expire();
    this.#snapshots.changed();
  }

  /** The connection is back, or the page is: everything that waits for an answer asks again. */
  #goOn() {
    this.#doorstep.hurry();
    this.#conversation?.reconnected();
  }

  #heard(name, payload) {
    if (name === 'availability') this.#availability.take(payload);
    else this.#conversation?.heard(name, payload);
    this.#snapshots.changed();
  }

  async #sayAlive() {
    const ack = await this.#request('heartbeat', { after: this.#conversation?.last ?? 0 }).catch(() => null);
    if (ack?.code === 'E_EXPIRED') this.#expire();
    if (!ack?.ok) return;
    this.#conversation?.expect(ack.last);
    if (this.#availability.isMissed(ack.availability_v)) this.#connection.reconnect();
  }

  #joined({ position }) {
    this.#refused = null;
    this.#enter();
    if (position) this.#conversation.heard('position', position);
    this.#conversation.catchUp();
    this.#snapshots.changed();
  }

  #refuse(code) {
    this.#refused = code;
    this.#snapshots.changed();
  }

  #enter() {
    this.#conversation = new YouthConversation({
      resume: this.#doorstep.resume,
      municipality: this.#municipality,
      request: this.#request,
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

  #left() {
    this.#doorstep.forget();
    this.#connection.disconnect();
  }

  #closeConversation() {
    this.#conversation?.close();
    this.#conversation = null;
  }

  #snapshot() {
    return youthSnapshot({
      ...this.#line,
      conversation: this.#conversation,
      resume: this.#doorstep.resume,
      availability: this.#availability.value,
      refused: this.#refused,
      ended: this.#ended,
    });
  }
}

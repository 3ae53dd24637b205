import { random } from '../crypto/base64url.js';
import { RepeatedRequest } from './repeated-request.js';
import { Resume } from './resume.js';

/**
 * A youth's way in and out: one join and one leave, each repeated unchanged until the server has answered it.
 *
 * `language` is the page's; `request(event, payload)` asks the server. The listener hears `joined(ack)`, `delayed(code)` when
 * the server wants to be asked later, `turnedAway(code)` and `left()`; after the last two nothing is kept any more.
 */
export class Doorstep {
  #memory;
  #language;
  #request;
  #clock;
  #listener;
  #asking = null;

  /** What is kept to come back; null outside. */
  resume = null;

  constructor({ memory, language, request, clock, listener }) {
    this.#memory = memory;
    this.#language = language;
    this.#request = request;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** What the connection must say to be let into the conversation; nothing until the join is acknowledged. */
  get credentials() {
    const token = this.resume?.token;
    return token ? { resume: token } : {};
  }

  /** Go on where the earlier page of this tab was interrupted; returns what it kept, or null. */
  comeBack() {
    this.resume = Resume.found(this.#memory);
    if (this.resume) this.#goOn();
    return this.resume;
  }

  /** Ask to be let in; `wishes` is what the join says besides, such as `{urgent: true}`. */
  enter(wishes) {
    this.resume = Resume.fresh(this.#memory, { language: this.#language, ...wishes });
    this.#goOn();
  }

  /** Leave, even if it is not known yet whether the join has arrived. */
  leave(reason) {
    this.resume.leaving(reason);
    if (!this.#asking) this.#goOn();
  }

  /** Go at once and keep nothing. The server is told if that can be done now; nobody waits for its answer. */
  flee() {
    if (this.resume) this.#request('leave', { cid: random(16), reason: 'exit' }).catch(() => {});
    this.forget();
  }

  /** The connection is back. */
  hurry() {
    this.#asking?.hurry();
  }

  /** It is over: keep nothing. */
  forget() {
    this.close();
    this.resume?.forget();
    this.resume = null;
  }

  /** The page goes; the tab keeps what it needs to come back. */
  close() {
    this.#asking?.cancel();
    this.#asking = null;
  }

  async #goOn() {
    const { conversation, join, leave } = this.resume;
    if (!conversation) this.#joined(await this.#repeat('join', join));
    else if (leave) this.#left(await this.#repeat('leave', leave));
  }

  async #repeat(event, payload) {
    const onRepeat = (code) => this.#listener.delayed(code);
    this.#asking = new RepeatedRequest(() => this.#request(event, payload), { clock: this.#clock, onRepeat });
    const ack = await this.#asking.answer;
    this.#asking = null;
    return ack;
  }

  #joined(ack) {
    if (ack.ok) return this.#entered(ack);
    this.forget();
    this.#listener.turnedAway(ack.code);
  }

  #entered(ack) {
    this.resume.joined(ack.conversation);
    if (this.resume.leave) this.#goOn();
    else this.#listener.joined(ack);
  }

  /** Whatever the answer: the conversation is over, or it never began. */
  #left() {
    this.forget();
    this.#listener.left();
  }
}

import { random } from '../crypto/base64url.js';
import { RepeatedRequest } from './repeated-request.js';

/**
 * How a counsellor parts from a conversation: ends it or hands it over, once every sentence of theirs has arrived.
 *
 * `hasUnsent()` says whether one is still on its way; `answered(event, ack)` hears how it went.
 */
export class Parting {
  #request;
  #hasUnsent;
  #answered;
  #clock;
  #payload = null;
  #asking = null;

  /** `end` or `hand_over` while that is under way, else null. */
  event = null;

  constructor({ request, hasUnsent, answered, clock }) {
    this.#request = request;
    this.#hasUnsent = hasUnsent;
    this.#answered = answered;
    this.#clock = clock;
  }

  /** Begin, unless a parting is under way. `fields` are those of the event's payload. */
  begin(event, fields) {
    if (this.event) return;
    this.event = event;
    this.#payload = { cid: random(16), ...fields };
    this.proceed();
  }

  /** Ask as soon as nothing is on its way; call it after every change. */
  proceed() {
    if (this.event && !this.#asking && !this.#hasUnsent()) this.#ask();
  }

  /** The connection is back. */
  hurry() {
    this.#asking?.hurry();
  }

  cancel() {
    this.#asking?.cancel();
    this.#asking = null;
    this.event = null;
  }

  async #ask() {
    const { event } = this;
    this.#asking = new RepeatedRequest(() => this.#request(event, this.#payload), { clock: this.#clock });
    const ack = await this.#asking.answer;
    this.cancel();
    this.#answered(event, ack);
  }
}

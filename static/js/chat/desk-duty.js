import { RepeatedRequest } from './repeated-request.js';

/**
 * A counsellor's duty as a level: what was last asked for is repeated until the server has it.
 *
 * `confirmed(conversations)` hears of every acknowledged level, `refused(code)` when the old one stands.
 */
export class DeskDuty {
  #wanted;
  #confirmed;
  #setDuty;
  #clock;
  #listener;
  #request = null;

  /** `duty` is `{state, capacity}` as the page was told; `setDuty(duty)` asks the server. */
  constructor({ duty, setDuty, clock, ...listener }) {
    this.#wanted = this.#confirmed = duty;
    this.#setDuty = setDuty;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** The level wanted, and whether the server has yet to agree. */
  get snapshot() {
    return Object.freeze({ ...this.#wanted, pending: this.#request !== null });
  }

  get isOff() {
    return this.#confirmed.state === 'off';
  }

  set(state, capacity = this.#wanted.capacity) {
    this.#wanted = { state, capacity };
    this.#ask();
  }

  /**
   * Say the level again on a new connection. A console that is and was off says nothing: it would end the duty of the
   * same counsellor's other console.
   */
  repeat() {
    if (this.#wanted.state !== 'off' || !this.isOff || this.#request) this.#ask();
  }

  async #ask() {
    this.#request?.cancel();
    const wanted = this.#wanted;
    this.#request = new RepeatedRequest(() => this.#setDuty(wanted), { clock: this.#clock });
    const ack = await this.#request.answer;
    this.#request = null;
    if (ack.ok) this.#agreed(wanted, ack.conversations);
    else this.#disagreed(ack.code);
  }

  #agreed(duty, conversations) {
    this.#confirmed = duty;
    this.#listener.confirmed(conversations);
  }

  #disagreed(code) {
    this.#wanted = this.#confirmed;
    this.#listener.refused(code);
  }
}

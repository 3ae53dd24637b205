import { pauseBefore } from '../lib/back-off.js';

const REPEATABLE = new Set(['E_UNAVAILABLE', 'E_RATE', 'E_DRAINING', 'E_INTERNAL', 'E_TIMEOUT', 'E_AUTH']);

/** The answer of a request that was repeated in vain for as long as it was allowed to be. */
export const GIVEN_UP = Object.freeze({ ok: false, code: 'GIVEN_UP' });

/**
 * One request, repeated unchanged until the server has given it a final answer.
 *
 * `answer` resolves with that ack, or with GIVEN_UP after `giveUpAfter` milliseconds; it never rejects. After
 * `cancel()` it never resolves either. `onRepeat(code)` hears of each refusal that is not the last word.
 */
export class RepeatedRequest {
  #ask;
  #clock;
  #onRepeat;
  #deadline;
  #resolve;
  #tries = 0;
  #asking = false;
  #over = false;
  #callOff = () => {};

  constructor(ask, { clock, giveUpAfter = Infinity, onRepeat = () => {} }) {
    this.#ask = ask;
    this.#clock = clock;
    this.#onRepeat = onRepeat;
    this.#deadline = clock.now() + giveUpAfter;
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#try();
  }

  /** The connection is back: try now instead of when the pause is over. */
  hurry() {
    if (this.#over || this.#asking) return;
    this.#tries = 0;
    this.#try();
  }

  cancel() {
    this.#over = true;
    this.#callOff();
  }

  async #try() {
    this.#callOff();
    if (this.#clock.now() >= this.#deadline) return this.#finish(GIVEN_UP);
    this.#asking = true;
    const ack = await this.#ask().catch(() => ({ ok: false, code: 'E_TIMEOUT' }));
    this.#asking = false;
    if (this.#over) return;
    if (ack.ok || !REPEATABLE.has(ack.code)) this.#finish(ack);
    else this.#tryLater(ack);
  }

  #tryLater({ code, retry_ms: atLeastMs }) {
    this.#onRepeat(code);
    const pause = pauseBefore(this.#tries, this.#clock.random(), atLeastMs);
    this.#tries += 1;
    const left = this.#deadline - this.#clock.now();
    this.#callOff = this.#clock.after(Math.min(pause, left), () => this.#try());
  }

  #finish(ack) {
    this.cancel();
    this.#resolve(ack);
  }
}

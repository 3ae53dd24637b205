import { Level } from './level.js';

/** The waiting line as the server last told it, head first. */
export class WaitingLine {
  #clock;
  #level = new Level();
  #receivedAt = 0;

  constructor(clock) {
    this.#clock = clock;
  }

  take(level) {
    if (this.#level.take(level)) this.#receivedAt = this.#clock.now();
  }

  clear() {
    this.#level.clear();
  }

  /** Everyone who waits; `since_s` seconds had passed at `receivedAt` (milliseconds since 1970). */
  get snapshot() {
    const waiting = this.#level.value?.waiting ?? [];
    return Object.freeze(waiting.map((youth) => Object.freeze({ ...youth, receivedAt: this.#receivedAt })));
  }
}

import { canBeTaken } from './waiting-line.js';

const REPEAT_MS = 30_000;
const LOUDER_AFTER_MS = 60_000;

/**
 * Calls the counsellor while somebody waits whom they have room for: at once, then every half minute, louder after a
 * minute. `call({count, loud})` makes it heard; `quiet()` says that nobody is to be called for any more.
 *
 * Look at every snapshot and at every ping of the engine: timers alone are throttled in a hidden tab.
 */
export class Calls {
  #clock;
  #call;
  #quiet;
  #since = new Map();
  #calledAt = null;
  #callOff = () => {};

  constructor({ clock, call, quiet }) {
    this.#clock = clock;
    this.#call = call;
    this.#quiet = quiet;
  }

  /** See who waits; `snapshot` is one of the desk's. */
  look(snapshot) {
    this.#callOff();
    const waiting = snapshot.obstacle || snapshot.taking ? [] : snapshot.waiting.filter(canBeTaken);
    const hasNew = waiting.some(({ conversation }) => !this.#since.has(conversation));
    this.#remember(waiting);
    if (waiting.length === 0) return this.#stop();
    if (hasNew || this.#pause() <= 0) this.#callFor(waiting);
    this.#callOff = this.#clock.after(this.#pause(), () => this.look(snapshot));
  }

  #remember(waiting) {
    const now = this.#clock.now();
    this.#since = new Map(waiting.map(({ conversation }) => [conversation, this.#since.get(conversation) ?? now]));
  }

  #callFor(waiting) {
    this.#calledAt = this.#clock.now();
    const longest = this.#calledAt - Math.min(...this.#since.values());
    this.#call({ count: waiting.length, loud: longest >= LOUDER_AFTER_MS });
  }

  /** How many milliseconds are left until it is time to call again. */
  #pause() {
    return this.#calledAt + REPEAT_MS - this.#clock.now();
  }

  #stop() {
    if (this.#calledAt === null) return;
    this.#calledAt = null;
    this.#quiet();
  }
}

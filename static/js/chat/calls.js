import { canBeTaken } from './waiting-line.js';

const REPEAT_MS = 30_000;
const LOUDER_AFTER_MS = 60_000;
const BREATHER_MS = 60_000; // who has just cleared a conversation is left in peace for a moment, and then is not forgotten

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
    const waiting = hasRoom(snapshot) ? snapshot.waiting.filter(canBeTaken) : [];
    const hasNew = waiting.some(({ conversation }) => !this.#since.has(conversation));
    this.#remember(waiting);
    if (waiting.length === 0) return this.#stop();
    const isDue = hasNew || this.#pause === 0;
    if (isDue && this.#longest >= (snapshot.obstacle === 'breather' ? BREATHER_MS : 0)) this.#callFor(waiting.length);
    this.#callOff = this.#clock.after(this.#pause || REPEAT_MS, () => this.look(snapshot));
  }

  #remember(waiting) {
    const now = this.#clock.now();
    this.#since = new Map(waiting.map(({ conversation }) => [conversation, this.#since.get(conversation) ?? now]));
  }

  #callFor(count) {
    this.#calledAt = this.#clock.now();
    this.#call({ count, loud: this.#longest >= LOUDER_AFTER_MS });
  }

  /** How many milliseconds somebody has been waiting in sight of this desk. */
  get #longest() {
    return this.#clock.now() - Math.min(...this.#since.values());
  }

  /** How many milliseconds are left until it is time to call again. */
  get #pause() {
    return this.#calledAt === null ? 0 : Math.max(0, this.#calledAt + REPEAT_MS - this.#clock.now());
  }

  #stop() {
    if (this.#calledAt === null) return;
    this.#calledAt = null;
    this.#quiet();
  }
}

/** A text that is not cleared yet is no reason to let somebody wait unheard, and neither is a breather. */
function hasRoom({ obstacle, taking }) {
  return !taking && [null, 'uncleared', 'breather'].includes(obstacle);
}

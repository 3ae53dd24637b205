import { ManualClock } from './manual-clock.js';

/** The clock of a laptop: while it sleeps the time goes on and its timers stand still. */
export class SleepyClock {
  #timers = new ManualClock();
  #slept = 0;

  now = () => this.#timers.now() + this.#slept;
  random = this.#timers.random;
  after = this.#timers.after;

  advance(ms) {
    this.#timers.advance(ms);
  }

  sleep(ms) {
    this.#slept += ms;
  }
}

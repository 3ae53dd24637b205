/** Time that stands still until a test moves it. Chance is fixed so that pauses are exactly 0.5·2ⁿ s. */
export class ManualClock {
  #now = 0;
  #timers = new Set();

  now = () => this.#now;
  random = () => 1;

  after = (ms, action) => {
    const timer = { at: this.#now + ms, action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** The pauses, in ms from now, after which something is going to happen. */
  get pauses() {
    return [...this.#timers].map(({ at }) => at - this.#now).sort((one, other) => one - other);
  }

  /** Move time on by `ms` and run what falls due on the way. */
  advance(ms) {
    const end = this.#now + ms;
    for (let timer = this.#next(end); timer; timer = this.#next(end)) {
      this.#now = timer.at;
      this.#timers.delete(timer);
      timer.action();
    }
    this.#now = end;
  }

  #next(end) {
    const due = [...this.#timers].filter(({ at }) => at <= end);
    return due.sort((one, other) => one.at - other.at)[0];
  }
}

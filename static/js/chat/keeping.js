const KEPT_MS = 30 * 60 * 1000;
const LOOK_EVERY_MS = 30_000;

/**
 * How long the text of a conversation that is over may stay on the screen: half an hour by the clock on the wall.
 *
 * A timer stands still while a laptop sleeps, so the clock is looked at again and again. `over()` is called once.
 */
export class Keeping {
  #clock;
  #over;
  #until = null;
  #callOff = () => {};

  constructor({ clock, over }) {
    this.#clock = clock;
    this.#over = over;
  }

  begin() {
    this.#until ??= this.#clock.now() + KEPT_MS;
    this.look();
  }

  /** See whether the time is up. */
  look() {
    this.#callOff();
    if (this.#until === null) return;
    const left = this.#until - this.#clock.now();
    if (left <= 0) this.#finish();
    else this.#callOff = this.#clock.after(Math.min(left, LOOK_EVERY_MS), () => this.look());
  }

  cancel() {
    this.#callOff();
    this.#until = null;
  }

  #finish() {
    this.cancel();
    this.#over();
  }
}

const LOOK_EVERY_MS = 30_000; // a hidden tab may be made to wait a minute
const ASLEEP_AFTER_MS = 150_000; // by then the server has ended the duty of a console it has not heard

/** Notices that this page has slept: more time has passed than it was awake for. */
export class Wakefulness {
  #clock;
  #slept;
  #seenAt;

  /** `slept()` is called when it wakes. */
  constructor({ clock, slept }) {
    this.#clock = clock;
    this.#slept = slept;
    this.#seenAt = clock.now();
    this.#lookAgain();
  }

  /** Compare the clock with when it was looked at last. */
  look() {
    const now = this.#clock.now();
    const away = now - this.#seenAt;
    this.#seenAt = now;
    if (away > ASLEEP_AFTER_MS) this.#slept();
  }

  #lookAgain() {
    this.look();
    this.#clock.after(LOOK_EVERY_MS, () => this.#lookAgain());
  }
}

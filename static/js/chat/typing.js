const REPEATED_AFTER_MS = 3_000;
const SILENT_AFTER_MS = 5_000;

/**
 * Tells the other side that something is being written, as seldom as will do.
 *
 * `tell(on)` sends it; what gets lost is lost, since the other side lets it lapse.
 */
export class Typing {
  #tell;
  #clock;
  #isOn = false;
  #saidAt = -Infinity;
  #callOff = () => {};

  constructor({ tell, clock }) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** A key was pressed, and now there is something in the field. */
  on() {
    this.#callOff();
    this.#callOff = this.#clock.after(SILENT_AFTER_MS, () => this.off());
    if (this.#clock.now() - this.#saidAt < REPEATED_AFTER_MS) return;
    this.#isOn = true;
    this.#saidAt = this.#clock.now();
    this.#tell(true);
  }

  /** The field is empty, the message is on its way, or nothing has been written for a while. */
  off() {
    this.#callOff();
    if (!this.#isOn) return;
    this.#isOn = false;
    this.#tell(false);
  }

  /** Say nothing more. */
  close() {
    this.#callOff();
    this.#isOn = false;
  }
}

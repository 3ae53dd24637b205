const PRESSES = 3;
const WITHIN_MS = 1500;

/** Notices that one key was pressed three times in a row, by itself and quickly: nobody who writes does that. */
export class ThreePresses {
  #key;
  #times = [];

  /** `key` is a KeyboardEvent.key. */
  constructor(key) {
    this.#key = key;
  }

  /** Takes a keydown and says whether it was the third. A key that is held down is one press. */
  completedBy(event) {
    if (event.repeat) return false;
    this.#times = this.#isIt(event) ? [...this.#times, event.timeStamp].slice(-PRESSES) : [];
    return this.#times.length === PRESSES && event.timeStamp - this.#times[0] <= WITHIN_MS;
  }

  /** With another key held down it means something else: Alt+Shift changes the keyboard's language. */
  #isIt({ key, altKey, ctrlKey, metaKey }) {
    return key === this.#key && !altKey && !ctrlKey && !metaKey;
  }
}

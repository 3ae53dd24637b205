/** A versioned level: whatever carries a lower version than the one held is old news. */
export class Level {
  #value = null;

  /** The newest value, or null. */
  get value() {
    return this.#value;
  }

  /** Take a value; returns whether it was taken. */
  take(value) {
    if (this.#value && value.v < this.#value.v) return false;
    this.#value = Object.freeze({ ...value });
    return true;
  }

  clear() {
    this.#value = null;
  }
}

/** Chance that can be repeated: the same seed draws the same. */

export class Draw {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  /** Returns a whole number from `low` to `high`, both included. */
  between(low, high) {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  /** Returns one of a list. */
  one(list) {
    return list[this.between(0, list.length - 1)];
  }

  /** Returns that many digits. */
  digits(count) {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }

  /** Returns `pattern` with every # a digit, and every § a digit that may begin a telephone number of a person. */
  filled(pattern) {
    return pattern.replace(/[#§]/g, (sign) => String(sign === '#' ? this.between(0, 9) : this.between(2, 6)));
  }

  /** Returns a day from the first of January `from` to the last of December `to`. */
  day(from, to) {
    const day = new Date(Date.UTC(this.between(from, to), 0, 1));
    day.setUTCDate(this.between(1, 365));
    return day;
  }

  /** Mulberry32, in the public domain. */
  #next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** One line of words, some of which are worth saying only if they stay true for a while. */

import { browserClock } from '../lib/clock.js';
import { write } from './parts.js';

export class PatientWords {
  #element;
  #clock;
  #words = '';
  #callOff = () => {};

  constructor(element, clock = browserClock) {
    this.#element = element;
    this.#clock = clock;
  }

  /** Writes the words after so many milliseconds, unless there are others by then. No words are written at once. */
  show(words, patienceMs = 0) {
    if (words === this.#words) return;
    this.#words = words;
    this.#callOff();
    if (words && patienceMs) this.#callOff = this.#clock.after(patienceMs, () => write(this.#element, words));
    else write(this.#element, words);
  }
}

/** One line of words, some of which are worth saying only if they stay true for a while. */

import { write } from './parts.js';

export class PatientWords {
  #element;
  #timer = null;
  #words = '';

  constructor(element) {
    this.#element = element;
  }

  /** Writes the words after so many milliseconds, unless there are others by then. No words are written at once. */
  show(words, patienceMs = 0) {
    if (words === this.#words) return;
    this.#words = words;
    clearTimeout(this.#timer);
    if (words && patienceMs) this.#timer = setTimeout(() => write(this.#element, words), patienceMs);
    else write(this.#element, words);
  }
}

/** Says in words how the line is, and says nothing while it is well. */

import { write } from './parts.js';

const PATIENCE_MS = 1000; // connecting is not worth a word before this

export class ConnectionWords {
  #element;
  #texts;
  #timer = null;
  #words = '';

  /** `texts` has `connecting`, `offline`, `refused` and a text for each final code that has one of its own. */
  constructor(element, texts) {
    this.#element = element;
    this.#texts = texts;
  }

  /** `status` is 'connecting', 'online', 'offline' or 'refused'; `code` says why it was refused. */
  show(status, code = null) {
    const words = this.#wordsFor(status, code);
    if (words === this.#words) return;
    this.#words = words;
    clearTimeout(this.#timer);
    if (status === 'connecting') this.#timer = setTimeout(() => write(this.#element, words), PATIENCE_MS);
    else write(this.#element, words);
  }

  #wordsFor(status, code) {
    if (status === 'online') return '';
    if (status === 'refused') return this.#texts[code] ?? this.#texts.refused;
    return this.#texts[status];
  }
}

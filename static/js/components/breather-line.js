/** A moment after each conversation, until the counsellor is ready again. */

import { part } from './parts.js';

export class BreatherLine {
  #line;
  #ready;

  constructor(root, { onReady }) {
    this.#line = part(root, 'breather');
    this.#ready = part(root, 'ready');
    this.#ready.addEventListener('click', onReady);
  }

  /** Whoever has just cleared a conversation stands nowhere on the page, and goes on from here. */
  render({ breather }) {
    const begins = breather && this.#line.hidden;
    this.#line.hidden = !breather;
    if (begins && document.activeElement === document.body) this.#ready.focus();
  }
}

/** How many are in front, and whether there is anyone to wait for. */

import { part, write } from './parts.js';
import { fill } from './texts.js';

const NOBODY_THERE = new Set(['unstaffed', 'closed']);

export class WaitingPanel {
  #place;
  #text;
  #texts;

  constructor(root, texts) {
    this.#place = part(root, 'place');
    this.#text = part(root, 'place-text');
    this.#texts = texts;
  }

  /** `ahead` is the number of youths in front, or null while nobody has told yet; `state` is the availability's. */
  render(ahead, state) {
    const known = ahead !== null;
    write(this.#place, known ? fill(this.#texts.number, { number: ahead + 1 }) : this.#texts.unknown);
    write(this.#text, known ? this.#outlook(ahead, state) : '');
  }

  #outlook(ahead, state) {
    if (NOBODY_THERE.has(state)) return this.#texts.nobody;
    return ahead === 0 ? this.#texts.first : this.#texts.others;
  }
}

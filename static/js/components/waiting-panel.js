/** How many are in front, and whether there is anyone to wait for; for the first time, or for another counsellor. */

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

  /** `ahead` is the number of youths in front, or null while nobody has told yet. */
  render({ ahead, waitsAgain, availability }) {
    const isNobodyThere = NOBODY_THERE.has(availability?.state);
    write(this.#place, waitsAgain ? this.#another(isNobodyThere) : this.#number(ahead));
    write(this.#text, this.#outlook(ahead, waitsAgain, isNobodyThere));
  }

  #another(isNobodyThere) {
    return isNobodyThere ? this.#texts.another_later : this.#texts.another;
  }

  #number(ahead) {
    return ahead === null ? this.#texts.unknown : fill(this.#texts.number, { number: ahead + 1 });
  }

  #outlook(ahead, waitsAgain, isNobodyThere) {
    if (ahead === null && !waitsAgain) return '';
    if (isNobodyThere) return this.#texts.nobody;
    if (waitsAgain) return ahead ? `${this.#number(ahead)}.` : this.#texts.foremost;
    return ahead === 0 ? this.#texts.first : this.#texts.others;
  }
}

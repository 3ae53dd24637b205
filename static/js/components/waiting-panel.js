/** How many are in front. */

import { part, write } from './parts.js';
import { fill } from './texts.js';

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
  render(ahead) {
    const known = ahead !== null;
    write(this.#place, known ? fill(this.#texts.number, { number: ahead + 1 }) : this.#texts.unknown);
    write(this.#text, known ? this.#encouragement(ahead) : '');
  }

  #encouragement(ahead) {
    return ahead === 0 ? this.#texts.first : this.#texts.others;
  }
}

/** How many are in front, and whether there is anyone to wait for; for the first time, or for another counsellor. */

import { part, write } from './parts.js';
import { fill } from './texts.js';

const NOBODY_THERE = new Set(['unstaffed', 'closed']);

export class WaitingPanel {
  #place;
  #text;
  #numbers;
  #needsNumbers = false;
  #texts;

  constructor(root, texts) {
    this.#place = part(root, 'place');
    this.#text = part(root, 'place-text');
    this.#numbers = part(root, 'call-now');
    this.#texts = texts;
  }

  /** `ahead` is the number of youths in front, or null while nobody has told yet. */
  render({ screen, ahead, waitsAgain, availability, urgent }) {
    const isNobodyThere = NOBODY_THERE.has(availability?.state);
    write(this.#place, waitsAgain ? this.#another(isNobodyThere) : this.#number(ahead));
    write(this.#text, this.#outlook(ahead, waitsAgain, isNobodyThere));
    this.#offerNumbers(screen === 'waiting' && (urgent || isNobodyThere));
  }

  /** They open by themselves once; whoever has folded them away has read them. */
  #offerNumbers(isNeeded) {
    if (isNeeded && !this.#needsNumbers) this.#numbers.open = true;
    this.#needsNumbers = isNeeded;
    this.#numbers.classList.toggle('call-now--needed', isNeeded);
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

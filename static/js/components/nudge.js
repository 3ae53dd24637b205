/** A kind word above the composer before a message goes that tells who somebody is. Nothing leaves the browser for it. */

import { Guard } from '../guard/guard.js';
import { part, write } from './parts.js';

export class Nudge {
  #guard;
  #field;
  #words;
  #ways;
  #texts;
  #found;

  /** `rules` are those of guard/; `texts` has one for each of their kinds. */
  constructor(root, { rules, texts }) {
    this.#guard = new Guard(rules);
    this.#field = part(root, 'field');
    this.#words = part(root, 'nudge-words');
    this.#ways = part(root, 'nudge-ways');
    this.#texts = texts;
    this.#field.addEventListener('input', () => this.#typed());
    part(root, 'nudge-edit').addEventListener('click', () => this.#edit());
  }

  /** Asks about what is written and returns true, or returns false when it may go as it is. */
  asks() {
    const [kind, match] = this.#look() ?? [];
    this.#found = match;
    this.#show(this.#texts[kind] ?? '');
    return Boolean(kind);
  }

  /** A guard that fails must not keep anyone from asking for help. */
  #look() {
    try {
      return this.#guard.look(this.#field.value);
    } catch (error) {
      reportError(error);
      return undefined;
    }
  }

  #show(text) {
    write(this.#words, text);
    this.#ways.hidden = !text;
  }

  #typed() {
    if (!this.#field.value.trim()) this.#guard.forget();
    this.#show('');
  }

  /** Selects what was meant, so that one can see it and write over it. */
  #edit() {
    const { index, 0: { length } } = this.#found;
    this.#show('');
    this.#field.focus();
    this.#field.setSelectionRange(index, index + length);
  }
}

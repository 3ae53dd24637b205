/** Where one writes. It grows with the text and keeps it until it has been handed over. */

import { part, write } from './parts.js';

const MAX_ROWS = 6;

export class Composer {
  #field;
  #enter;
  #problem;
  #onSend;
  #onTyping;
  #asks;
  #texts;

  /**
   * `onSend(text)` takes the text, or throws `TooLong`; then the text stays. `onTyping(on)` hears of every change that is
   * typed, and whether anything is written then. `asks()` says whether the writer is asked about the text before it is sent.
   */
  constructor(root, { texts, onSend, onTyping = () => {}, asks = () => false }) {
    const form = part(root, 'composer');
    this.#field = part(form, 'field');
    this.#enter = part(form, 'enter');
    this.#problem = part(form, 'problem');
    this.#texts = texts;
    this.#onSend = onSend;
    this.#onTyping = onTyping;
    this.#asks = asks;
    this.#enter.checked = hasFinePointer();
    form.addEventListener('submit', (event) => this.#submit(event));
    this.#field.addEventListener('input', () => this.#typed());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
  }

  focus() {
    this.#field.focus();
  }

  /** Forgets what is written. */
  clear() {
    this.#field.value = '';
    this.#changed();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#field.value.trim();
    this.#field.focus();
    if (!text || this.#asks()) return;
    try {
      this.#onSend(text);
      this.clear();
    } catch (error) {
      if (error.code !== 'E_TOO_LONG') throw error;
      write(this.#problem, this.#texts.too_long);
    }
  }

  #typed() {
    this.#changed();
    this.#onTyping(this.#field.value.trim() !== '');
  }

  #changed() {
    write(this.#problem, '');
    fitRows(this.#field);
  }

  #key(event) {
    // While a word is being composed (accents, other scripts), Enter belongs to the keyboard.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !this.#enter.checked) return;
    event.preventDefault();
    if (!event.repeat) this.#field.form.requestSubmit(); // holding the key is no second answer
  }
}

/** A touch keyboard has no Shift+Enter, so there Enter makes a new line. */
function hasFinePointer() {
  return matchMedia('(pointer: fine)').matches;
}

/** Sets the number of rows instead of a height: the page's policy allows no style attributes. */
function fitRows(field) {
  field.rows = 1;
  const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
  const height = field.scrollHeight - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
  field.rows = Math.min(MAX_ROWS, Math.max(1, Math.round(height / parseFloat(lineHeight))));
}

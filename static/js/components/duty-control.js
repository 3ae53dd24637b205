/** Where the counsellor stands: on duty, pausing or off, and how many conversations at a time. */

import { part, write } from './parts.js';

export class DutyControl {
  #root;
  #text;
  #texts;

  /** `onChange(state, capacity)` is called with what was chosen. */
  constructor(root, { texts, onChange }) {
    this.#root = root;
    this.#text = part(root, 'duty-text');
    this.#texts = texts;
    part(root, 'choices').disabled = false;
    root.addEventListener('change', () => onChange(this.#chosen('duty'), Number(this.#chosen('capacity'))));
  }

  /** Shows what the server has; a choice that was refused falls back to it. */
  render({ state, capacity, pending }) {
    this.#choose('duty', state);
    this.#choose('capacity', capacity);
    write(this.#text, pending ? this.#texts.pending : this.#texts[state]);
  }

  #chosen(name) {
    return this.#root.querySelector(`[name="${name}"]:checked`).value;
  }

  #choose(name, value) {
    this.#root.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
  }
}

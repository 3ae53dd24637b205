/** Where the counsellor stands: on duty, pausing or off, for whom, and how many conversations at a time. */

import { part, write } from './parts.js';

export class DutyControl {
  #root;
  #text;
  #texts;
  #onChange;

  /** `onChange({state, capacity, municipalities?})` is called with what was chosen. */
  constructor(root, { texts, onChange }) {
    this.#root = root;
    this.#text = part(root, 'duty-text');
    this.#texts = texts;
    this.#onChange = onChange;
    part(root, 'choices').disabled = false;
    root.addEventListener('change', ({ target }) => this.#changed(target));
  }

  /** Shows what the server has; a choice that was refused falls back to it. */
  render({ state, capacity, municipalities, pending }) {
    this.#input('duty', state).checked = true;
    this.#input('capacity', capacity).checked = true;
    for (const box of this.#boxes) box.checked = municipalities.includes(box.value);
    write(this.#text, pending ? this.#texts.pending : this.#texts[state]);
  }

  #changed(target) {
    const level = { state: this.#chosen('duty'), capacity: Number(this.#chosen('capacity')) };
    if (target.name !== 'municipality') return this.#onChange(level);
    const municipalities = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    // A duty is for somebody: the last one stays.
    if (municipalities.length === 0) target.checked = true;
    else this.#onChange({ ...level, municipalities });
  }

  get #boxes() {
    return [...this.#root.querySelectorAll('[name="municipality"]')];
  }

  #chosen(name) {
    return this.#root.querySelector(`[name="${name}"]:checked`).value;
  }

  #input(name, value) {
    return this.#root.querySelector(`[name="${name}"][value="${value}"]`);
  }
}

/** Makes it heard and seen that somebody waits, as far as the counsellor has asked for that. */

import { part, write } from './parts.js';
import { fill } from './texts.js';

export class Caller {
  #sound;
  #notes;
  #problem;
  #words;
  #texts;
  #tone;
  #note;

  /** `tone` and `note` are a Tone and a DesktopNote; `texts` are those under "call". */
  constructor(root, { texts, tone, note }) {
    this.#sound = part(root, 'sound');
    this.#notes = part(root, 'notes');
    this.#problem = part(root, 'call-problem');
    this.#words = part(root, 'call-words');
    this.#texts = texts;
    this.#tone = tone;
    this.#note = note;
    // Browsers allow either only to a page that was asked for it by hand.
    this.#sound.addEventListener('change', () => this.#allow(this.#sound, () => this.#tone.allow()));
    this.#notes.addEventListener('change', () => this.#allow(this.#notes, () => this.#note.allow()));
  }

  /** Calls for `count` who wait. What anybody wrote is never shown. */
  call({ count, loud }) {
    const { one, several } = this.#texts;
    const words = count === 1 ? one : fill(several, { number: count });
    if (this.#sound.checked) this.#tone.play({ loud });
    if (this.#notes.checked) this.#note.show(words);
    write(this.#words, words);
  }

  /** Nobody waits any more. */
  quiet() {
    this.#note.hide();
    write(this.#words, '');
  }

  async #allow(control, ask) {
    write(this.#problem, '');
    if (!control.checked) return;
    control.checked = await ask().catch(() => false);
    if (!control.checked) write(this.#problem, this.#texts.refused);
    else if (control === this.#sound) this.#tone.play();
  }
}

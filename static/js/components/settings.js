/** How one likes to read and write. Nothing of it is stored: it counts for as long as this page is open. */

import { isNews } from '../chat/news.js';
import { Tone } from '../lib/tone.js';
import { part, write } from './parts.js';

export class Settings {
  #tone = new Tone();
  #sounds;
  #words;
  #texts;
  #before = { messages: [] };

  /** `texts` are those under "sound". That choice stands at two places; both show the same. */
  constructor(root, texts) {
    this.#sounds = [...root.querySelectorAll('[data-choice="sound"]')];
    this.#words = part(root, 'sound-words');
    this.#texts = texts;
    for (const box of this.#sounds) box.addEventListener('change', () => this.#choose(box.checked));
    const [spelling, field] = [part(root, 'spelling'), part(root, 'field')];
    spelling.addEventListener('change', () => (field.spellcheck = spelling.checked));
  }

  /** Sounds when a snapshot brings something new, if that is wanted. */
  render(snapshot) {
    if (this.#sounds[0].checked && !isCovered() && isNews(this.#before, snapshot, document.hidden)) this.#tone.play();
    this.#before = snapshot;
  }

  /** Browsers stay silent until somebody has asked for a sound by hand; the first one says how it will be. */
  async #choose(on) {
    const isHeard = on && (await this.#tone.allow().catch(() => false));
    if (isHeard) this.#tone.play();
    for (const box of this.#sounds) box.checked = isHeard;
    write(this.#words, isHeard ? this.#texts.on : on ? this.#texts.refused : '');
  }
}

/** A hidden chat is silent too. */
function isCovered() {
  return document.querySelector('[data-part="cover"]:not([hidden])') !== null;
}

/** A button that must be held: a touch in passing does nothing. */

import { browserClock } from '../lib/clock.js';

const HOLD_MS = 700; // --hold in tokens.css paints it
const LETTING_GO = ['pointerup', 'pointercancel', 'pointerleave', 'keyup', 'blur'];

export class HoldButton {
  #button;
  #onHeld;
  #clock;
  #callOff = () => {};

  /** `onHeld()` is called once the pointer, Enter or Space has been down long enough. */
  constructor(button, onHeld, clock = browserClock) {
    this.#button = button;
    this.#onHeld = onHeld;
    this.#clock = clock;
    button.addEventListener('pointerdown', (event) => event.isPrimary && event.button === 0 && this.#begin());
    button.addEventListener('keydown', (event) => this.#key(event));
    button.addEventListener('contextmenu', (event) => event.preventDefault()); // a long touch would open one
    for (const type of LETTING_GO) button.addEventListener(type, () => this.#stop());
  }

  #key(event) {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) this.#begin();
  }

  #begin() {
    this.#stop();
    this.#button.toggleAttribute('data-held', true);
    this.#callOff = this.#clock.after(HOLD_MS, () => this.#finish());
  }

  #stop() {
    this.#callOff();
    this.#button.toggleAttribute('data-held', false);
  }

  #finish() {
    this.#stop();
    this.#onHeld();
  }
}

/** The one key of the evening: take whoever waits longest. */

import { canBeTaken } from '../chat/waiting-line.js';
import { part, write } from './parts.js';

export class TakeNext {
  #button;
  #text;
  #texts;
  #onTake;

  constructor(root, { texts, onTake }) {
    this.#button = part(root, 'take');
    this.#text = part(root, 'take-text');
    this.#texts = texts;
    this.#onTake = onTake;
    this.#button.addEventListener('click', () => this.take());
  }

  /** The button stays reachable when it can do nothing, so that its reason can be read. */
  render({ obstacle, taking, waiting }) {
    const isReady = !obstacle && !taking && waiting.some(canBeTaken);
    this.#button.ariaDisabled = String(!isReady);
    write(this.#text, obstacle ? this.#texts[obstacle] : '');
  }

  take() {
    if (this.#button.ariaDisabled !== 'true') this.#onTake();
  }
}

/** The one key of the evening: take whoever waits longest. */

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
    this.#button.addEventListener('click', () => this.#take());
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The button stays reachable when it can do nothing, so that its reason can be read. */
  render(snapshot) {
    const obstacle = obstacleIn(snapshot);
    const isReady = !obstacle && !snapshot.taking && snapshot.waiting.some(({ connected }) => connected);
    this.#button.ariaDisabled = String(!isReady);
    write(this.#text, obstacle ? this.#texts[obstacle] : '');
  }

  #take() {
    if (this.#button.ariaDisabled !== 'true') this.#onTake();
  }

  #key(event) {
    // The place of the key counts: with Alt held down, some keyboards type another letter.
    if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.code !== 'KeyN') return;
    event.preventDefault();
    if (!document.querySelector('dialog[open]')) this.#take();
  }
}

function obstacleIn({ connection, duty, conversations }) {
  if (connection !== 'online') return 'offline';
  if (duty.state !== 'on') return 'not_on_duty';
  const held = conversations.filter(({ status }) => status === 'sealed' || status === 'open');
  return held.length >= duty.capacity ? 'full' : null;
}

/** Hides the chat behind a page that could be anyone's, until its button is held. The chat goes on below, unseen and unheard. */

import { HoldButton } from './hold-button.js';
import { part } from './parts.js';
import { focusBeginning } from './screens.js';

export class Cover {
  #root;
  #cover;
  #hold;
  #memory;
  #onHide;
  #onShow;

  /**
   * `onHide()` and `onShow()` hear when the chat is out of sight, and when it is back. `memory` is a SessionMemory: a page
   * that is loaded again by itself, as on a telephone with little room, comes back hidden.
   */
  constructor(root, { memory, onHide, onShow }) {
    this.#root = root;
    this.#cover = part(root, 'cover');
    this.#hold = part(root, 'hold');
    this.#memory = memory;
    this.#onHide = onHide;
    this.#onShow = onShow;
    part(root, 'hide').addEventListener('click', () => this.#hide());
    part(root, 'show').addEventListener('click', () => this.#show());
    new HoldButton(this.#hold, () => this.#show());
    if (memory.read()) this.#put(true);
  }

  #hide() {
    this.#memory.write(true);
    this.#put(true);
    this.#hold.focus();
    this.#onHide();
  }

  /** The focus goes to the text, not to a button: whoever still holds Enter down would press it. */
  #show() {
    this.#memory.clear();
    this.#put(false);
    focusBeginning();
    this.#onShow();
  }

  /** What is inert is invisible too (cover.css), so that no search, no screen reader and no zooming out finds it. */
  #put(isUp) {
    for (const element of this.#root.children) element.inert = isUp && element !== this.#cover;
    this.#cover.hidden = !isUp;
  }
}

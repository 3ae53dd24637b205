/** Hides the chat behind a page that could be anyone's, until its button is held. The chat goes on below, unseen and unheard. */

import { HoldButton } from './hold-button.js';
import { part } from './parts.js';
import { focusBeginning } from './screens.js';

export class Cover {
  #root;
  #cover;
  #hold;
  #onHide;
  #onShow;

  /** `onHide()` and `onShow()` hear when the chat is out of sight, and when it is back. */
  constructor(root, { onHide, onShow }) {
    this.#root = root;
    this.#cover = part(root, 'cover');
    this.#hold = part(root, 'hold');
    this.#onHide = onHide;
    this.#onShow = onShow;
    part(root, 'hide').addEventListener('click', () => this.#hide());
    part(root, 'show').addEventListener('click', () => this.#show());
    new HoldButton(this.#hold, () => this.#show());
  }

  #hide() {
    this.#put(true);
    this.#hold.focus();
    this.#onHide();
  }

  /** The focus goes to the text, not to a button: whoever still holds Enter down would press it. */
  #show() {
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

/** Stands in front of the console while it is open in another window. */

import { part } from './parts.js';

export class ReplacedScreen {
  #screen;
  #others;

  /** `onTakeBack()` is called when work is to go on here. */
  constructor(root, { onTakeBack }) {
    this.#screen = part(root, 'replaced');
    this.#others = [part(root, 'console-main'), part(root, 'connection')];
    part(this.#screen, 'take-console-back').addEventListener('click', onTakeBack);
  }

  /** What was written stays behind it, as it was. */
  render({ refused }) {
    const isReplaced = refused === 'E_REPLACED';
    if (isReplaced === !this.#screen.hidden) return;
    this.#screen.hidden = !isReplaced;
    for (const other of this.#others) other.hidden = isReplaced;
    document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
    if (isReplaced) part(this.#screen, 'heading').focus();
  }
}

/** The quick exit: first every word goes, then the page. Without scripts it is a plain link to the same place. */

import { tellHost } from '../lib/host-page.js';
import { ThreePresses } from '../lib/three-presses.js';
import { part } from './parts.js';

export class QuickExit {
  #address;
  #erase;

  /** `erase()` forgets all that this page and its tab know, and waits for nobody. */
  constructor(root, erase) {
    const presses = new ThreePresses('Shift');
    this.#address = part(root, 'quick-exit').href;
    this.#erase = erase;
    part(root, 'quick-exit-keys').hidden = false;
    // On the way down, so that nothing on the page can keep it from being heard.
    addEventListener('click', (event) => this.#click(event), { capture: true });
    addEventListener('keydown', (event) => presses.completedBy(event) && this.#leave(), { capture: true });
  }

  #click(event) {
    if (!event.target.closest('[data-part="quick-exit"]')) return;
    event.preventDefault();
    this.#leave();
  }

  /** The page may stay for seconds while the other one is fetched, so it is blank before anything else happens. */
  #leave() {
    document.body.hidden = true;
    try {
      this.#erase();
    } finally {
      tellHost('exit');
      replaceBy(this.#address);
    }
  }
}

/** Replaces the page, or the one that embeds it, so that "back" does not lead here. */
function replaceBy(address) {
  try {
    top.location.replace(address);
  } catch {
    // A sandbox forbids it. The host page has been told, and this one is blank.
  }
}

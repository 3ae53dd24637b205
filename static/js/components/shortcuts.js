/** The keys of the console: Alt and one more. The page lists them. */

export class Shortcuts {
  #actions;

  /** `actions` maps places on the keyboard (KeyboardEvent.code) to what happens there. */
  constructor(actions) {
    this.#actions = actions;
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  #key(event) {
    // The place of the key counts: with Alt held down, some keyboards type another letter.
    if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat || !this.#actions[event.code]) return;
    event.preventDefault();
    if (!document.querySelector('dialog[open]')) this.#actions[event.code]();
  }
}

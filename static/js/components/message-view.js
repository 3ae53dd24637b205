/** One message on the screen. */

import { copyOf, part, write } from './parts.js';

const ARRIVED = new Set(['delivered', 'read']);

export class MessageView {
  element = copyOf('message-template');
  #texts;
  #own;

  /** `own` is the side this screen belongs to: 'youth' or 'counsellor'. */
  constructor(texts, own, onRetry) {
    this.#texts = texts;
    this.#own = own;
    part(this.element, 'retry').addEventListener('click', onRetry);
  }

  /** Shows the message as it is now; `isToldOf` says that its having arrived is still worth a word. */
  show(message, isToldOf) {
    const { status, unreadable } = message;
    const own = message.from === this.#own;
    this.#mark({ own, unreadable, failed: status === 'failed', arrived: ARRIVED.has(status) && !isToldOf });
    write(part(this.element, 'author'), own ? this.#texts.author_own : this.#texts.author_other);
    write(part(this.element, 'text'), this.#words(message));
    write(part(this.element, 'state'), this.#texts[status] ?? '');
    part(this.element, 'retry').hidden = !message.canRetry;
  }

  /** What a screen reader says when it arrives. */
  get spoken() {
    return this.element.querySelector('.message__text').textContent;
  }

  #words({ unreadable, text }) {
    return unreadable ? this.#texts.unreadable : text ?? '';
  }

  #mark(traits) {
    for (const [name, has] of Object.entries(traits)) this.element.classList.toggle(`message--${name}`, has);
  }
}

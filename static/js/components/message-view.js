/** One message on the screen. */

import { copyOf, part, write } from './parts.js';

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

  /** Shows the message as it is now; `latestOwn` says that it is the last of one's own. */
  show(message, latestOwn) {
    const own = message.from === this.#own;
    this.#mark({ own, latestOwn, unreadable: message.unreadable, failed: message.status === 'failed',
      delivered: message.status === 'delivered' });
    write(part(this.element, 'author'), own ? this.#texts.author_own : this.#texts.author_other);
    write(part(this.element, 'text'), this.#words(message));
    write(part(this.element, 'state'), this.#texts[message.status] ?? '');
    part(this.element, 'retry').hidden = !message.canRetry;
  }

  /** What a screen reader says when it arrives. */
  get spoken() {
    return this.element.querySelector('.message__text').textContent;
  }

  #words({ unreadable, text }) {
    return unreadable ? this.#texts.unreadable : text ?? '';
  }

  #mark({ own, latestOwn, unreadable, failed, delivered }) {
    const { classList } = this.element;
    classList.toggle('message--own', own);
    classList.toggle('message--latest-own', latestOwn);
    classList.toggle('message--unreadable', unreadable);
    classList.toggle('message--failed', failed);
    classList.toggle('message--delivered', delivered);
  }
}

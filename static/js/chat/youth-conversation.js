import { importKey } from '../crypto/conversation-key.js';
import { Conversation } from './conversation.js';
import { Sealer } from './sealer.js';

/**
 * The youth's own conversation: it holds the key, seals it to whoever answers, and keeps what a reload would lose.
 *
 * The listener hears `changed()`, `ended(reason)` when the other side ends it, `confirmed()` when the server knows that
 * this was seen here, and `expired()` when the server no longer has it.
 */
export class YouthConversation {
  #resume;
  #listener;
  #conversation;
  #sealer;
  #isClosed = false;

  constructor({ resume, municipality, request, clock, listener }) {
    this.#resume = resume;
    this.#listener = listener;
    const { conversation: id, rawKey } = resume;
    this.#sealer = new Sealer({ rawKey, place: { municipality, conversation: id }, request, clock });
    this.#conversation = new Conversation({ id, side: 'youth', request, clock, listener: this.#ears() });
    this.#conversation.restore(resume.unsent);
    importKey(rawKey).then((key) => this.#conversation.unlock(key));
  }

  get isPaired() {
    return this.#conversation.pairing !== null || this.#resume.isPaired;
  }

  get last() {
    return this.#conversation.last;
  }

  get messages() {
    return this.#conversation.messages;
  }

  get notices() {
    return this.#conversation.notices;
  }

  send(text) {
    this.#conversation.send(text);
  }

  retry() {
    this.#conversation.retry();
  }

  receive(entry) {
    this.#conversation.receive(entry);
  }

  expect(seq) {
    this.#conversation.expect(seq);
  }

  catchUp() {
    this.#conversation.catchUp();
  }

  /** The connection is back. */
  reconnected() {
    this.#conversation.reconnected();
    this.#sealer.hurry();
  }

  /** Forget every text and every key. */
  close() {
    this.#isClosed = true;
    this.#sealer.close();
    this.#conversation.close();
  }

  #ears() {
    return {
      changed: () => this.#listener.changed(),
      arrived: () => {},
      settled: () => this.#settled(),
      unsent: (items) => this.#isClosed || this.#resume.keepUnsent(items),
      refused: (code) => this.#refused(code),
    };
  }

  #settled() {
    if (this.#isClosed) return;
    const { pairing, ended } = this.#conversation;
    if (ended) return this.#confirmEnd(ended);
    if (pairing) this.#resume.paired();
    this.#sealer.sealFor(pairing);
    this.#listener.changed();
  }

  /** Ask once more, with everything applied: that is how the server knows that the end was seen here. */
  async #confirmEnd(reason) {
    this.#resume.forget(); // the tab keeps nothing from now on; the token stays in this page until the server knows
    this.#listener.ended(reason);
    await this.#conversation.catchUp();
    this.#listener.confirmed();
  }

  #refused(code) {
    if (code === 'E_EXPIRED') this.#listener.expired();
    if (code === 'E_ENDED') this.#conversation.catchUp();
  }
}

import { importKey } from '../crypto/conversation-key.js';
import { Conversation } from './conversation.js';
import { Level } from './level.js';
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
  #position = new Level();
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

  get last() {
    return this.#conversation.last;
  }

  /** What there is to see: `{screen, ahead, waitsAgain, messages, notices, peer}`. */
  get snapshot() {
    const { messages, notices, peer, waitsAgain } = this.#conversation;
    const screen = this.#isHeld ? 'conversation' : 'waiting';
    return { screen, ahead: this.#position.value?.ahead ?? null, waitsAgain, messages, notices, peer };
  }

  /** Until the log is known, what an earlier page of this tab knew. */
  get #isHeld() {
    const { pairing, waitsAgain } = this.#conversation;
    return pairing ? !waitsAgain : this.#resume.isPaired;
  }

  send(text) {
    this.#conversation.send(text);
  }

  retry() {
    this.#conversation.retry();
  }

  typing(on) {
    this.#conversation.typing(on);
  }

  shown() {
    this.#conversation.shown();
  }

  /** Take whatever the server tells of this conversation. */
  heard(name, payload) {
    if (name === 'entry') this.#conversation.receive(payload);
    else if (name === 'position') this.#position.take(payload);
    else this.#conversation.heard(name, payload);
  }

  expect(seq) {
    this.#conversation.expect(seq);
  }

  catchUp() {
    this.#conversation.catchUp();
  }

  /** The connection is back, or the page is. */
  reconnected() {
    this.#conversation.reconnected();
    this.#sealer.hurry();
  }

  disconnected() {
    this.#conversation.disconnected();
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
    this.#resume.keepPaired(this.#isHeld);
    if (this.#isHeld) this.#position.clear();
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

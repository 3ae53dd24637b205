import { random } from '../crypto/base64url.js';
import { wellFormed } from '../crypto/message-body.js';
import { requireFits } from './message-length.js';
import { Outbox } from './outbox.js';

/**
 * What this side writes, from the pressed button to the acknowledgement: sealed in turn, then sent in turn.
 *
 * `messages` are the Messages on the screen, `post({cid, body})` asks the server. The listener hears `changed()`,
 * `unsent([{cid, body}])`, and `refused(code)` when nothing can be written any more.
 */
export class OwnMessages {
  #side;
  #lock;
  #messages;
  #listener;
  #outbox;
  #sealing = Promise.resolve();

  constructor({ side, lock, messages, post, clock, listener }) {
    this.#side = side;
    this.#lock = lock;
    this.#messages = messages;
    this.#listener = listener;
    this.#outbox = this.#newOutbox(post, clock);
  }

  /** Send a text, once there is a key. Throws TooLong. */
  send(written) {
    const text = wellFormed(written);
    requireFits(text);
    const cid = random(16);
    this.#messages.write(this.#side, cid, text);
    this.#sealing = this.#sealing.then(() => this.#sealAndQueue(cid, text));
    this.#listener.changed();
  }

  /** Take up a message that an earlier page has sealed, unless the log has it by now; returns whether it was taken. */
  restore({ cid, body }) {
    if (this.#messages.has(this.#side, cid)) return false;
    this.#messages.write(this.#side, cid, null);
    this.#outbox.add({ cid, body });
    return true;
  }

  retry() {
    this.#outbox.resume();
  }

  /** The log has it. */
  seen(cid) {
    this.#outbox.seen(cid);
  }

  /** The connection is back. */
  hurry() {
    this.#outbox.hurry();
  }

  close() {
    this.#outbox.close();
  }

  #newOutbox(post, clock) {
    return new Outbox({
      post,
      clock,
      delivered: (cid, seq) => this.#change(cid, { status: 'delivered', canRetry: false, seq }),
      sending: (cid) => this.#change(cid, { status: 'sending', canRetry: false }),
      failed: (cid, canRetry) => this.#change(cid, { status: 'failed', canRetry }),
      changed: (items) => this.#listener.unsent(items),
      refused: (code) => this.#listener.refused(code),
    });
  }

  async #sealAndQueue(cid, text) {
    const body = await this.#lock.seal({ from: this.#side, cid, text });
    this.#outbox.add({ cid, body });
  }

  #change(cid, changes) {
    this.#messages.change(this.#side, cid, changes);
    this.#listener.changed();
  }
}

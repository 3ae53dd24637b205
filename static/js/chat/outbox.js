import { GIVEN_UP, RepeatedRequest } from './repeated-request.js';

const TEN_MINUTES = 10 * 60 * 1000;
const CONVERSATION_IS_OVER = new Set(['E_ENDED', 'E_EXPIRED', 'E_NOT_YOURS']);

/**
 * Sealed messages on their way: one at a time, so that their order survives every reconnect.
 *
 * `post({cid, body})` asks the server. The listener hears `delivered(cid, seq)`, `sending(cid)` when a failed one is
 * tried again, `failed(cid, canRetry)`, `changed(items)` with what is still unsent, `refused(code)` when nothing can be
 * written any more.
 */
export class Outbox {
  #items = [];
  #post;
  #clock;
  #listener;
  #request = null;
  #rests = false;
  #isClosed = false;

  constructor({ post, clock, ...listener }) {
    this.#post = post;
    this.#clock = clock;
    this.#listener = listener;
  }

  add(item) {
    if (this.#isClosed) return this.#listener.failed(item.cid, false);
    this.#items = [...this.#items, item];
    this.#listener.changed(this.#items);
    this.resume();
  }

  /** Try again what was given up, in the order in which it was written. */
  resume() {
    if (this.#rests) for (const { cid } of this.#items) this.#listener.sending(cid);
    this.#rests = false;
    this.#sendNext();
  }

  /** The message stands in the log, whether or not an ack said so. */
  seen(cid) {
    if (this.#items[0]?.cid === cid) this.#stopAsking();
    this.#remove(cid);
    this.#sendNext();
  }

  /** The connection is back: try now. */
  hurry() {
    this.#request?.hurry();
  }

  /** Nothing can be written any more. */
  close() {
    this.#isClosed = true;
    this.#stopAsking();
    const unsent = this.#items;
    this.#items = [];
    for (const { cid } of unsent) this.#listener.failed(cid, false);
    this.#listener.changed(this.#items);
  }

  async #sendNext() {
    const [item] = this.#items;
    if (!item || this.#request || this.#rests) return;
    const request = new RepeatedRequest(() => this.#post(item), { clock: this.#clock, giveUpAfter: TEN_MINUTES });
    this.#request = request;
    const ack = await request.answer;
    if (this.#request !== request) return;
    this.#request = null;
    this.#answered(item, ack);
  }

  #answered({ cid }, ack) {
    if (ack === GIVEN_UP) return this.#rest();
    if (CONVERSATION_IS_OVER.has(ack.code)) return this.#refused(ack.code);
    this.#remove(cid);
    if (ack.ok) this.#listener.delivered(cid, ack.seq);
    else this.#listener.failed(cid, false);
    this.#sendNext();
  }

  /** What was written later waits too: sending it first would turn the order round. */
  #rest() {
    this.#rests = true;
    for (const { cid } of this.#items) this.#listener.failed(cid, true);
  }

  #refused(code) {
    this.close();
    this.#listener.refused(code);
  }

  #remove(cid) {
    const left = this.#items.filter((item) => item.cid !== cid);
    if (left.length === this.#items.length) return;
    this.#items = left;
    this.#listener.changed(left);
  }

  #stopAsking() {
    this.#request?.cancel();
    this.#request = null;
  }
}

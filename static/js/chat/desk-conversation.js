import { random } from '../crypto/base64url.js';
import { Conversation } from './conversation.js';
import { RepeatedRequest } from './repeated-request.js';

const KEPT_AFTER_THE_END = 30 * 60 * 1000;

/**
 * A conversation at a counsellor's desk: sealed, open, ended or lost (another counsellor holds it).
 *
 * `request(event, payload)` asks the server about this conversation; `keys` are the DeskKeys. `listener.changed()` hears
 * of every change, `listener.cleared()` when an ended conversation has stood here long enough.
 */
export class DeskConversation {
  #municipality;
  #request;
  #keys;
  #clock;
  #listener;
  #conversation;
  #lostOrExpired = null;
  #isConfirmed = false;
  #isClosed = false;
  #ending = null;
  #unseen = 0;
  #callOff = () => {};

  constructor({ id, municipality, request, keys, clock, listener }) {
    this.id = id;
    this.#municipality = municipality;
    this.#request = request;
    this.#keys = keys;
    this.#clock = clock;
    this.#listener = listener;
    this.#conversation = new Conversation({ id, side: 'counsellor', request, clock, listener: this.#ears() });
  }

  /** The id of the key that opens it, or null until its log is known. */
  get keyId() {
    return this.#conversation.pairing?.keyId ?? null;
  }

  get last() {
    return this.#conversation.last;
  }

  get isOver() {
    return this.#endReason !== null || this.#lostOrExpired === 'E_NOT_YOURS';
  }

  /** Whether the server has nothing more to tell about it. */
  get isFinished() {
    return this.#isConfirmed || this.#lostOrExpired !== null;
  }

  /** Send a text; nothing can be sent before it is open or after it is over. Throws TooLong. */
  send(text) {
    if (this.#status === 'open') this.#conversation.send(text);
  }

  retry() {
    this.#conversation.retry();
  }

  /** The counsellor has seen what is there. */
  opened() {
    this.#unseen = 0;
    this.#listener.changed();
  }

  /** End it, for both. */
  end() {
    if (this.isOver || this.#ending) return;
    const payload = { cid: random(16), reason: 'done' };
    this.#ending = new RepeatedRequest(() => this.#request('end', payload), { clock: this.#clock });
    this.#ending.answer.then((ack) => (ack.ok ? this.#conversation.catchUp() : this.#refused(ack.code)));
  }

  receive(entry) {
    this.#conversation.receive(entry);
  }

  /** A heartbeat says how far the log goes; nothing when the conversation is gone. */
  expect(seq) {
    if (seq === undefined) this.#conversation.catchUp();
    else this.#conversation.expect(seq);
  }

  catchUp() {
    return this.isFinished ? Promise.resolve() : this.#conversation.catchUp();
  }

  /** The connection is back. */
  reconnected() {
    this.#ending?.hurry();
    if (!this.isFinished) this.#conversation.reconnected();
  }

  /** Forget it, text and key. */
  close() {
    this.#isClosed = true;
    this.#callOff();
    this.#ending?.cancel();
    this.#conversation.close();
    this.#forgetKey();
  }

  snapshot() {
    return Object.freeze({
      id: this.id,
      municipality: this.#municipality,
      status: this.#status,
      ended: this.#endReason,
      messages: this.#conversation.messages,
      unseen: this.#unseen,
    });
  }

  get #endReason() {
    return this.#conversation.ended ?? (this.#lostOrExpired === 'E_EXPIRED' ? 'expired' : null);
  }

  get #status() {
    if (this.#endReason) return 'ended';
    if (this.#lostOrExpired) return 'lost';
    return this.#conversation.isUnlocked ? 'open' : 'sealed';
  }

  #ears() {
    return {
      changed: () => this.#listener.changed(),
      arrived: () => this.#arrived(),
      settled: () => this.#settled(),
      unsent: (items) => this.#keepUnsent(items),
      refused: (code) => this.#refused(code),
    };
  }

  #arrived() {
    this.#unseen += 1;
  }

  async #settled() {
    if (this.#isClosed) return;
    await this.#unlock();
    if (this.#conversation.ended && !this.#isConfirmed) await this.#confirmEnd();
    this.#listener.changed();
  }

  async #unlock() {
    const { pairing, isUnlocked } = this.#conversation;
    if (!pairing || isUnlocked) return;
    const key = await this.#keys.keyFor(this.id, pairing);
    if (!key) return;
    this.#conversation.unlock(key);
    this.#conversation.restore(await this.#keys.unsentOf(pairing.keyId));
  }

  #keepUnsent(items) {
    if (this.keyId) this.#keys.keepUnsent(this.keyId, items);
  }

  /** Ask once more, with everything applied: that is how the server knows that the end was seen here. */
  async #confirmEnd() {
    this.#isConfirmed = true;
    this.#over();
    await this.#conversation.catchUp();
  }

  #refused(code) {
    if (code === 'E_ENDED') return this.#conversation.catchUp();
    if (this.isFinished || !['E_EXPIRED', 'E_NOT_YOURS'].includes(code)) return;
    this.#lostOrExpired = code;
    this.#conversation.stopWriting();
    this.#over();
    this.#listener.changed();
  }

  /** The text stays on the screen for a while, in memory only; the key goes now. */
  #over() {
    this.#forgetKey();
    this.#callOff = this.#clock.after(KEPT_AFTER_THE_END, () => this.#listener.cleared());
  }

  #forgetKey() {
    if (this.keyId) this.#keys.forget(this.keyId);
  }
}

import { decode, encode, random } from '../crypto/base64url.js';
import { makeRawKey } from '../crypto/conversation-key.js';

/**
 * What a youth's page must keep to come back to its conversation after a reload: the join, the key, what is unsent.
 *
 * It is mirrored to `memory` before anything is asked of the server, so that nothing the server has done is ever out of
 * reach.
 */
export class Resume {
  #memory;
  #record;

  constructor(memory, record) {
    this.#memory = memory;
    this.#record = record;
  }

  /** Make a new token and a new conversation key; `wishes` go along with the join. */
  static fresh(memory, wishes = {}) {
    const join = { cid: random(16), resume: random(32), ...wishes };
    const key = encode(makeRawKey());
    const resume = new Resume(memory, { join, key, conversation: null, isPaired: false, unsent: [], leave: null });
    resume.#keep();
    return resume;
  }

  /** Find what an earlier page of this tab has kept, or null. */
  static found(memory) {
    const record = memory.read();
    return record && new Resume(memory, record);
  }

  /** The payload of the one `join`, the same at every repetition. */
  get join() {
    return this.#record.join;
  }

  /** The token to connect with; null until the join is acknowledged. */
  get token() {
    return this.#record.conversation && this.#record.join.resume;
  }

  get conversation() {
    return this.#record.conversation;
  }

  /** The raw conversation key. */
  get rawKey() {
    return decode(this.#record.key);
  }

  get isPaired() {
    return this.#record.isPaired;
  }

  get unsent() {
    return this.#record.unsent;
  }

  /** The payload of the `leave` that is on its way, or null. */
  get leave() {
    return this.#record.leave;
  }

  joined(conversation) {
    this.#change({ conversation });
  }

  /** Whether a counsellor has it now: what a reloaded page shows until it knows better. */
  keepPaired(isPaired) {
    if (this.isPaired !== isPaired) this.#change({ isPaired });
  }

  keepUnsent(unsent) {
    if (!this.leave) this.#change({ unsent });
  }

  /** The youth leaves: only the token stays, until the server knows. */
  leaving(reason) {
    this.#change({ key: '', unsent: [], leave: { cid: random(16), reason } });
  }

  forget() {
    this.#memory?.clear();
    this.#memory = null;
  }

  #change(changes) {
    this.#record = { ...this.#record, ...changes };
    this.#keep();
  }

  #keep() {
    this.#memory?.write(this.#record);
  }
}

import { random } from '../crypto/base64url.js';
import { wellFormed } from '../crypto/message-body.js';
import { ConversationLog } from './conversation-log.js';
import { Lock } from './lock.js';
import { requireFits } from './message-length.js';
import { Messages } from './messages.js';
import { Outbox } from './outbox.js';

/**
 * One conversation as seen from one side ("youth" or "counsellor"): its log, its messages, what is on its way.
 *
 * `request(event, payload)` asks the server about this conversation. The listener hears `changed()`, `settled()` when
 * the log is complete, `arrived()` for each message of the other side, `unsent([{cid, body}])`, and `refused(code)`.
 */
export class Conversation {
  #side;
  #request;
  #listener;
  #lock;
  #sealing = Promise.resolve();
  #messages = new Messages();
  #notices = [];
  #log;
  #outbox;

  /** The newest pairing, `{keyId, publicKey, sealed: {enc, sealed} | null}`, or null while waiting. */
  pairing = null;
  /** The reason why it is over, or null. */
  ended = null;

  constructor({ id, side, request, clock, listener }) {
    this.id = id;
    this.#side = side;
    this.#request = request;
    this.#listener = listener;
    this.#lock = new Lock(id);
    this.#log = this.#newLog(clock);
    this.#outbox = this.#newOutbox(clock);
  }

  get last() {
    return this.#log.last;
  }

  get messages() {
    return this.#messages.list();
  }

  get notices() {
    return Object.freeze([...this.#notices]);
  }

  /** Give the conversation its key; everything that waited for it is opened. */
  unlock(key) {
    this.#lock.unlock(key);
    this.#listener.changed();
  }

  get isUnlocked() {
    return this.#lock.isOpen;
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

  /** Take up messages of an earlier page that were sealed but never acknowledged, unless the log has them by now. */
  restore(unsent) {
    for (const { cid, body } of unsent.filter(({ cid }) => !this.#messages.has(this.#side, cid))) {
      this.#messages.write(this.#side, cid, null);
      this.#open({ from: this.#side, cid, body });
      this.#outbox.add({ cid, body });
    }
  }

  retry() {
    this.#outbox.resume();
  }

  receive(entry) {
    this.#log.receive(entry);
  }

  expect(seq) {
    this.#log.expect(seq);
  }

  catchUp() {
    return this.#log.catchUp();
  }

  /** The connection is back. */
  reconnected() {
    this.#log.reconnected();
    this.#outbox.hurry();
  }

  /** Stop writing; the log may still be asked. */
  stopWriting() {
    this.#outbox.close();
  }

  /** Forget every text and ask nothing more. */
  close() {
    this.#outbox.close();
    this.#log.close();
    this.#messages.clear();
  }

  #newLog(clock) {
    return new ConversationLog({
      sync: (after) => this.#request('sync', { after }),
      clock,
      onEntry: (entry) => this.#apply(entry),
      onSettled: () => this.#listener.settled(),
      onRefused: (code) => this.#listener.refused(code),
    });
  }

  #newOutbox(clock) {
    return new Outbox({
      post: ({ cid, body }) => this.#request('send', { cid, body }),
      clock,
      delivered: (cid, seq) => this.#changeOwn(cid, { status: 'delivered', canRetry: false, seq }),
      sending: (cid) => this.#changeOwn(cid, { status: 'sending', canRetry: false }),
      failed: (cid, canRetry) => this.#changeOwn(cid, { status: 'failed', canRetry }),
      changed: (items) => this.#listener.unsent(items),
      refused: (code) => this.#listener.refused(code),
    });
  }

  #changeOwn(cid, changes) {
    this.#messages.change(this.#side, cid, changes);
    this.#listener.changed();
  }

  async #sealAndQueue(cid, text) {
    const body = await this.#lock.seal({ from: this.#side, cid, text });
    this.#outbox.add({ cid, body });
  }

  #apply(entry) {
    if (entry.kind === 'message') this.#applyMessage(entry);
    if (entry.kind === 'paired') this.#applyPaired(entry);
    if (entry.kind === 'key_sealed') this.#applyKeySealed(entry);
    if (entry.kind === 'ended') this.#applyEnded(entry);
    this.#listener.changed();
  }

  #applyMessage(entry) {
    const isOwn = entry.from === this.#side;
    const isClosed = this.#messages.receive(entry, isOwn ? 'delivered' : 'received');
    if (isClosed) this.#open(entry);
    if (isOwn) this.#outbox.seen(entry.cid);
    else this.#listener.arrived();
  }

  #applyPaired(entry) {
    this.pairing = { keyId: entry.key_id, publicKey: entry.public_key, sealed: null };
    this.#notices.push(Object.freeze({ seq: entry.seq, kind: 'paired' }));
  }

  #applyKeySealed(entry) {
    const { key_id: keyId, enc, sealed } = entry;
    if (this.pairing?.keyId === keyId) this.pairing.sealed = { enc, sealed };
  }

  #applyEnded(entry) {
    this.ended = entry.reason;
    this.stopWriting();
  }

  async #open(entry) {
    const opened = await this.#lock.open(entry);
    this.#messages.change(entry.from, entry.cid, opened);
    this.#listener.changed();
  }
}

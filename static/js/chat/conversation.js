import { ConversationLog } from './conversation-log.js';
import { ConversationState } from './conversation-state.js';
import { Lock } from './lock.js';
import { Messages } from './messages.js';
import { OwnMessages } from './own-messages.js';
import { Peer } from './peer.js';
import { Signals } from './signals.js';

/**
 * One conversation as seen from one side ("youth" or "counsellor"): its log, its messages, what is on its way, and what
 * is known of the other side.
 *
 * `request(event, payload)` asks the server about this conversation. The listener hears `changed()`, `settled()` when
 * the log is complete, `arrived()` for each message of the other side, `unsent([{cid, body}])`, and `refused(code)`.
 */
export class Conversation {
  #side;
  #request;
  #listener;
  #lock;
  #messages = new Messages();
  #state = new ConversationState();
  #own;
  #log;
  #peer;
  #signals;

  constructor({ id, side, request, clock, listener }) {
    this.id = id;
    this.#side = side;
    this.#request = request;
    this.#listener = listener;
    this.#lock = new Lock(id);
    this.#peer = new Peer({ clock, changed: () => this.#peerChanged() });
    this.#signals = new Signals({ request, clock });
    this.#own = this.#newOwnMessages(clock);
    this.#log = new ConversationLog({
      sync: (after) => this.#sync(after),
      clock,
      onEntry: (entry) => this.#apply(entry),
      onSettled: () => listener.settled(),
      onRefused: (code) => listener.refused(code),
    });
  }

  get last() {
    return this.#log.last;
  }

  get isUnlocked() {
    return this.#lock.isOpen;
  }

  get messages() {
    return this.#messages.list();
  }

  /** `[{seq, kind}]`, kind `paired` or `handed_over`. */
  get notices() {
    return this.#state.notices;
  }

  /** The newest pairing, `{keyId, publicKey, sealed: {enc, sealed} | null}`, or null while nobody has come yet. */
  get pairing() {
    return this.#state.pairing;
  }

  /** Whether it was handed over and nobody has taken it since. */
  get waitsAgain() {
    return this.#state.waitsAgain;
  }

  /** The reason why it is over, or null. */
  get ended() {
    return this.#state.ended;
  }

  /** The other side: `{connected: true | false | null, typing, read}`. */
  get peer() {
    return this.#peer.snapshot;
  }

  /** Give the conversation its key; everything that waited for it is opened. */
  unlock(key) {
    this.#lock.unlock(key);
    this.#listener.changed();
  }

  /** Send a text, once there is a key. Throws TooLong. */
  send(text) {
    this.#own.send(text);
    this.#signals.typing(false);
  }

  /** Take up messages of an earlier page that were sealed but never acknowledged, unless the log has them by now. */
  restore(unsent) {
    for (const item of unsent) if (this.#own.restore(item)) this.#open({ from: this.#side, ...item });
  }

  retry() {
    this.#own.retry();
  }

  /** Something was typed; `on` says whether anything is written now. Nobody is told while nobody is there. */
  typing(on) {
    this.#signals.typing(on && this.#state.isHeld);
  }

  /** The screen shows the newest message. */
  shown() {
    if (!this.ended) this.#signals.shown(this.#messages.newestShowableFor(this.#side));
  }

  receive(entry) {
    this.#log.receive(entry);
  }

  /** Take volatile news of the other side: `typing {on}`, `read {seq}`, `peer {v, connected}`; anything else is dropped. */
  heard(name, payload) {
    this.#peer.heard(name, payload);
  }

  expect(seq) {
    this.#log.expect(seq);
  }

  catchUp() {
    return this.#log.catchUp();
  }

  /** The connection is back, or the page is: whatever waits for an answer asks again now. */
  reconnected() {
    this.#log.reconnected();
    this.#own.hurry();
    this.#signals.hurry();
  }

  /** The connection is gone, and with it what was known of the other side's. */
  disconnected() {
    this.#peer.forget();
  }

  /** Stop writing; the log may still be asked. */
  stopWriting() {
    this.#own.close();
    this.#signals.close();
  }

  /** Forget every text and ask nothing more. */
  close() {
    this.stopWriting();
    this.#log.close();
    this.#peer.close();
    this.#messages.clear();
  }

  #newOwnMessages(clock) {
    const post = ({ cid, body }) => this.#request('send', { cid, body });
    const [side, lock, messages, listener] = [this.#side, this.#lock, this.#messages, this.#listener];
    return new OwnMessages({ side, lock, messages, post, clock, listener });
  }

  async #sync(after) {
    const ack = await this.#request('sync', { after });
    if (ack.ok) this.#peer.hasRead(ack.read);
    return ack;
  }

  #peerChanged() {
    this.#messages.readUpTo(this.#peer.snapshot.read);
    this.#listener.changed();
  }

  #apply(entry) {
    this.#state.apply(entry);
    if (entry.kind === 'message') this.#applyMessage(entry);
    if (entry.kind === 'handed_over') this.#peer.forget();
    if (entry.kind === 'ended') this.stopWriting();
    this.#listener.changed();
  }

  #applyMessage(entry) {
    const isOwn = entry.from === this.#side;
    if (this.#messages.receive(entry, isOwn ? 'delivered' : 'received')) this.#open(entry);
    if (isOwn) return this.#own.seen(entry.cid);
    this.#peer.stopsTyping();
    return this.#listener.arrived();
  }

  async #open(entry) {
    const opened = await this.#lock.open(entry);
    this.#messages.change(entry.from, entry.cid, opened);
    this.#listener.changed();
  }
}

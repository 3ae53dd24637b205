import { Conversation } from './conversation.js';
import { Keeping } from './keeping.js';
import { Parting } from './parting.js';
import { Standing } from './standing.js';
import { Unlocking } from './unlocking.js';

/**
 * A conversation at a counsellor's desk, from the key that is to open it to the text that stays when it is over.
 *
 * `request(event, payload)` asks the server about this conversation; `keys` are the DeskKeys. The listener hears
 * `changed()`, `settled()` when the log is complete, and `cleared()` when what is over has stood here long enough.
 */
export class DeskConversation {
  #facts;
  #listener;
  #conversation;
  #unlocking;
  #parting;
  #keeping;
  #isClosed = false;
  #problem = null;
  #unseen = 0;

  /** Whether this desk has tried to take back what the server put into the line again. */
  wasAskedBack = false;

  constructor({ id, municipality, language, request, keys, clock, listener }) {
    const refused = (code) => this.#refused(code);
    this.id = id;
    this.#facts = { municipality, language };
    this.#listener = listener;
    this.#conversation = new Conversation({ id, side: 'counsellor', request, clock, listener: this.#ears(refused) });
    this.standing = new Standing(this.#conversation);
    this.#unlocking = new Unlocking({ place: { municipality, conversation: id }, keys, request, refused, clock });
    const hasUnsent = () => this.#conversation.messages.some(({ status }) => status === 'sending');
    this.#parting = new Parting({ request, hasUnsent, answered: (event, ack) => this.#parted(event, ack), clock });
    this.#keeping = new Keeping({ clock, over: () => this.#listener.cleared() });
  }

  /** The ids of the keys that open it. */
  get keyIds() {
    return [this.#unlocking.keyId, this.#conversation.pairing?.keyId].filter(Boolean);
  }

  get last() {
    return this.#conversation.last;
  }

  /** Whether it stands in the line again although this desk has not given it away. */
  get isRelined() {
    return this.#conversation.waitsAgain && !this.standing.isOver && !this.#parting.event;
  }

  /** Send a text; nothing can be sent before it is open or after it is over. Throws TooLong. */
  send(text) {
    if (this.#isWritable) this.#conversation.send(text);
  }

  retry() {
    this.#conversation.retry();
  }

  typing(on) {
    if (this.#isWritable) this.#conversation.typing(on);
  }

  /** The counsellor has seen what is there. */
  opened() {
    if (!this.standing.isFinished) this.#conversation.shown();
    if (this.#unseen === 0) return;
    this.#unseen = 0;
    this.#listener.changed();
  }

  /** Begin to `end` it (`{reason}`: done or blocked) or to `hand_over` (`{to}`: a colleague's staff id or `line`). */
  part(event, fields) {
    if (this.standing.isOver) return;
    this.#problem = null;
    this.#parting.begin(event, fields);
    this.#listener.changed();
  }

  /** Take an event of the server about it. */
  heard(name, payload) {
    if (name === 'entry') this.#conversation.receive(payload);
    else this.#conversation.heard(name, payload);
  }

  /** A heartbeat says how far the log goes; nothing when the conversation is gone. */
  expect(seq) {
    if (seq === undefined) this.#conversation.catchUp();
    else this.#conversation.expect(seq);
  }

  catchUp() {
    this.#keeping.look();
    return this.standing.isFinished ? Promise.resolve() : this.#conversation.catchUp();
  }

  reconnected() {
    this.#parting.hurry();
    this.#unlocking.hurry();
    if (!this.standing.isFinished) this.#conversation.reconnected();
  }

  disconnected() {
    this.#conversation.disconnected();
  }

  /** Forget it, text and key. */
  close() {
    this.#unlocking.forget(this.#conversation.pairing);
    this.leave();
  }

  /** Forget its text. */
  leave() {
    this.#isClosed = true;
    this.#keeping.cancel();
    this.#parting.cancel();
    this.#unlocking.close();
    this.#conversation.close();
  }

  snapshot() {
    const { messages, notices, peer } = this.#conversation;
    const { status, ended } = this.standing;
    return Object.freeze({
      ...{ id: this.id, ...this.#facts, status, ended, messages, notices, peer },
      ...{ isRelined: this.isRelined, parting: this.#parting.event, problem: this.#problem, unseen: this.#unseen },
    });
  }

  get #isWritable() {
    return this.standing.status === 'open' && !this.#parting.event;
  }

  #ears(refused) {
    return {
      changed: () => this.#changed(),
      arrived: () => (this.#unseen += 1),
      settled: () => this.#settled(),
      unsent: (items) => this.#unlocking.keepUnsent(items),
      refused,
    };
  }

  #parted(event, ack) {
    if (!ack.ok) return this.#refused(ack.code);
    if (event === 'end') return this.#conversation.catchUp();
    this.standing.handedOver();
    return this.#left();
  }

  #changed() {
    this.#parting.proceed();
    this.#listener.changed();
  }

  async #settled() {
    if (this.#isClosed) return;
    if (!this.#conversation.waitsAgain) this.wasAskedBack = false;
    await this.#unlocking.unlock(this.#conversation);
    if (this.#conversation.ended && !this.standing.isConfirmed) await this.#confirmEnd();
    this.#listener.settled();
  }

  /** Ask once more, with everything applied: that is how the server knows that the end was seen here. */
  async #confirmEnd() {
    this.standing.confirm();
    this.#over();
    await this.#conversation.catchUp();
  }

  #refused(code) {
    if (code === 'E_ENDED') return this.#conversation.catchUp();
    if (this.standing.isFinished) return undefined;
    if (this.standing.refused(code, this.#parting.event)) return this.#left();
    this.#problem = code;
    return this.#listener.changed();
  }

  #left() {
    this.#conversation.stopWriting();
    this.#over();
    this.#listener.changed();
  }

  /** The text stays on the screen for a while, in memory only; the key goes now. */
  #over() {
    this.#parting.cancel();
    this.#unlocking.forget(this.#conversation.pairing);
    this.#keeping.begin();
  }
}

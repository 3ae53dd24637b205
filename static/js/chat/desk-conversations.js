import { DeskConversation } from './desk-conversation.js';
import { Keeping } from './keeping.js';

/** The conversations on a counsellor's desk, in the order in which they came. */
export class DeskConversations {
  #keys;
  #request;
  #clock;
  #listener;
  #conversations = new Map();
  #resting;
  #hasTidied = false;

  /** `request(event, payload)` asks the server; `changed()` hears of all changes, `settled()` of every complete log. */
  constructor({ keys, request, clock, ...listener }) {
    this.#keys = keys;
    this.#request = request;
    this.#clock = clock;
    this.#listener = listener;
    this.#resting = new Keeping({ clock, over: () => this.#leaveAll() });
  }

  get(id) {
    return this.#conversations.get(id);
  }

  /**
   * Put a conversation on the desk, or find it there; `facts` are its `{municipality, language}`. One that had gone to
   * somebody else and is back begins anew.
   */
  adopt(id, facts) {
    if (this.get(id)?.standing.isElsewhere) this.get(id).close();
    else if (this.get(id)) return this.get(id);
    this.#conversations.set(id, this.#newConversation(id, facts));
    return this.get(id);
  }

  /** Put everything on the desk that is held here: `[{conversation, municipality, language, connected, v}]`. */
  adoptAll(held) {
    for (const { conversation, municipality, language, v, connected } of held) {
      this.adopt(conversation, { municipality, language }).heard('peer', { v, connected });
    }
  }

  /** Take a conversation off the desk, unless it goes on; returns whether it was taken off. */
  clear(id) {
    const conversation = this.get(id);
    if (!conversation?.standing.isOver) return false;
    conversation.close();
    this.#conversations.delete(id);
    this.#listener.changed();
    return true;
  }

  /** How far the log of each is known here: `{conversation: seq}`, for those of which the server may have news. */
  get positions() {
    return Object.fromEntries(this.#followed.map(({ id, last }) => [id, last]));
  }

  /** The server says how far the logs go; a conversation that it does not name is gone. */
  expect(last) {
    for (const conversation of this.#followed) conversation.expect(last[conversation.id]);
  }

  /** One that the server put into the line again while this console was away, and that nobody has asked back yet. */
  get relined() {
    return this.#all.find(({ isRelined, wasAskedBack }) => isRelined && !wasAskedBack);
  }

  /** Resolves when every log is complete. */
  async catchUp() {
    await Promise.all(this.#all.map((conversation) => conversation.catchUp()));
  }

  /** The connection is back. */
  reconnected() {
    this.#resting.cancel();
    for (const conversation of this.#all) conversation.reconnected();
  }

  /** The connection is gone. When that `isFinal`, nobody may come back to this window: no text stays here for ever. */
  disconnected({ isFinal }) {
    if (isFinal) this.#resting.begin();
    for (const conversation of this.#all) conversation.disconnected();
  }

  /** Delete, once, the keys of conversations that are not on this desk. Call it when the desk is complete. */
  async tidyKeys() {
    if (this.#hasTidied) return;
    this.#hasTidied = true;
    const running = this.#all.filter(({ standing }) => !standing.isOver);
    await this.#keys.keepOnly(running.flatMap(({ keyIds }) => keyIds));
  }

  get snapshot() {
    return Object.freeze(this.#all.map((conversation) => conversation.snapshot()));
  }

  /** The keys stay: another window of the same counsellor goes on with them. */
  #leaveAll() {
    for (const conversation of this.#all) conversation.leave();
    this.#conversations.clear();
    this.#listener.changed();
  }

  get #followed() {
    return this.#all.filter(({ standing }) => !standing.isFinished);
  }

  get #all() {
    return [...this.#conversations.values()];
  }

  #newConversation(id, facts) {
    return new DeskConversation({
      id,
      ...facts,
      request: (event, payload) => this.#request(event, { conversation: id, ...payload }),
      keys: this.#keys,
      clock: this.#clock,
      listener: { ...this.#listener, cleared: () => this.clear(id) },
    });
  }
}

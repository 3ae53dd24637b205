import { DeskConversation } from './desk-conversation.js';

/** The conversations on a counsellor's desk, in the order in which they came. */
export class DeskConversations {
  #municipality;
  #keys;
  #request;
  #clock;
  #changed;
  #conversations = new Map();
  #hasTidied = false;

  /** `request(event, payload)` asks the server; `changed()` hears of every change. */
  constructor({ municipality, keys, request, clock, changed }) {
    this.#municipality = municipality;
    this.#keys = keys;
    this.#request = request;
    this.#clock = clock;
    this.#changed = changed;
  }

  get(id) {
    return this.#conversations.get(id);
  }

  /** Put a conversation on the desk, or find it there. */
  adopt(id, municipality = this.#municipality) {
    if (!this.#conversations.has(id)) this.#conversations.set(id, this.#newConversation(id, municipality));
    return this.get(id);
  }

  /** Take a conversation off the desk, unless it goes on. */
  clear(id) {
    const conversation = this.get(id);
    if (!conversation?.isOver) return;
    conversation.close();
    this.#conversations.delete(id);
    this.#changed();
  }

  /** Those of which the server may have news. */
  get followed() {
    return [...this.#conversations.values()].filter(({ isFinished }) => !isFinished);
  }

  /** Resolves when every log is complete. */
  async catchUp() {
    await Promise.all(this.followed.map((conversation) => conversation.catchUp()));
  }

  /** The connection is back. */
  reconnected() {
    for (const conversation of this.#conversations.values()) conversation.reconnected();
  }

  /** Delete, once, the keys of conversations that are not on this desk. Call it when the desk is complete. */
  async tidyKeys() {
    if (this.#hasTidied) return;
    this.#hasTidied = true;
    const running = [...this.#conversations.values()].filter(({ isOver }) => !isOver);
    await this.#keys.keepOnly(running.map(({ keyId }) => keyId));
  }

  get snapshot() {
    return Object.freeze([...this.#conversations.values()].map((conversation) => conversation.snapshot()));
  }

  #newConversation(id, municipality) {
    return new DeskConversation({
      id,
      municipality,
      request: (event, payload) => this.#request(event, { conversation: id, ...payload }),
      keys: this.#keys,
      clock: this.#clock,
      listener: { changed: this.#changed, cleared: () => this.clear(id) },
    });
  }
}

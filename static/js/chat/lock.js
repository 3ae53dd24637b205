import { openMessage, sealMessage } from '../crypto/message-body.js';

/** Seals and opens the messages of one conversation; what comes before the key does waits for it. */
export class Lock {
  #conversation;
  #turn;
  #key = new Promise((resolve) => {
    this.#turn = resolve;
  });

  isOpen = false;

  constructor(conversation) {
    this.#conversation = conversation;
  }

  unlock(key) {
    this.isOpen = true;
    this.#turn(key);
  }

  /** Return the sealed body of a text. */
  async seal({ from, cid, text }) {
    return sealMessage(await this.#key, text, this.#envelope(from, cid));
  }

  /** Return `{text}`, or `{unreadable: true}` when the body is not what this writer wrote here. */
  async open({ from, cid, body }) {
    const key = await this.#key;
    try {
      return { text: await openMessage(key, body, this.#envelope(from, cid)) };
    } catch {
      return { unreadable: true };
    }
  }

  #envelope(from, cid) {
    return { conversation: this.#conversation, from, cid };
  }
}

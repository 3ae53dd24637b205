import { KeyOffer } from './key-offer.js';

/** Taking someone onto the desk: the next in line, one kept for this counsellor, or one's own that waits again. */
export class Taking {
  #offer;
  #conversations;
  #municipalityOf;
  #unplaced;

  /**
   * `accept(payload)` asks the server; `conversations` are those of the desk. `municipalityOf(id)` says where a
   * conversation belongs, or null when only the server knows: then `unplaced()` is called.
   */
  constructor({ keys, accept, clock, conversations, municipalityOf, unplaced }) {
    this.#offer = new KeyOffer({ keys, ask: accept, clock });
    this.#conversations = conversations;
    this.#municipalityOf = municipalityOf;
    this.#unplaced = unplaced;
  }

  get isUnderWay() {
    return this.#offer.isUnderWay;
  }

  /** The connection is back. */
  hurry() {
    this.#offer.hurry();
  }

  /** Take the head of the line, or the named conversation. Return the code of a refusal that is to be told, or null. */
  async take(named) {
    const ack = await this.#offer.make(named ? { conversation: named } : {});
    if (ack.ok) this.#put(ack.conversation);
    if (named) this.#conversations.get(named)?.catchUp();
    // Somebody else was faster with a named one: the desk and the line say so themselves.
    return ack.ok || (named && ack.code === 'E_CONFLICT') ? null : ack.code;
  }

  #put(id) {
    const municipality = this.#municipalityOf(id);
    if (municipality) this.#conversations.adopt(id, municipality).catchUp();
    else this.#unplaced();
  }
}

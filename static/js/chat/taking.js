import { KeyOffer } from './key-offer.js';

/** Taking someone onto the desk: the next in line, one kept for this counsellor, or one's own that waits again. */
export class Taking {
  #offer;
  #levels;
  #duty;
  #conversations;

  /** `accept(payload)` asks the server; `levels`, `duty` and `conversations` are those of the desk. */
  constructor({ keys, accept, clock, levels, duty, conversations }) {
    this.#offer = new KeyOffer({ keys, ask: accept, clock });
    this.#levels = levels;
    this.#duty = duty;
    this.#conversations = conversations;
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

  /** Where it belongs the line has told, unless it came after the last look at it: then only the server knows. */
  #put(id) {
    const { municipality = this.#duty.onlyMunicipality, language } = this.#levels.known(id) ?? {};
    if (municipality) this.#conversations.adopt(id, { municipality, language }).catchUp();
    else this.#duty.repeat();
  }
}

/** Where a conversation stands, as its log tells it: who is paired, what the screen says of it, whether it is over. */
export class ConversationState {
  #notices = [];

  /** The newest pairing, `{keyId, publicKey, sealed: {enc, sealed} | null}`, or null while nobody has come yet. */
  pairing = null;
  /** Whether it was handed over and nobody has taken it since. */
  waitsAgain = false;
  /** The reason why it is over, or null. */
  ended = null;

  /** `[{seq, kind}]` with kind `paired` or `handed_over`. */
  get notices() {
    return Object.freeze([...this.#notices]);
  }

  /** Whether a counsellor has it now. */
  get isHeld() {
    return this.pairing !== null && !this.waitsAgain && !this.ended;
  }

  /** Take an entry of the log, in its order. */
  apply(entry) {
    if (entry.kind === 'paired') this.#paired(entry);
    if (entry.kind === 'key_sealed') this.#keySealed(entry);
    if (entry.kind === 'handed_over') this.#handedOver(entry);
    if (entry.kind === 'ended') this.ended = entry.reason;
  }

  /** A new key of the same counsellor changes nothing for the one who writes. */
  #paired({ seq, key_id: keyId, public_key: publicKey, rekey }) {
    this.pairing = { keyId, publicKey, sealed: null };
    if (rekey) return;
    this.waitsAgain = false;
    this.#note(seq, 'paired');
  }

  #keySealed({ key_id: keyId, enc, sealed }) {
    if (this.pairing?.keyId === keyId) this.pairing.sealed = { enc, sealed };
  }

  #handedOver({ seq }) {
    this.waitsAgain = true;
    this.#note(seq, 'handed_over');
  }

  #note(seq, kind) {
    this.#notices.push(Object.freeze({ seq, kind }));
  }
}

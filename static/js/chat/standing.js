/** How a conversation at a desk stands: sealed, open, ended, handed over, or lost (another counsellor holds it). */
export class Standing {
  #conversation;
  #gone = null;
  #isConfirmed = false;

  constructor(conversation) {
    this.#conversation = conversation;
  }

  /** The server has been told that the end was seen here. */
  confirm() {
    this.#isConfirmed = true;
  }

  /** It is `lost`, `handed_over` or `expired`. */
  leave(how) {
    this.#gone = how;
  }

  get status() {
    if (this.ended) return 'ended';
    if (this.#gone) return this.#gone;
    return this.#conversation.isUnlocked ? 'open' : 'sealed';
  }

  /** The reason of the end, or null. */
  get ended() {
    return this.#conversation.ended ?? (this.#gone === 'expired' ? 'expired' : null);
  }

  /** Whether it has gone to somebody else. */
  get isElsewhere() {
    return this.#gone === 'lost' || this.#gone === 'handed_over';
  }

  get isOver() {
    return this.ended !== null || this.isElsewhere;
  }

  get isConfirmed() {
    return this.#isConfirmed;
  }

  /** Whether the server has nothing more to tell about it. */
  get isFinished() {
    return this.#isConfirmed || this.#gone !== null;
  }
}

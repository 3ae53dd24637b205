const GONE = { E_EXPIRED: 'expired', E_NOT_YOURS: 'lost' };

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

  /** It was given away. */
  handedOver() {
    this.#gone = 'handed_over';
  }

  /**
   * The server refuses; returns whether that means that it is not here any more. A hand-over (`parting`) whose answer
   * is still missing has happened when the conversation is not one's own.
   */
  refused(code, parting) {
    const wasGivenAway = parting === 'hand_over' && code === 'E_NOT_YOURS';
    this.#gone = wasGivenAway ? 'handed_over' : (GONE[code] ?? null);
    return this.#gone !== null;
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

import { MunicipalLevels } from './municipal-levels.js';

/** Whether the counsellor at this desk can take someone who waits: reserved for them, or awake and free. */
export function canBeTaken({ connected, reserved }) {
  return reserved === 'you' || (connected && !reserved);
}

/** The waiting lines of all municipalities of one duty, as the server last told them. */
export class WaitingLine {
  #clock;
  #levels = new MunicipalLevels();
  #seen = new Map();

  constructor(clock) {
    this.#clock = clock;
  }

  take(level) {
    if (!this.#levels.take({ ...level, receivedAt: this.#clock.now() })) return;
    for (const { conversation, municipality, language } of level.waiting) {
      this.#seen.set(conversation, { municipality, language });
    }
  }

  /** `{municipality, language}` of someone who waits, or has waited; undefined of one who was never in the line. */
  known(conversation) {
    return this.#seen.get(conversation);
  }

  keepOnly(municipalities) {
    this.#levels.keepOnly(municipalities);
  }

  /**
   * Everyone who waits, in the order in which this desk would take them; what is kept for a colleague comes last.
   * `since_s` seconds had passed at `receivedAt` (milliseconds since 1970).
   */
  get snapshot() {
    const waiting = this.#levels.values.flatMap((level) => level.waiting.map((youth) => seen(youth, level)));
    return Object.freeze(waiting.sort((one, other) => rank(one) - rank(other) || began(one) - began(other)));
  }
}

function seen(youth, { receivedAt }) {
  return Object.freeze({ ...youth, receivedAt });
}

function rank({ reserved, handed_over: handedOver, urgent }) {
  if (reserved === 'you') return 0;
  if (reserved) return 4;
  if (handedOver) return 1;
  return urgent ? 2 : 3;
}

function began({ since_s: seconds, receivedAt }) {
  return receivedAt - seconds * 1000;
}

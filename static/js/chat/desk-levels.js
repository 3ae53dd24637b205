import { Availability } from './availability.js';
import { Duties } from './duties.js';
import { WaitingLine } from './waiting-line.js';

/** What the server tells a desk as levels: whether the chat is open, who waits, and which colleagues are on duty. */
export class DeskLevels {
  #availability = new Availability();
  #line;
  #duties;

  /** `staff` is the id of the counsellor at this desk. */
  constructor({ staff, clock }) {
    this.#line = new WaitingLine(clock);
    this.#duties = new Duties(staff);
  }

  /** Take one event of the server, if it is a level. */
  take(name, payload) {
    const levels = { availability: this.#availability, waiting_line: this.#line, duties: this.#duties };
    levels[name]?.take(payload);
  }

  /** `{municipality, language}` of someone who waits, or has waited; undefined of one who was never in the line. */
  known(conversation) {
    return this.#line.known(conversation);
  }

  /** Whether a push of the availability was lost; see Availability. */
  isMissed(version) {
    return this.#availability.isMissed(version);
  }

  /** Forget the lines and colleagues of every municipality but these. */
  keepOnly(municipalities) {
    this.#line.keepOnly(municipalities);
    this.#duties.keepOnly(municipalities);
  }

  get snapshot() {
    return {
      availability: this.#availability.value,
      waiting: this.#line.snapshot,
      colleagues: this.#duties.snapshot,
    };
  }
}

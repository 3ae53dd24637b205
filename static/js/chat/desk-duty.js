import { RepeatedRequest } from './repeated-request.js';

/**
 * A counsellor's duty as a level: what was last asked for is repeated until the server has it.
 *
 * `confirmed(conversations)` hears of every acknowledged level, `refused(code)` when the old one stands, `changed()`
 * when it has become another one without having been asked for.
 */
export class DeskDuty {
  #wanted;
  #confirmed;
  #setDuty;
  #clock;
  #listener;
  #request = null;
  #hasChosen = false;
  #isBreather = false;
  #over = null;

  /**
   * `duty` is `{state, capacity, municipalities}` as the page was told; `setDuty(duty)` asks the server. Until some were
   * chosen here no municipalities are named: the server may know better than an older page.
   */
  constructor({ duty, setDuty, clock, ...listener }) {
    this.#wanted = this.#confirmed = duty;
    this.#setDuty = setDuty;
    this.#clock = clock;
    this.#listener = listener;
  }

  /**
   * The level wanted, and whether the server has yet to agree; `breather` while its counsellor takes a breath; `over`
   * says why it ended by itself: `asleep` (this page slept) or `silent` (the server had not heard of it), else null.
   */
  get snapshot() {
    return Object.freeze({
      ...this.#wanted,
      pending: this.#request !== null,
      breather: this.#isBreather,
      over: this.#over,
    });
  }

  get isOff() {
    return this.#confirmed.state === 'off';
  }

  /** Whether the server knows that new conversations can be taken here. */
  get isLive() {
    return this.#confirmed.state === 'on' && this.#wanted.state === 'on';
  }

  /** The slugs of the municipalities it is for; none while it is off. */
  get served() {
    return this.isOff ? [] : this.#confirmed.municipalities;
  }

  /** The one municipality it is for, or null when there are several. */
  get onlyMunicipality() {
    const { municipalities } = this.#confirmed;
    return municipalities.length === 1 ? municipalities[0] : null;
  }

  /** Ask for another `state`, `capacity` or `municipalities`. */
  set(changes) {
    this.#isBreather = false;
    this.#over = null;
    this.#hasChosen ||= changes.municipalities !== undefined;
    this.#wanted = { ...this.#wanted, ...changes };
    this.#ask();
  }

  /** Take a breath after a conversation: the chat stays open, but nobody is taken until the duty is set again. */
  breathe() {
    this.#isBreather = this.#wanted.state === 'on';
    this.#listener.changed();
  }

  /**
   * Say the level again on a new connection. A console that is and was off says nothing: it would end the duty of the
   * same counsellor's other console.
   */
  repeat() {
    if (this.#wanted.state !== 'off' || !this.isOff || this.#request) this.#ask();
  }

  /** A heartbeat says where the counsellor stands; what is being asked for counts more. */
  told(state) {
    if (this.#request || state === this.#confirmed.state) return;
    this.#become(state, state === 'off' ? 'silent' : null);
    if (state !== 'off') this.#ask();
  }

  /** This page has slept. Its counsellor may have gone home, so it does not go back on duty by itself. */
  slept() {
    if (this.#wanted.state === 'off') return;
    this.#request?.cancel();
    this.#request = null;
    this.#become('off', 'asleep');
  }

  #become(state, over) {
    this.#wanted = this.#confirmed = { ...this.#confirmed, state };
    this.#isBreather = false;
    this.#over = over;
    this.#listener.changed();
  }

  async #ask() {
    this.#request?.cancel();
    const wanted = this.#wanted;
    const payload = this.#hasChosen ? wanted : { state: wanted.state, capacity: wanted.capacity };
    this.#request = new RepeatedRequest(() => this.#setDuty(payload), { clock: this.#clock });
    const ack = await this.#request.answer;
    this.#request = null;
    if (ack.ok) this.#agreed(wanted, ack);
    else this.#disagreed(ack.code);
  }

  /** Off duty one serves nobody; what was chosen before stays chosen for the next time. */
  #agreed(wanted, { municipalities, conversations }) {
    const chosen = wanted.state === 'off' ? wanted.municipalities : municipalities ?? wanted.municipalities;
    this.#wanted = this.#confirmed = { ...wanted, municipalities: chosen };
    this.#listener.confirmed(conversations);
  }

  #disagreed(code) {
    this.#wanted = this.#confirmed;
    this.#isBreather = false;
    this.#listener.refused(code);
  }
}

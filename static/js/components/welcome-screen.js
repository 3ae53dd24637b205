/** The first screen: a way in, or an honest "nobody is here" with numbers to call. */

import { part, write } from './parts.js';

export class WelcomeScreen {
  #start;
  #open;
  #closed;
  #closedTitle;
  #closedText;
  #refused;
  #texts;

  constructor(root, { texts, onStart }) {
    this.#start = part(root, 'start');
    this.#open = part(root, 'open');
    this.#closed = part(root, 'closed');
    this.#closedTitle = part(root, 'closed-title');
    this.#closedText = part(root, 'closed-text');
    this.#refused = part(root, 'refused');
    this.#texts = texts;
    this.#start.hidden = false;
    this.#start.addEventListener('click', () => this.#start.ariaDisabled !== 'true' && onStart());
  }

  /** Until the server has said otherwise, what it printed into the page stays. */
  render({ availability, joining, refused, connection }) {
    const state = isAway(connection) ? 'unreachable' : availability?.state;
    if (state) this.#showAvailability(state);
    if (state) write(this.#closedText, this.#advice(state, connection));
    this.#start.ariaDisabled = String(joining);
    write(this.#refused, this.#reason(refused));
    this.#refused.classList.toggle('welcome__refused--for-now', joining);
  }

  #reason(code) {
    return code ? this.#texts.join_refused[code] ?? this.#texts.join_refused.other : '';
  }

  #advice(state, connection) {
    const words = this.#texts.closed_text;
    return connection === 'refused' ? words.refused : words[state] ?? words.other;
  }

  #showAvailability(state) {
    this.#open.hidden = state !== 'open';
    this.#closed.hidden = state === 'open';
    if (state !== 'open') write(this.#closedTitle, this.#texts.availability[state] ?? this.#texts.availability.closed);
  }
}

/** Nobody can come in through a line that is down, whatever was true before. */
function isAway(connection) {
  return connection === 'offline' || connection === 'refused';
}

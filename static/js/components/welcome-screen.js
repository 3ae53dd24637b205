/** The first screen: a way in, or an honest "nobody is here" with numbers to call. */

import { hintAtApp } from './in-app-hint.js';
import { part, write } from './parts.js';

export class WelcomeScreen {
  #ways;
  #open;
  #closed;
  #closedTitle;
  #closedText;
  #refused;
  #texts;

  /** `onStart(wishes)` hears of either way in; the urgent one wishes `{urgent: true}`. */
  constructor(root, { texts, onStart }) {
    const urgent = () => onStart({ urgent: true });
    this.#ways = [wayIn(part(root, 'start'), () => onStart()), wayIn(part(root, 'start-urgent'), urgent)];
    this.#open = part(root, 'open');
    this.#closed = part(root, 'closed');
    this.#closedTitle = part(root, 'closed-title');
    this.#closedText = part(root, 'closed-text');
    this.#refused = part(root, 'refused');
    this.#texts = texts;
    hintAtApp(root, texts.in_app);
  }

  /** Until the server has said otherwise, what it printed into the page stays. */
  render({ availability, joining, refused, connection }) {
    const state = isAway(connection) ? 'unreachable' : availability?.state;
    if (state) this.#showAvailability(state);
    if (state) write(this.#closedText, this.#advice(state, connection));
    for (const way of this.#ways) way.ariaDisabled = String(joining);
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

/** Without this script it would lead nowhere, so only now it is shown. */
function wayIn(button, onStart) {
  button.hidden = false;
  button.addEventListener('click', () => button.ariaDisabled !== 'true' && onStart());
  return button;
}

/** Nobody can come in through a line that is down, whatever was true before. */
function isAway(connection) {
  return connection === 'offline' || connection === 'refused';
}

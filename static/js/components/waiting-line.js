/** Who waits, for how long, and whether their phone is awake. */

import { copyOf, part, write } from './parts.js';
import { fill } from './texts.js';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 10_000; // the minutes go on while nothing else happens

export class WaitingLine {
  #list;
  #empty;
  #count;
  #texts;
  #waiting = [];

  constructor(root, texts) {
    this.#list = part(root, 'waiting');
    this.#empty = part(root, 'waiting-empty');
    this.#count = part(root, 'waiting-count');
    this.#texts = texts;
    setInterval(() => this.#draw(), LOOK_EVERY_MS);
  }

  /** Shows the line; each entry says how many seconds had passed when it was received. */
  render(waiting) {
    this.#waiting = waiting;
    this.#empty.hidden = waiting.length > 0;
    this.#count.hidden = waiting.length === 0;
    write(this.#count, String(waiting.length));
    this.#draw();
  }

  #draw() {
    while (this.#list.children.length > this.#waiting.length) this.#list.lastElementChild.remove();
    this.#waiting.forEach((one, index) => this.#show(this.#list.children[index] ?? this.#add(), one));
  }

  #add() {
    return this.#list.appendChild(copyOf('waiting-template'));
  }

  #show(element, one) {
    write(part(element, 'time'), this.#timeOf(one));
    part(element, 'urgent').hidden = !one.urgent;
    write(part(element, 'connected'), one.connected ? this.#texts.connected : this.#texts.asleep);
  }

  #timeOf({ since_s: seconds, receivedAt }) {
    const minutes = Math.floor((seconds * 1000 + Date.now() - receivedAt) / MINUTE_MS);
    return minutes < 1 ? this.#texts.just_now : fill(this.#texts.minutes, { minutes });
  }
}

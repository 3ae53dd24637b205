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
  #municipalities;
  #onTake;
  #waiting = [];

  /** `municipalities` are names by slug; `onTake(conversation)` takes one who is kept for this counsellor. */
  constructor(root, { texts, municipalities, onTake }) {
    this.#list = part(root, 'waiting');
    this.#empty = part(root, 'waiting-empty');
    this.#count = part(root, 'waiting-count');
    this.#texts = texts;
    this.#municipalities = municipalities;
    this.#onTake = onTake;
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
    const element = this.#list.appendChild(copyOf('waiting-template'));
    part(element, 'take-this').addEventListener('click', () => this.#onTake(element.dataset.conversation));
    return element;
  }

  #show(element, one) {
    element.dataset.conversation = one.conversation;
    write(part(element, 'time'), this.#timeOf(one));
    write(part(element, 'municipality'), this.#municipalityOf(one));
    part(element, 'urgent').hidden = !one.urgent;
    part(element, 'english').hidden = one.language !== 'en';
    part(element, 'handed-over').hidden = !one.handed_over;
    part(element, 'yours').hidden = one.reserved !== 'you';
    part(element, 'take-this').hidden = one.reserved !== 'you';
    write(part(element, 'connected'), this.#texts[stateOf(one)]);
  }

  /** Whoever serves one municipality only need not read its name. */
  #municipalityOf({ municipality }) {
    return Object.keys(this.#municipalities).length > 1 ? this.#municipalities[municipality] : '';
  }

  #timeOf({ since_s: seconds, receivedAt }) {
    const minutes = Math.floor((seconds * 1000 + Date.now() - receivedAt) / MINUTE_MS);
    return minutes < 1 ? this.#texts.just_now : fill(this.#texts.minutes, { minutes });
  }
}

function stateOf({ reserved, connected }) {
  if (reserved && reserved !== 'you') return 'with_colleague';
  return connected ? 'connected' : 'asleep';
}

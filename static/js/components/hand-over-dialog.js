/** Asks who goes on with a conversation: the line, or a colleague who has room. No explanation is asked for. */

import { answerOf } from './answers.js';
import { copyOf, part, write } from './parts.js';
import { fill } from './texts.js';

export class HandOverDialog {
  #dialog = document.getElementById('hand-over-dialog');
  #texts;
  #colleagues = {};
  #municipality = null;

  /** `texts` are those under "hand_over". */
  constructor(texts) {
    this.#texts = texts;
    part(this.#dialog, 'cancel').addEventListener('click', () => this.#dialog.close(''));
  }

  /** Resolves to a colleague's staff id, to 'line', or to null when nothing is to happen. */
  async ask(municipality) {
    this.#municipality = municipality;
    this.#line.checked = true;
    this.#draw();
    const answer = await answerOf(this.#dialog);
    return answer === 'confirm' ? this.#dialog.querySelector('[name="to"]:checked').value : null;
  }

  /** Colleagues come and go while it is open; `colleagues` are those of the desk, by municipality. */
  render(colleagues) {
    this.#colleagues = colleagues;
    if (this.#dialog.open) this.#draw();
  }

  get #line() {
    return this.#dialog.querySelector('[value="line"]');
  }

  #draw() {
    const colleagues = this.#colleagues[this.#municipality] ?? [];
    const list = part(this.#dialog, 'colleagues');
    const shown = new Map([...list.children].map((element) => [element.dataset.staff, element]));
    // What stays is not moved: it may have the focus.
    for (const one of colleagues) this.#show(shown.get(one.staff) ?? list.appendChild(newChoice(one)), one);
    for (const [staff, element] of shown) if (!colleagues.some((one) => one.staff === staff)) element.remove();
    part(this.#dialog, 'alone').hidden = colleagues.some(canTake);
    if (!this.#dialog.querySelector('[name="to"]:checked:enabled')) this.#line.checked = true;
  }

  #show(element, colleague) {
    element.querySelector('input').disabled = !canTake(colleague);
    write(part(element, 'name'), colleague.name);
    write(part(element, 'room'), this.#roomOf(colleague));
  }

  #roomOf({ state, live, room }) {
    if (state === 'pause') return this.#texts.pause;
    if (!live) return this.#texts.away;
    if (room === 0) return this.#texts.full;
    return room === 1 ? this.#texts.room_one : fill(this.#texts.room, { number: room });
  }
}

function canTake({ live, room }) {
  return live && room > 0;
}

function newChoice({ staff }) {
  const element = copyOf('colleague-template');
  element.dataset.staff = staff;
  element.querySelector('input').value = staff;
  return element;
}

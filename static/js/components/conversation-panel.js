/** One conversation at the counsellor's desk, with a draft and a place in the text of its own. */

import { Composer } from './composer.js';
import { confirmed } from './confirmation.js';
import { MessageList } from './message-list.js';
import { copyOf, part, write } from './parts.js';

export class ConversationPanel {
  element = copyOf('panel-template');
  #id;
  #texts;
  #messages;
  #composer;

  /** `desk` is the Desk; `onBack()` returns to the overview on a small screen. */
  constructor(id, { desk, texts, onBack }) {
    this.#id = id;
    this.#texts = texts;
    this.#messages = new MessageList(this.element, { own: 'counsellor', texts, onRetry: () => desk.retry(id) });
    this.#composer = new Composer(this.element, { texts, onSend: (text) => desk.send(id, text) });
    part(this.element, 'back').addEventListener('click', onBack);
    part(this.element, 'clear').addEventListener('click', () => desk.clear(id));
    part(this.element, 'end').addEventListener('click', () => this.#end(desk));
  }

  /** Shows the conversation under this name. */
  render({ status, ended, messages }, name) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    const isOver = status === 'ended' || status === 'lost';
    write(part(this.element, 'name'), name);
    write(part(this.element, 'status'), this.#texts.conversation[status]);
    write(part(this.element, 'over-reason'), isOver ? this.#texts.over[ended ?? status] : '');
    part(this.element, 'sealed').hidden = status !== 'sealed';
    part(this.element, 'composer').hidden = status !== 'open';
    part(this.element, 'over').hidden = !isOver;
    part(this.element, 'end').hidden = isOver;
    this.#messages.render(messages);
    if (focused && this.#isLeftBehind(focused)) this.focus();
  }

  /** Moves the focus to where one goes on. */
  focus() {
    if (part(this.element, 'composer').hidden) part(this.element, 'name').focus();
    else this.#composer.focus();
  }

  /** Whoever waited at the heading can now write; whoever was at something that is gone needs a new place. */
  #isLeftBehind(focused) {
    return focused === part(this.element, 'name') || !focused.checkVisibility();
  }

  async #end(desk) {
    if (await confirmed(document.getElementById('end-dialog'))) desk.end(this.#id);
  }
}

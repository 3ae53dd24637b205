/** What stands around a conversation besides its messages: what is awaited, what went wrong, what is over. */

import { part, write } from './parts.js';

const IS_OVER = new Set(['ended', 'lost', 'handed_over']);

export class PanelNotes {
  #root;
  #texts;

  /** `texts` are those of console/texts.html. */
  constructor(root, texts) {
    this.#root = root;
    this.#texts = texts;
  }

  /** `draft` is what stands in the composer. */
  render({ status, ended, isRelined, problem }, draft) {
    const isOver = IS_OVER.has(status);
    this.#part('sealed').hidden = status !== 'sealed' || isRelined;
    this.#part('relined').hidden = !isRelined;
    this.#part('over').hidden = !isOver;
    this.#write('problem-here', isOver || !problem ? '' : (this.#texts.problem[problem] ?? this.#texts.problem.other));
    this.#write('over-reason', isOver ? this.#texts.over[ended ?? status] : '');
    this.#write('over-text', this.#texts.over[status === 'ended' ? 'erased' : 'elsewhere']);
    this.#write('clear', this.#texts.over[status === 'ended' ? 'clear' : 'clear_elsewhere']);
    this.#showDraft(isOver ? draft : '');
  }

  /** A sentence that was begun is not lost because the conversation is over. */
  #showDraft(draft) {
    this.#part('draft').hidden = !draft;
    this.#write('draft-text', draft);
  }

  #part(name) {
    return part(this.#root, name);
  }

  #write(name, text) {
    write(this.#part(name), text);
  }
}

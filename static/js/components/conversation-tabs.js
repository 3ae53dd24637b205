/** The list of one's conversations; a number says how many messages have not been seen. */

import { copyOf, part, write } from './parts.js';
import { fill } from './texts.js';

export class ConversationTabs {
  #list;
  #empty;
  #texts;
  #onOpen;
  #tabs = new Map();

  /** `texts` are those under "conversation". `onOpen(id)` is called when one is chosen. */
  constructor(root, { texts, onOpen }) {
    this.#list = part(root, 'tabs');
    this.#empty = part(root, 'tabs-empty');
    this.#texts = texts;
    this.#onOpen = onOpen;
  }

  /** `names` is a Map from conversation id to what it is called on this screen. */
  render(conversations, names, openId) {
    this.#forgetAllBut(conversations);
    for (const conversation of conversations) this.#show(conversation, names.get(conversation.id), openId);
    this.#empty.hidden = conversations.length > 0;
  }

  #show({ id, status, unseen }, name, openId) {
    if (!this.#tabs.has(id)) this.#tabs.set(id, this.#add(id));
    const tab = this.#tabs.get(id);
    tab.firstElementChild.ariaCurrent = String(id === openId);
    write(part(tab, 'name'), name);
    write(part(tab, 'status'), this.#texts[status]);
    part(tab, 'unseen').hidden = unseen === 0;
    write(part(tab, 'unseen'), this.#newMessages(unseen));
  }

  #newMessages(number) {
    return number === 1 ? this.#texts.unseen_one : fill(this.#texts.unseen, { number });
  }

  #add(id) {
    const tab = this.#list.appendChild(copyOf('tab-template'));
    tab.firstElementChild.addEventListener('click', () => this.#onOpen(id));
    return tab;
  }

  #forgetAllBut(conversations) {
    const kept = new Set(conversations.map(({ id }) => id));
    for (const [id, tab] of this.#tabs) {
      if (kept.has(id)) continue;
      tab.remove();
      this.#tabs.delete(id);
    }
  }
}

/** The list of one's conversations; a number says how many messages have not been seen. */

import { wordsFor } from './conversation-words.js';
import { copyOf, part, write } from './parts.js';
import { fill } from './texts.js';

export class ConversationTabs {
  #list;
  #empty;
  #news;
  #texts;
  #onOpen;
  #tabs = new Map();

  /** `texts` are those under "conversation". `onOpen(id)` is called when one is chosen. */
  constructor(root, { texts, onOpen }) {
    this.#list = part(root, 'tabs');
    this.#empty = part(root, 'tabs-empty');
    this.#news = part(root, 'tabs-news');
    this.#texts = texts;
    this.#onOpen = onOpen;
  }

  /** `names` is a Map from conversation id to what it is called on this screen. */
  render(conversations, names, openId) {
    this.#forgetAllBut(conversations);
    conversations.forEach((conversation, index) => this.#show(conversation, index, names.get(conversation.id), openId));
    this.#empty.hidden = conversations.length > 0;
    // The open one reads its messages aloud itself.
    const calling = conversations.filter(({ id, unseen }) => unseen && id !== openId);
    write(this.#news, calling.map(({ id, unseen }) => `${names.get(id)}: ${this.#newMessages(unseen)}`).join('. '));
  }

  /** Opens the one in this place of the list, if there is one. */
  openPlace(index) {
    this.#list.children[index]?.firstElementChild.click();
  }

  #show(conversation, index, name, openId) {
    const { id, unseen, status, peer } = conversation;
    if (!this.#tabs.has(id)) this.#tabs.set(id, this.#add(id));
    const tab = this.#tabs.get(id);
    tab.firstElementChild.ariaCurrent = String(id === openId);
    tab.firstElementChild.setAttribute('aria-keyshortcuts', `Alt+${index + 1}`);
    write(part(tab, 'name'), name);
    const isWriting = status === 'open' && peer.typing;
    write(part(tab, 'status'), isWriting ? this.#texts.typing : wordsFor(this.#texts, conversation));
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

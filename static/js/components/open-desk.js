/** Which conversation lies open: one at a time, and on a small screen instead of the overview. */

import { ConversationPanel } from './conversation-panel.js';
import { part } from './parts.js';

export class OpenDesk {
  openId = null;
  #root;
  #nothingOpen;
  #overview;
  #makePanel;
  #panels = new Map();

  /** `options` are those of ConversationPanel. */
  constructor(root, options) {
    this.#root = part(root, 'desk');
    this.#nothingOpen = part(root, 'nothing-open');
    this.#overview = part(root, 'mine-title');
    this.#makePanel = (id) => new ConversationPanel(id, { ...options, onBack: () => this.#goBack() });
  }

  /** Shows the conversations; one that has just come lies on top. */
  render(conversations, names) {
    const fresh = conversations.find(({ id }) => !this.#panels.has(id));
    this.#clearAllBut(conversations);
    for (const one of conversations) this.#panelOf(one.id).render(one, names.get(one.id));
    if (fresh) this.open(fresh.id);
  }

  /** Puts one on top. */
  open(id) {
    this.openId = id;
    document.body.dataset.view = 'conversation';
    this.#show();
    this.#panels.get(id).focus();
  }

  /** The panel that lies open, or undefined. */
  get panel() {
    return this.#panels.get(this.openId);
  }

  #panelOf(id) {
    if (!this.#panels.has(id)) {
      const panel = this.#makePanel(id);
      panel.element.hidden = true;
      this.#root.append(panel.element);
      this.#panels.set(id, panel);
    }
    return this.#panels.get(id);
  }

  #clearAllBut(conversations) {
    const kept = new Set(conversations.map(({ id }) => id));
    for (const [id, panel] of this.#panels) {
      if (kept.has(id)) continue;
      panel.clear();
      this.#panels.delete(id);
      if (id === this.openId) this.#close();
    }
  }

  #close() {
    this.openId = null;
    showOverview();
    this.#show();
  }

  /** The button that led back is gone with the conversation. */
  #goBack() {
    showOverview();
    this.#overview.focus();
  }

  #show() {
    for (const [id, panel] of this.#panels) panel.element.hidden = id !== this.openId;
    this.#nothingOpen.hidden = this.openId !== null;
  }
}

/** On a small screen it takes the place of the conversation; on a wide one both are there anyway. */
function showOverview() {
  document.body.dataset.view = 'overview';
}

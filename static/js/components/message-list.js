/** The log of a conversation. Only what changed is touched, and only the other side is read aloud. */

import { MessageView } from './message-view.js';
import { copyOf, part } from './parts.js';
import { ScrollAnchor } from './scroll-anchor.js';

const HEARD_MS = 5000; // afterwards a message stands on the page once, where it belongs

export class MessageList {
  #log;
  #announcer;
  #anchor;
  #own;
  #texts;
  #onRetry;
  #onShown;
  #views = new Map();

  /**
   * `root` holds the parts `log`, `announcer` and `scroll`; `texts` has `message` and `notice`. `onShown()` hears whenever
   * the newest message is in sight on a visible page.
   */
  constructor(root, { own, texts, onRetry, onShown = () => {} }) {
    this.#log = part(root, 'log');
    this.#announcer = part(root, 'announcer');
    this.#anchor = new ScrollAnchor(part(root, 'scroll'), () => this.#tellShown());
    this.#own = own;
    this.#texts = texts;
    this.#onRetry = onRetry;
    this.#onShown = onShown;
    document.addEventListener('visibilitychange', () => this.#anchor.look());
  }

  /** Shows these messages and notices in the order of the log; what is not acknowledged yet comes last. */
  render(messages, notices = []) {
    const items = inOrder(messages, notices);
    const isFirst = this.#views.size === 0;
    const fresh = items.filter((item) => !this.#views.has(item.key));
    this.#forgetAllBut(items);
    const told = this.#worthTelling(messages);
    items.forEach((item, index) => this.#place(item, index, told.includes(item)));
    // A whole history is not read aloud, but one thing that comes into an empty room is.
    if (!isFirst || fresh.length === 1) this.#announce(fresh);
    this.#anchor.settle({ always: fresh.some(({ from }) => from === this.#own) });
  }

  /** What came while the list was out of sight may be shown now. */
  look() {
    this.#anchor.look();
  }

  /** Takes every word off the screen. */
  clear() {
    this.#views.clear();
    this.#log.replaceChildren();
    this.#announcer.replaceChildren();
  }

  /** The latest of one's own, and the latest of them that was read: the others were sent or read before. */
  #worthTelling(messages) {
    const own = messages.filter(({ from }) => from === this.#own);
    return [own.at(-1), own.findLast(({ status }) => status === 'read')];
  }

  #place(item, index, isToldOf) {
    if (!this.#views.has(item.key)) this.#views.set(item.key, this.#create(item));
    const view = this.#views.get(item.key);
    view.show(item, isToldOf);
    const there = this.#log.children[index];
    if (there !== view.element) this.#log.insertBefore(view.element, there ?? null);
  }

  #create(item) {
    if (item.kind) return noticeView(this.#texts.notice[item.kind]);
    return new MessageView(this.#texts.message, this.#own, this.#onRetry);
  }

  #forgetAllBut(items) {
    const kept = new Set(items.map(({ key }) => key));
    for (const [key, view] of this.#views) {
      if (kept.has(key)) continue;
      view.element.remove();
      this.#views.delete(key);
    }
  }

  #announce(fresh) {
    const heard = fresh.filter(({ from }) => from !== this.#own);
    if (heard.length) this.#announcer.replaceChildren(...heard.map((item) => this.#spoken(item)));
  }

  #tellShown() {
    if (this.#log.checkVisibility({ visibilityProperty: true }) && document.visibilityState === 'visible') this.#onShown();
  }

  #spoken(item) {
    const line = document.createElement('span');
    line.textContent = this.#views.get(item.key).spoken;
    setTimeout(() => line.remove(), HEARD_MS);
    return line;
  }
}

/** What has not been unlocked yet has no place on the screen. */
function inOrder(messages, notices) {
  const readable = messages.filter(({ text, unreadable }) => text !== null || unreadable);
  const keyed = notices.map((notice) => ({ ...notice, key: `notice-${notice.seq}` }));
  const place = ({ seq }) => seq ?? Infinity;
  return [...keyed, ...readable].sort((one, other) => compare(place(one), place(other)));
}

/** Infinity minus Infinity is no number, so places are compared instead of subtracted. */
function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function noticeView(text) {
  const element = copyOf('notice-template');
  element.textContent = text;
  return { element, spoken: text, show() {} };
}

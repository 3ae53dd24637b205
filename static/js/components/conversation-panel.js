/** One conversation at the counsellor's desk, with a draft and a place in the text of its own. */

import { answerOf } from './answers.js';
import { Composer } from './composer.js';
import { wordsFor } from './conversation-words.js';
import { MessageList } from './message-list.js';
import { Nudge } from './nudge.js';
import { PanelNotes } from './panel-notes.js';
import { copyOf, part, write } from './parts.js';
import { PeerLine } from './peer-line.js';

export class ConversationPanel {
  element = copyOf('panel-template');
  #id;
  #desk;
  #texts;
  #handOverDialog;
  #messages;
  #peer;
  #composer;
  #notes;
  #municipality = null;

  /** `desk` is the Desk; `rules` are counsellorRules; `handOverDialog` asks to whom; `onBack()` returns to the overview on a small screen. */
  constructor(id, { desk, texts, rules, handOverDialog, onBack }) {
    this.#id = id;
    this.#desk = desk;
    this.#texts = texts;
    this.#handOverDialog = handOverDialog;
    this.#messages = this.#newMessageList();
    this.#peer = new PeerLine(this.element, texts.peer);
    const nudge = new Nudge(this.element, { rules, texts: texts.nudge });
    this.#composer = new Composer(this.element, {
      texts,
      onSend: (text) => desk.send(id, text),
      onTyping: (on) => this.#conversation.typing(on),
      asks: () => nudge.asks(),
    });
    this.#notes = new PanelNotes(this.element, texts);
    this.#listen({ back: onBack, clear: () => desk.clear(id), take_back: () => desk.takeBack(id) });
    this.#listen({ end: () => this.end(), hand_over: () => this.handOver() });
  }

  /** Shows the conversation under this name. */
  render(conversation, name) {
    const { status, parting, isRelined, municipality, language, messages, notices, peer } = conversation;
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    const isOwn = (status === 'sealed' || status === 'open') && !isRelined && !parting;
    this.#municipality = municipality;
    write(part(this.element, 'name'), name);
    part(this.element, 'english').hidden = language !== 'en';
    write(part(this.element, 'status'), wordsFor(this.#texts.conversation, conversation));
    part(this.element, 'writing').hidden = status !== 'open' || parting !== null;
    for (const way of ['end', 'hand_over']) part(this.element, way).hidden = !isOwn;
    this.#notes.render(conversation, part(this.element, 'field').value.trim());
    this.#peer.render(peer, messages.filter(({ from }) => from === 'youth').length);
    this.#messages.render(messages, notices.filter(({ kind }) => kind === 'handed_over'));
    if (focused && this.#isLeftBehind(focused)) this.focus();
  }

  /** Moves the focus to where one goes on. */
  focus() {
    if (part(this.element, 'writing').hidden) part(this.element, 'name').focus();
    else this.#composer.focus();
  }

  /** Takes every word off the screen, and out of what the browser still remembers of it. */
  clear() {
    this.element.remove();
    this.#messages.clear();
    this.#composer.clear();
  }

  /** Asks, then ends the conversation; `blocked` is the end of what was never meant as a conversation. */
  async end() {
    if (part(this.element, 'end').hidden) return;
    const answer = await answerOf(document.getElementById('end-dialog'));
    if (answer === 'confirm') this.#desk.end(this.#id, 'done');
    if (answer === 'blocked') this.#desk.end(this.#id, 'blocked');
  }

  /** Asks to whom, then hands the conversation over. */
  async handOver() {
    if (part(this.element, 'hand_over').hidden) return;
    const to = await this.#handOverDialog.ask(this.#municipality);
    if (to) this.#conversation?.part('hand_over', { to });
  }

  get #conversation() {
    return this.#desk.conversation(this.#id);
  }

  #newMessageList() {
    return new MessageList(this.element, {
      own: 'counsellor',
      texts: this.#texts,
      onRetry: () => this.#conversation.retry(),
      onShown: () => this.#conversation?.opened(),
    });
  }

  #listen(actions) {
    for (const [name, act] of Object.entries(actions)) part(this.element, name).addEventListener('click', act);
  }

  /** Whoever waited at the heading can now write; whoever was at something that is gone needs a new place. */
  #isLeftBehind(focused) {
    return focused === part(this.element, 'name') || !focused.checkVisibility();
  }
}

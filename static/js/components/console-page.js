/** The counsellor's console: shows whatever the desk says it is. */

import { canBeTaken } from '../chat/waiting-line.js';
import { counsellorRules } from '../guard/counsellor-rules.js';
import { BreatherLine } from './breather-line.js';
import { ConnectionWords } from './connection-words.js';
import { ConversationTabs } from './conversation-tabs.js';
import { DutyControl } from './duty-control.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { OpenDesk } from './open-desk.js';
import { part, write } from './parts.js';
import { ReplacedScreen } from './replaced-screen.js';
import { Shortcuts } from './shortcuts.js';
import { TakeNext } from './take-next.js';
import { fill } from './texts.js';
import { WaitingLine } from './waiting-line.js';

export class ConsolePage {
  #texts;
  #connection;
  #duty;
  #breather;
  #replaced;
  #waiting;
  #take;
  #tabs;
  #handOver;
  #open;
  #names = new Map();
  #named = 0;

  /** `desk` is a Desk; `texts` are those of console/texts.html. */
  constructor(desk, texts) {
    const root = document.body;
    this.#texts = texts;
    this.#connection = new ConnectionWords(part(root, 'connection'), texts.connection);
    this.#duty = new DutyControl(part(root, 'duty'), { texts: texts.duty, onChange: (level) => desk.setDuty(level) });
    this.#breather = new BreatherLine(root, { onReady: () => desk.setDuty({ state: 'on' }) });
    this.#replaced = new ReplacedScreen(root, { onTakeBack: () => desk.start() });
    this.#waiting = new WaitingLine(root, {
      texts: texts.waiting,
      municipalities: texts.municipality,
      onTake: (id) => desk.take(id),
    });
    this.#take = new TakeNext(root, { texts: texts.take, onTake: () => desk.takeNext() });
    this.#tabs = new ConversationTabs(root, { texts: texts.conversation, onOpen: (id) => this.#open.open(id) });
    this.#handOver = new HandOverDialog(texts.hand_over);
    const rules = counsellorRules(part(root, 'own-address').textContent);
    this.#open = new OpenDesk(root, { desk, texts, rules, handOverDialog: this.#handOver });
    this.#listen();
  }

  /** Shows a snapshot of the desk. */
  render(snapshot) {
    this.#connection.show(snapshot.connection, snapshot.refused);
    this.#replaced.render(snapshot);
    this.#duty.render(snapshot.duty);
    this.#waiting.render(snapshot.waiting);
    this.#take.render(snapshot);
    this.#handOver.render(snapshot.colleagues);
    this.#renderConversations(snapshot.conversations);
    this.#breather.render(snapshot.duty);
    write(part(document.body, 'error'), this.#problem(snapshot));
    document.title = this.#title(snapshot);
  }

  #listen() {
    const places = ['Digit1', 'Digit2', 'Digit3'].map((code, index) => [code, () => this.#tabs.openPlace(index)]);
    new Shortcuts({
      ...Object.fromEntries(places),
      KeyN: () => this.#take.take(),
      KeyH: () => this.#open.panel?.handOver(),
      KeyE: () => this.#open.panel?.end(),
    });
  }

  #renderConversations(conversations) {
    for (const { id } of conversations) if (!this.#names.has(id)) this.#names.set(id, this.#newName());
    this.#open.render(conversations, this.#names);
    this.#tabs.render(conversations, this.#names, this.#open.openId);
  }

  /** Conversations have no names and must have none, so the screen counts them. */
  #newName() {
    this.#named += 1;
    return fill(this.#texts.conversation.name, { number: this.#named });
  }

  #problem({ error, duty }) {
    if (error) return this.#texts.error[error] ?? this.#texts.error.other;
    return duty.over ? this.#texts.duty_over[duty.over] : '';
  }

  #title({ waiting, conversations }) {
    const calling = conversations.reduce((sum, { unseen }) => sum + unseen, waiting.filter(canBeTaken).length);
    return calling ? `(${calling}) ${this.#texts.title}` : this.#texts.title;
  }
}

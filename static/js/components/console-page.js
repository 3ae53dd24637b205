/** The counsellor's console: shows whatever the desk says it is. */

import { ConnectionWords } from './connection-words.js';
import { ConversationTabs } from './conversation-tabs.js';
import { DutyControl } from './duty-control.js';
import { OpenDesk } from './open-desk.js';
import { part, write } from './parts.js';
import { TakeNext } from './take-next.js';
import { fill } from './texts.js';
import { WaitingLine } from './waiting-line.js';

export class ConsolePage {
  #desk;
  #texts;
  #connection;
  #duty;
  #waiting;
  #take;
  #tabs;
  #open;
  #names = new Map();
  #named = 0;

  /** `desk` is a Desk; `texts` are those of console/texts.html. */
  constructor(desk, texts) {
    const root = document.body;
    this.#desk = desk;
    this.#texts = texts;
    this.#connection = new ConnectionWords(part(root, 'connection'), texts.connection);
    this.#duty = new DutyControl(part(root, 'duty'), {
      texts: texts.duty,
      onChange: (state, capacity) => desk.setDuty(state, capacity),
    });
    this.#waiting = new WaitingLine(root, texts.waiting);
    this.#take = new TakeNext(root, { texts: texts.take, onTake: () => desk.takeNext() });
    this.#tabs = new ConversationTabs(root, { texts: texts.conversation, onOpen: (id) => this.#show(id) });
    this.#open = new OpenDesk(root, { desk, texts });
  }

  /** Shows a snapshot of the desk. */
  render(snapshot) {
    this.#connection.show(snapshot.connection, snapshot.refused);
    this.#duty.render(snapshot.duty);
    this.#waiting.render(snapshot.waiting);
    this.#take.render(snapshot);
    this.#renderConversations(snapshot.conversations);
    write(part(document.body, 'error'), this.#problem(snapshot));
    document.title = this.#title(snapshot);
  }

  #renderConversations(conversations) {
    for (const { id } of conversations) if (!this.#names.has(id)) this.#names.set(id, this.#newName());
    const read = this.#open.render(conversations, this.#names);
    this.#tabs.render(conversations, this.#names, this.#open.openId);
    if (conversations.some(({ id, unseen }) => id === read && unseen > 0)) this.#desk.opened(read);
  }

  #show(id) {
    this.#open.open(id);
    this.#desk.opened(id);
  }

  /** Conversations have no names and must have none, so the screen counts them. */
  #newName() {
    this.#named += 1;
    return fill(this.#texts.conversation.name, { number: this.#named });
  }

  #problem({ error }) {
    if (!error) return '';
    return this.#texts.error[error] ?? this.#texts.error.other;
  }

  #title({ waiting, conversations }) {
    const calling = conversations.reduce((sum, { unseen }) => sum + unseen, waiting.length);
    return calling ? `(${calling}) ${this.#texts.title}` : this.#texts.title;
  }
}

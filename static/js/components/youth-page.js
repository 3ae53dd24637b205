/** The young person's page: shows whatever the chat says it is. */

import { youthRules } from '../guard/youth-rules.js';
import { Composer } from './composer.js';
import { confirmed } from './confirmation.js';
import { ConnectionWords } from './connection-words.js';
import { Cover } from './cover.js';
import { MessageList } from './message-list.js';
import { Nudge } from './nudge.js';
import { part, write } from './parts.js';
import { PeerLine } from './peer-line.js';
import { showScreen } from './screens.js';
import { Settings } from './settings.js';
import { WaitingPanel } from './waiting-panel.js';
import { WelcomeScreen } from './welcome-screen.js';

export class YouthPage {
  #chat;
  #texts;
  #welcome;
  #waiting;
  #messages;
  #peer;
  #composer;
  #connection;
  #settings;

  /** `chat` is a YouthChat; `texts` are those of youth/texts.html; `coverMemory` keeps whether the chat is hidden. */
  constructor(chat, texts, coverMemory) {
    const root = document.body;
    this.#chat = chat;
    this.#texts = texts;
    this.#welcome = new WelcomeScreen(root, { texts, onStart: (wishes) => chat.join(wishes) });
    this.#waiting = new WaitingPanel(root, texts.place);
    this.#messages = this.#newMessageList(root);
    this.#peer = new PeerLine(root, texts.peer);
    this.#composer = this.#newComposer(root);
    this.#settings = new Settings(root, texts.sound);
    this.#connection = new ConnectionWords(part(root, 'connection'), texts.connection);
    const [onHide, onShow] = [() => chat.typing(false), () => this.#messages.look()];
    new Cover(root, { memory: coverMemory, onHide, onShow });
    part(root, 'leave').addEventListener('click', () => this.#leave());
  }

  /** Shows a snapshot of the chat. */
  render(snapshot) {
    this.#welcome.render(snapshot);
    this.#waiting.render(snapshot);
    this.#peer.render(snapshot.peer, snapshot.messages.filter(({ from }) => from !== 'youth').length);
    if (snapshot.screen === 'ended') this.#end(snapshot.ended);
    else this.#show(snapshot);
    this.#settings.render(snapshot);
    showScreen(snapshot.screen);
  }

  /** Takes every word off the page, so that nothing is left in the browser's memory of it. */
  wipe() {
    this.#messages.clear();
    this.#composer.clear();
    document.body.replaceChildren();
  }

  #newMessageList(root) {
    return new MessageList(root, {
      own: 'youth',
      texts: this.#texts,
      onRetry: () => this.#chat.retry(),
      onShown: () => this.#chat.shown(),
    });
  }

  #newComposer(root) {
    const nudge = new Nudge(root, { rules: youthRules(numbersShown(root)), texts: this.#texts.nudge });
    return new Composer(root, {
      texts: this.#texts,
      onSend: (text) => this.#chat.send(text),
      onTyping: (on) => this.#chat.typing(on),
      asks: () => nudge.asks(),
    });
  }

  #show({ messages, notices, connection, reason }) {
    this.#messages.render(messages, notices);
    this.#connection.show(connection, reason);
  }

  #end(reason) {
    this.#messages.clear();
    this.#composer.clear();
    this.#connection.show('online');
    document.getElementById('leave-dialog').close();
    write(part(document.body, 'ended-reason'), this.#texts.ended[reason] ?? '');
  }

  async #leave() {
    if (await confirmed(document.getElementById('leave-dialog'))) this.#chat.leave('done');
  }
}

/** Help lines are nobody's own numbers. */
function numbersShown(root) {
  return [...root.querySelectorAll('[href^="tel:"]')].map(({ pathname }) => pathname);
}

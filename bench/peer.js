// The relay, spoken to in the same shape as our server, so that both carry the same sockets and the same load.

import { Conversation, newCid } from './conversation.js';
import { ask, beat, openSocket } from './socket.js';

const CAPACITY = 3;

export class Peer {
  #address;

  constructor(address) {
    this.#address = address;
  }

  async openDesk() {
    const desk = new Desk(this.#address);
    await desk.resume();
    return desk;
  }

  async openDoor() {
    return { sockets: [] };
  }

  async openPage() {
    const socket = await open(this.#address, '/youth', []);
    beat(socket, () => 0);
    return socket;
  }

  async join() {
    const socket = await open(this.#address, '/youth', []);
    await ask(socket, 'join', { conversation: newCid() });
    return socket;
  }
}

class Desk {
  conversations = Array.from({ length: CAPACITY }, () => new Conversation(newCid(), null));
  console = null;
  #address;

  constructor(address) {
    this.#address = address;
    for (const conversation of this.conversations) conversation.youthNamesConversation = true;
  }

  get sockets() {
    return [this.console, ...this.conversations.map(({ sockets }) => sockets.youth)];
  }

  /** Nothing is kept, so that coming and coming back are the same, and nothing can be missing. */
  async resume() {
    await Promise.all([this.#sit(), ...this.conversations.map((conversation) => this.#enter(conversation))]);
    return 0;
  }

  async #sit() {
    this.console = await open(this.#address, '/counsellor', this.conversations.map(({ id }) => id));
    this.console.on('entry', (entry) => this.#find(entry.conversation).hear('counsellor', entry));
    beat(this.console, () => ({}));
    for (const { id, sockets } of this.conversations) {
      sockets.counsellor = this.console;
      await ask(this.console, 'sync', { conversation: id, after: 0 });
    }
  }

  async #enter(conversation) {
    const youth = await open(this.#address, '/youth', [conversation.id]);
    conversation.sockets.youth = youth;
    youth.on('entry', (entry) => conversation.hear('youth', entry));
    beat(youth, () => 0);
    await ask(youth, 'sync', { after: 0 });
  }

  #find(id) {
    return this.conversations.find((conversation) => conversation.id === id);
  }
}

function open(address, namespace, conversations) {
  return openSocket(address, namespace, { auth: () => ({ conversations }) });
}

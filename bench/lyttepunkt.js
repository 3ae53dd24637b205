// Our server, spoken to as the two pages speak to it. A desk is one counsellor with three conversations: four sockets.

import { randomBytes } from 'node:crypto';
import { Conversation, newCid } from './conversation.js';
import { ask, beat, openSocket } from './socket.js';
import { StaffBrowser } from './staff-browser.js';

const CAPACITY = 3;
const VERSION = 1;

export class Lyttepunkt {
  #address;
  #cast;

  constructor(address, cast) {
    this.#address = address;
    this.#cast = cast;
  }

  get teams() {
    return this.#cast.teams.length;
  }

  /** Sign a counsellor in, let three youths join, and accept them. Desks of one team are `teams` numbers apart. */
  async openDesk(number) {
    const team = this.#cast.teams[number % this.teams];
    const desk = new Desk(this.#address, team.slug, from(number));
    await desk.signIn(team.emails[Math.floor(number / this.teams)], this.#cast.password);
    await desk.begin();
    return desk;
  }

  /** Put one counsellor of a team on duty, who takes nobody. */
  async openDoor(team) {
    const { slug, emails } = this.#cast.teams[team];
    const desk = new Desk(this.#address, slug, from(team));
    await desk.signIn(emails[0], this.#cast.password);
    await desk.sit();
    return desk;
  }

  /** Open a young person's page that has not joined. */
  async openPage(number) {
    const slug = this.#cast.teams[number % this.teams].slug;
    const socket = await openYouth(this.#address, slug, from(number), {});
    beat(socket, () => 0);
    return socket;
  }

  /** Open a page at a team's door and join, all from one address. Returns the socket once the join is acked. */
  async join(team, address) {
    const socket = await openYouth(this.#address, this.#cast.teams[team].slug, address, {});
    await ask(socket, 'join', { cid: newCid(), resume: newResume() });
    return socket;
  }
}

class Desk {
  conversations = [];
  console = null;
  #address;
  #slug;
  #headers;
  #browser;

  constructor(address, slug, headers) {
    this.#address = address;
    this.#slug = slug;
    this.#headers = headers;
    this.#browser = new StaffBrowser(address, headers);
  }

  get sockets() {
    return [this.console, ...this.conversations.map(({ sockets }) => sockets.youth)].filter(Boolean);
  }

  async signIn(email, password) {
    await this.#browser.signIn(email, password);
  }

  /** Open the console and go on duty. */
  async sit() {
    this.console = await openSocket(this.#address, '/counsellor', {
      auth: async () => ({ v: VERSION, municipality: this.#slug, ticket: await this.#browser.ticket() }),
      headers: () => this.#browser.headers,
    });
    this.console.on('entry', (entry) => this.#find(entry.conversation)?.hear('counsellor', entry));
    beat(this.console, () => Object.fromEntries(this.conversations.map(({ id, last }) => [id, last])));
    for (const { sockets } of this.conversations) sockets.counsellor = this.console;
    await ask(this.console, 'set_duty', { state: 'on', capacity: CAPACITY });
  }

  /** Let three youths join and take each of them. */
  async begin() {
    await this.sit();
    for (let place = 0; place < CAPACITY; place += 1) {
      const resume = newResume();
      const youth = await openYouth(this.#address, this.#slug, this.#headers, {});
      const { conversation: id } = await ask(youth, 'join', { cid: newCid(), resume });
      await ask(this.console, 'accept', { conversation: id, ...newPairing() });
      const conversation = new Conversation(id, resume);
      conversation.sockets.counsellor = this.console;
      this.conversations.push(conversation);
      this.#listen(conversation, youth);
    }
  }

  /** Come back after all four sockets are gone, and catch up. Returns how many acked messages are missing. */
  async resume() {
    const pages = this.conversations.map((conversation) => this.#resumeYouth(conversation));
    await Promise.all([this.#resumeConsole(), ...pages]);
    return this.conversations.reduce((missing, { acked, last }) => missing + Math.max(0, acked - last), 0);
  }

  async #resumeConsole() {
    await this.sit();
    for (const { id, last } of this.conversations) await ask(this.console, 'sync', { conversation: id, after: last });
  }

  async #resumeYouth(conversation) {
    const { resume } = conversation;
    const youth = await openYouth(this.#address, this.#slug, this.#headers, { resume });
    this.#listen(conversation, youth);
    conversation.last = (await ask(youth, 'sync', { after: conversation.last })).last;
  }

  #listen(conversation, youth) {
    conversation.sockets.youth = youth;
    youth.on('entry', (entry) => conversation.hear('youth', entry));
    beat(youth, () => conversation.last);
  }

  #find(id) {
    return this.conversations.find((conversation) => conversation.id === id);
  }
}

function openYouth(address, municipality, headers, { resume }) {
  const auth = { v: VERSION, municipality, ...(resume && { resume }) };
  return openSocket(address, '/youth', { auth: () => auth, headers: () => headers });
}

/** Give every device an address of its own, for a server that trusts one proxy. */
export function from(number) {
  return { 'X-Forwarded-For': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
}

function newResume() {
  return randomBytes(32).toString('base64url');
}

function newPairing() {
  const publicKey = Buffer.concat([Buffer.of(4), randomBytes(64)]).toString('base64url');
  return { cid: newCid(), key_id: newCid(), public_key: publicKey };
}

// One conversation as the generator holds it: a socket on each side, and what was heard on it.

import { randomBytes } from 'node:crypto';
import { ask } from './socket.js';

export const SIDES = ['youth', 'counsellor'];

const OTHER = { youth: 'counsellor', counsellor: 'youth' };
// Nonce, 256 padded bytes and the tag: what the shortest sealed message looks like.
const BODY = randomBytes(284).toString('base64url');

export class Conversation {
  sockets = {};
  acked = 0;
  last = 0;
  #waiting = new Map();

  constructor(id, resume) {
    this.id = id;
    this.resume = resume;
  }

  /** Write from one side. Returns two promises of the moments: the ack arrived, the other side saw it. */
  write(side) {
    const cid = newCid();
    const seen = new Promise((resolve) => this.#waiting.set(cid, { by: OTHER[side], resolve }));
    const address = side === 'youth' && !this.youthNamesConversation ? {} : { conversation: this.id };
    return { acked: this.#ask(side, { ...address, cid, body: BODY }), seen };
  }

  /** Take in an event of one side's socket. */
  hear(side, entry) {
    this.last = Math.max(this.last, entry.seq ?? 0);
    const waiting = this.#waiting.get(entry.cid);
    if (waiting?.by !== side) return;
    this.#waiting.delete(entry.cid);
    waiting.resolve(performance.now());
  }

  async #ask(side, message) {
    const { seq = 0 } = await ask(this.sockets[side], 'send', message);
    this.acked = Math.max(this.acked, seq);
    return performance.now();
  }
}

/** Return the fields by which a request or a conversation key is told from every other. */
export function newCid() {
  return randomBytes(16).toString('base64url');
}

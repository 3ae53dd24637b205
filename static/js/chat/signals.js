import { Reading } from './reading.js';
import { Typing } from './typing.js';

/** What this side lets the other one know in passing: that it writes, and how far it has read. `request` asks the server. */
export class Signals {
  #typing;
  #reading;

  constructor({ request, clock }) {
    this.#typing = new Typing({ tell: (on) => request('typing', { on }).catch(() => {}), clock });
    this.#reading = new Reading({ tell: (seq) => request('read', { seq }), clock });
  }

  typing(on) {
    if (on) this.#typing.on();
    else this.#typing.off();
  }

  shown(seq) {
    this.#reading.upTo(seq);
  }

  /** The connection is back. */
  hurry() {
    this.#reading.hurry();
  }

  close() {
    this.#typing.close();
    this.#reading.close();
  }
}

import { RepeatedRequest } from './repeated-request.js';

/**
 * Tells the server how far this side has been shown the conversation: one request in flight, the newest wins.
 *
 * `tell(seq)` asks the server.
 */
export class Reading {
  #tell;
  #clock;
  #shown = 0;
  #told = 0;
  #request = null;

  constructor({ tell, clock }) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Everything up to `seq` has been shown. */
  upTo(seq) {
    this.#shown = Math.max(this.#shown, seq);
    if (!this.#request) this.#tellOn();
  }

  /** The connection is back. */
  hurry() {
    this.#request?.hurry();
  }

  close() {
    this.#request?.cancel();
  }

  /** A refusal is final: it is not worth a word, and the next message is another question. */
  async #tellOn() {
    while (this.#shown > this.#told) {
      let asked = 0;
      this.#request = new RepeatedRequest(() => this.#tell((asked = this.#shown)), { clock: this.#clock });
      await this.#request.answer;
      this.#told = asked;
    }
    this.#request = null;
  }
}

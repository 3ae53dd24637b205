import { RepeatedRequest } from './repeated-request.js';

/**
 * This browser's copy of a conversation's log: every entry exactly once and in order.
 *
 * A push is only a hint. An entry is applied when it is the next one; anything else makes the log ask for what it lacks.
 * `sync(after)` asks the server; `onEntry(entry)` is told each entry, `onSettled()` that nothing more is known to be
 * missing, `onRefused(code)` that the server will not tell any more.
 */
export class ConversationLog {
  #last = 0;
  #sync;
  #clock;
  #listener;
  #written = new Set();
  #request = null;
  #running = null;
  #again = false;

  constructor({ sync, clock, onEntry, onSettled, onRefused }) {
    this.#sync = sync;
    this.#clock = clock;
    this.#listener = { onEntry, onSettled, onRefused };
  }

  /** The sequence number up to which nothing is missing. */
  get last() {
    return this.#last;
  }

  /** Take a pushed entry. */
  receive(entry) {
    if (entry.seq > this.#last + 1) this.catchUp();
    else if (this.#apply(entry) && !this.#running) this.#listener.onSettled();
  }

  /** The server says that the log goes up to `seq`. */
  expect(seq) {
    if (seq > this.#last) this.catchUp();
  }

  /** Ask for everything after the last entry. Resolves when the server has answered that there is no more, or refused. */
  catchUp() {
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** The connection is back: repeat an unanswered question now, or ask what was missed. */
  reconnected() {
    if (this.#running) this.#request.hurry();
    else this.catchUp();
  }

  close() {
    this.#request?.cancel();
  }

  async #run() {
    const refusal = await this.#askUntilComplete();
    this.#running = null;
    if (refusal) this.#listener.onRefused(refusal);
    else this.#listener.onSettled();
  }

  /** Return the code with which the server refused, or null. */
  async #askUntilComplete() {
    while (this.#again) {
      this.#again = false;
      this.#request = new RepeatedRequest(() => this.#sync(this.#last), { clock: this.#clock });
      const ack = await this.#request.answer;
      if (!ack.ok) return ack.code;
      const progress = ack.entries.filter((entry) => this.#apply(entry)).length > 0;
      if (progress && ack.more) this.#again = true;
    }
    return null;
  }

  #apply(entry) {
    if (entry.seq !== this.#last + 1) return false;
    this.#last = entry.seq;
    if (this.#isNew(entry)) this.#listener.onEntry(entry);
    return true;
  }

  #isNew({ from, cid }) {
    if (cid === undefined) return true;
    const name = `${from}|${cid}`;
    if (this.#written.has(name)) return false;
    this.#written.add(name);
    return true;
  }
}

import { Level } from './level.js';

const TYPING_LAPSES_MS = 6_000;

/**
 * The other side, as far as volatile news tell: `{connected, typing, read}`.
 *
 * `connected` is null while nobody has said; `typing` lapses by itself, because the end of it may be lost; `read` is the
 * highest `seq` that the other side has been shown. `changed()` hears of every change.
 */
export class Peer {
  #level = new Level();
  #typing = false;
  #read = 0;
  #clock;
  #changed;
  #callOff = () => {};

  constructor({ clock, changed }) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get snapshot() {
    return Object.freeze({ connected: this.#level.value?.connected ?? null, typing: this.#typing, read: this.#read });
  }

  /** Take news: `typing {on}`, `read {seq}` or `peer {v, connected}`. Anything else is none. */
  heard(name, payload) {
    if (name === 'typing') this.#heardTyping(payload.on);
    if (name === 'read') this.hasRead(payload.seq);
    if (name === 'peer') this.#heardLevel(payload);
  }

  /** The other side has been shown everything up to `seq`. */
  hasRead(seq) {
    if (!(seq > this.#read)) return;
    this.#read = seq;
    this.#changed();
  }

  /** Whatever was being written has come, or will not come. */
  stopsTyping() {
    this.#setTyping(false);
  }

  /** Nobody is there any more, or our own line is down: how the other one is, is not known. */
  forget() {
    this.stopsTyping();
    this.#level.clear();
    this.#changed();
  }

  close() {
    this.#callOff();
  }

  #heardTyping(on) {
    this.#setTyping(on);
    if (on) this.#callOff = this.#clock.after(TYPING_LAPSES_MS, () => this.stopsTyping());
  }

  #heardLevel({ v, connected }) {
    if (this.#level.take({ v, connected })) this.#changed();
  }

  #setTyping(on) {
    this.#callOff();
    if (this.#typing === on) return;
    this.#typing = on;
    this.#changed();
  }
}

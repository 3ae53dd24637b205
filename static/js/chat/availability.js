import { Level } from './level.js';

/** What the server last said about availability, and whether a push of it has been lost. */
export class Availability {
  #level = new Level();
  #askedFor = null;

  get value() {
    return this.#level.value;
  }

  take(value) {
    this.#level.take(value);
  }

  /**
   * A heartbeat names the version that counts. Returns whether to connect anew, because that is when the server says
   * the value; at most once for a version, so that two of us who disagree cannot circle.
   */
  isMissed(version) {
    if (version === undefined || version === this.value?.v || version === this.#askedFor) return false;
    this.#askedFor = version;
    return true;
  }
}

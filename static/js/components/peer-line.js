/** What can be said of the other side between messages: that they write, or that their line has been gone for a while. */

import { part } from './parts.js';
import { PatientWords } from './patient-words.js';

const AWAY_MS = 5000; // a page that is reloaded, or a tunnel, is no news

export class PeerLine {
  #line;
  #spoken;
  #texts;
  #isTyping = false;
  #isNews = false;
  #saidAfter = null;

  /** `root` holds the parts `peer` and `peer-announcer`; `texts` has `typing` and `away`. */
  constructor(root, texts, clock) {
    this.#line = new PatientWords(part(root, 'peer'), clock);
    this.#spoken = new PatientWords(part(root, 'peer-announcer'), clock);
    this.#texts = texts;
  }

  /** `heard` is the number of the other side's messages so far: typing is read aloud once before each. */
  render({ connected, typing }, heard) {
    this.#noteTyping(typing, heard);
    const isAway = connected === false && !typing;
    const words = typing ? this.#texts.typing : isAway ? this.#texts.away : '';
    const patience = isAway ? AWAY_MS : 0;
    this.#line.show(words, patience);
    this.#spoken.show(typing && !this.#isNews ? '' : words, patience);
  }

  #noteTyping(typing, heard) {
    if (typing && !this.#isTyping) {
      this.#isNews = heard !== this.#saidAfter;
      this.#saidAfter = heard;
    }
    this.#isTyping = typing;
  }
}

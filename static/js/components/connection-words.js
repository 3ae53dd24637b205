/** Says in words how the line is, and says nothing while it is well. */

import { PatientWords } from './patient-words.js';

const PATIENCE_MS = 1000; // a line that is back before this was not worth a word

export class ConnectionWords {
  #line;
  #texts;

  /** `texts` has `connecting`, `offline`, `refused` and a text for each code that has one of its own. */
  constructor(element, texts, clock) {
    this.#line = new PatientWords(element, clock);
    this.#texts = texts;
  }

  /** `status` is 'connecting', 'online', 'offline' or 'refused'; `code` says why it is offline or refused. */
  show(status, code = null) {
    const words = status === 'online' ? '' : this.#texts[code] ?? this.#texts[status];
    this.#line.show(words, status === 'refused' ? 0 : PATIENCE_MS);
  }
}

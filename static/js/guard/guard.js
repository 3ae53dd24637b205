/** Whether to ask before a message goes: once a message at most, and never again about what somebody chose to tell. */

export class Guard {
  #rules;
  #told = new Set();
  #asked;

  /** `rules` are functions by their kind; each returns the match it finds in a text, or nothing. */
  constructor(rules) {
    this.#rules = rules;
  }

  /** Returns `[kind, match]` of what to ask about before this text goes, or undefined when it may go. */
  look(text) {
    if (this.#asked) return this.#answered(text);
    for (const [kind, find] of Object.entries(this.#rules)) {
      const match = !this.#told.has(kind) && find(text);
      if (match) return [(this.#asked = kind), match];
    }
    return undefined;
  }

  /** The message that was asked about is no more. */
  forget() {
    this.#asked = undefined;
  }

  #answered(text) {
    if (this.#rules[this.#asked](text)) this.#told.add(this.#asked);
    this.forget();
  }
}

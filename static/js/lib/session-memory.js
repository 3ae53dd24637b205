/**
 * One small record that survives a reload of this tab and nothing else.
 *
 * It lives in memory and is mirrored to sessionStorage, which throws where all site data is blocked: then a reload
 * forgets, and everything else works.
 */
export class SessionMemory {
  #name;
  #record;

  constructor(name) {
    this.#name = name;
    this.#record = this.#stored();
  }

  /** Return the record, or null. */
  read() {
    return this.#record;
  }

  write(record) {
    this.#record = record;
    attempt(() => sessionStorage.setItem(this.#name, JSON.stringify(record)));
  }

  clear() {
    this.#record = null;
    attempt(() => sessionStorage.removeItem(this.#name));
  }

  #stored() {
    return attempt(() => JSON.parse(sessionStorage.getItem(this.#name)));
  }
}

/** Says whether this browser lets the page keep a record at all. */
export function canRemember() {
  return attempt(() => sessionStorage) !== null;
}

function attempt(action) {
  try {
    return action() ?? null;
  } catch {
    return null;
  }
}

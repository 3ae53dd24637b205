/**
 * What was written in one conversation, as the screen shows it: frozen records, replaced when they change.
 *
 * `{key, seq, from, text, status, canRetry, unreadable}`; `text` is null until the message is opened, `seq` until it
 * stands in the log.
 */
export class Messages {
  #records = new Map();

  /** Add a message of this side that is about to be sent. */
  write(from, cid, text) {
    const key = keyOf(from, cid);
    this.#set(key, { key, seq: null, from, text, status: 'sending', canRetry: false, unreadable: false });
  }

  has(from, cid) {
    return this.#records.has(keyOf(from, cid));
  }

  /** Take a message from the log, unless it is already here; returns whether its text is still to be opened. */
  receive({ from, cid, seq }, status) {
    const key = keyOf(from, cid);
    const known = this.#records.get(key);
    const record = known ?? { key, from, text: null, unreadable: false };
    this.#set(key, { ...record, seq, status, canRetry: false });
    return record.text === null;
  }

  change(from, cid, changes) {
    const key = keyOf(from, cid);
    const record = this.#records.get(key);
    if (record) this.#set(key, { ...record, ...changes });
  }

  clear() {
    this.#records.clear();
  }

  /** All messages: those of the log in its order, then the unsent ones as they were written. */
  list() {
    const place = ({ seq }) => seq ?? Infinity;
    const records = [...this.#records.values()];
    return Object.freeze(records.sort((one, other) => place(one) - place(other) || 0));
  }

  #set(key, record) {
    this.#records.set(key, Object.freeze(record));
  }
}

function keyOf(from, cid) {
  return `${from}-${cid}`;
}

/**
 * What was written in one conversation, as the screen shows it: frozen records, replaced when they change.
 *
 * `{key, seq, from, text, status, canRetry, unreadable}`; `text` is null until the message is opened, `seq` until it
 * stands in the log. `status` is sending, delivered, read or failed for one's own, received for the other side's.
 */
export class Messages {
  #records = new Map();
  #readUpTo = 0;

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

  /** The other side has been shown everything up to `seq`. */
  readUpTo(seq) {
    this.#readUpTo = seq;
    for (const [key, record] of this.#records) this.#set(key, record);
  }

  /** Return the highest `seq` that this side's screen can show of what the other side wrote, or 0. */
  newestShowableFor(side) {
    return this.list().findLast((record) => record.from !== side && isShowable(record))?.seq ?? 0;
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
    const isRead = record.status === 'delivered' && record.seq <= this.#readUpTo;
    this.#records.set(key, Object.freeze(isRead ? { ...record, status: 'read' } : record));
  }
}

/** What has not been opened yet has no place on the screen. */
export function isShowable({ text, unreadable }) {
  return text !== null || unreadable;
}

function keyOf(from, cid) {
  return `${from}-${cid}`;
}

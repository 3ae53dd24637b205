/** Tells listeners how things look, once for every burst of changes. */
export class Snapshots {
  #take;
  #listeners = new Set();
  #isDue = false;

  /** `take()` returns the present snapshot. */
  constructor(take) {
    this.#take = take;
  }

  /** Call `listener` now and after every change; returns a function that stops it. */
  subscribe(listener) {
    this.#listeners.add(listener);
    listener(this.#take());
    return () => this.#listeners.delete(listener);
  }

  changed() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#tell());
  }

  #tell() {
    this.#isDue = false;
    const snapshot = this.#take();
    for (const listener of this.#listeners) listener(snapshot);
  }
}

/** A SessionMemory whose content outlives the page that wrote it; every write is kept for inspection. */
export class FakeMemory {
  writes = [];
  #record = null;

  read() {
    return this.#record;
  }

  write(record) {
    this.#record = structuredClone(record);
    this.writes.push(this.#record);
  }

  clear() {
    this.#record = null;
  }
}

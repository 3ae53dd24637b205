/** A KeyStore in memory. `isBlocked` makes it behave like a browser that refuses IndexedDB. */
export class FakeKeyStore {
  records = new Map();
  isBlocked = false;

  async put(record) {
    this.#check();
    this.records.set(record.keyId, record);
  }

  async get(keyId) {
    this.#check();
    return this.records.get(keyId);
  }

  async delete(keyId) {
    this.#check();
    this.records.delete(keyId);
  }

  async keyIds() {
    this.#check();
    return [...this.records.keys()];
  }

  #check() {
    if (this.isBlocked) throw new Error('blocked');
  }
}

// IndexedDB keeps CryptoKeys without ever showing their bytes to a script.

const DATABASE = 'lyttepunkt';
const STORE = 'keys';

/** The console's keys: records `{keyId, pair, key, unsent}` by `keyId`. Every method rejects where IndexedDB is blocked. */
export class KeyStore {
  #opened = null;

  async put(record) {
    await this.#run('readwrite', (store) => store.put(record));
  }

  /** Return the record of a key id, or undefined. */
  async get(keyId) {
    return this.#run('readonly', (store) => store.get(keyId));
  }

  async delete(keyId) {
    await this.#run('readwrite', (store) => store.delete(keyId));
  }

  /** Return the ids of all keys. */
  async keyIds() {
    return this.#run('readonly', (store) => store.getAllKeys());
  }

  async #run(mode, action) {
    const database = await this.#database();
    const transaction = database.transaction(STORE, mode);
    const request = action(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  }

  #database() {
    this.#opened ??= open().catch((error) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'keyId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

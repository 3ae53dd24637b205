import { openKey } from '../crypto/key-opening.js';
import { makeKeyPair } from '../crypto/key-pair.js';

/**
 * The console's keys. `store` is a KeyStore with records `{keyId, pair, key, unsent}`: the pair of an accept until the
 * youth's sealed key is opened with it; from then on that conversation key, and what was sealed but not acknowledged.
 */
export class DeskKeys {
  #store;
  // Another tab that starts up may not know of a pair yet and delete it, so what this page made it also remembers.
  #pairs = new Map();
  #forgotten = new Set();
  #writing = Promise.resolve();

  constructor(store) {
    this.#store = store;
  }

  /** Make and store a pair before anyone is told of it: `{keyId, publicKey}`. Rejects when it cannot be stored. */
  async makePair() {
    const { keyId, publicKey, pair } = await makeKeyPair();
    await this.#store.put({ keyId, pair, key: null });
    this.#pairs.set(keyId, pair);
    return { keyId, publicKey };
  }

  /**
   * Return the key of a conversation, or null as long as its youth has not sealed it or its pair is lost.
   * `place` is `{municipality, conversation}`.
   */
  async keyFor(place, { keyId, sealed }) {
    const record = await this.#recordOf(keyId);
    if (record?.key) return record.key;
    const pair = this.#pairs.get(keyId) ?? record?.pair;
    if (!pair || !sealed) return null;
    return this.#open(sealed, pair, { ...place, keyId });
  }

  /** Whether what was made for this key id is still here. */
  async has(keyId) {
    return this.#pairs.has(keyId) || (await this.#recordOf(keyId)) !== undefined;
  }

  /** A conversation goes on under a new key id: its key, and what is unsent, are stored under that one. */
  move(oldKeyId, keyId, key) {
    return this.#inTurn(async () => {
      const record = await this.#store.get(oldKeyId);
      if (!this.#forgotten.has(keyId)) await this.#store.put({ ...record, keyId, pair: null, key });
      await this.#store.delete(oldKeyId);
    });
  }

  /** Keep the sealed messages `[{cid, body}]` that are on their way, so that a reload loses no sentence. */
  keepUnsent(keyId, unsent) {
    return this.#inTurn(async () => {
      const record = await this.#store.get(keyId);
      if (record?.key) await this.#store.put({ ...record, unsent });
    });
  }

  /** Return what an earlier page could not send. */
  async unsentOf(keyId) {
    const record = await this.#recordOf(keyId);
    return record?.unsent ?? [];
  }

  async forget(keyId) {
    this.#pairs.delete(keyId);
    this.#forgotten.add(keyId);
    await this.#inTurn(() => this.#store.delete(keyId));
  }

  /** Delete every key but those of one's own conversations and those this page has just made. */
  async keepOnly(ownKeyIds) {
    const kept = new Set([...ownKeyIds, ...this.#pairs.keys()]);
    const stored = await this.#store.keyIds().catch(() => []);
    await Promise.all(stored.filter((keyId) => !kept.has(keyId)).map((keyId) => this.forget(keyId)));
  }

  #recordOf(keyId) {
    return this.#store.get(keyId).catch(() => undefined);
  }

  /** One write after the other: what is deleted must not come back from a write that had begun before. */
  #inTurn(write) {
    this.#writing = this.#writing.then(write).catch(() => {});
    return this.#writing;
  }

  async #open(sealed, pair, place) {
    const key = await openKey(sealed, pair, place).catch(() => null);
    if (key) await this.#keepKey(place.keyId, key);
    return key;
  }

  #keepKey(keyId, key) {
    return this.#inTurn(async () => {
      const record = await this.#store.get(keyId);
      if (!this.#forgotten.has(keyId)) await this.#store.put({ ...record, keyId, pair: null, key });
    });
  }
}

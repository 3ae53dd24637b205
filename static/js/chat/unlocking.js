import { KeyOffer } from './key-offer.js';

/**
 * The key of one conversation at a desk: found, stored under its newest id, asked for anew when this browser lost it.
 *
 * `place` is `{municipality, conversation}`; `request(event, payload)` asks the server about the conversation;
 * `refused(code)` hears that no new key can be had.
 */
export class Unlocking {
  #place;
  #keys;
  #refused;
  #offer;
  #key = null;
  #keyId = null;
  #offeredFor = null;
  #isClosed = false;
  #turn = Promise.resolve();

  constructor({ place, keys, request, refused, clock }) {
    this.#place = place;
    this.#keys = keys;
    this.#refused = refused;
    this.#offer = new KeyOffer({ keys, ask: (payload) => request('rekey', payload), clock });
  }

  /** The id under which the key is stored, or null. */
  get keyId() {
    return this.#keyId;
  }

  /** Unlock the conversation if that can be done. Call it whenever its log is complete. */
  unlock(conversation) {
    this.#turn = this.#turn.then(() => this.#look(conversation));
    return this.#turn;
  }

  /** Keep what is on its way, so that a reload loses no sentence. */
  keepUnsent(items) {
    if (this.#keyId && !this.#isClosed) this.#keys.keepUnsent(this.#keyId, items);
  }

  /** The connection is back. */
  hurry() {
    this.#offer.hurry();
  }

  /** Look for no key any more. */
  close() {
    this.#isClosed = true;
    this.#offer.cancel();
  }

  /** Delete the key, and that of the newest pairing. */
  forget(pairing) {
    this.close();
    for (const keyId of new Set([this.#keyId, pairing?.keyId])) if (keyId) this.#keys.forget(keyId);
  }

  async #look(conversation) {
    const { pairing } = conversation;
    if (this.#isClosed || !pairing || pairing.keyId === this.#keyId) return;
    if (this.#key) await this.#move(pairing.keyId);
    else await this.#find(conversation, pairing);
  }

  /** Every counsellor is given the same conversation key, so one's own new pairing needs no new one. */
  async #move(keyId) {
    if (!(await this.#keys.has(keyId)) || this.#isClosed) return;
    const before = this.#keyId;
    this.#keyId = keyId;
    await this.#keys.move(before, keyId, this.#key);
  }

  async #find(conversation, pairing) {
    const key = await this.#keys.keyFor(this.#place, pairing);
    if (this.#isClosed) return;
    if (!key) return this.#replaceIfLost(conversation, pairing.keyId);
    this.#key = key;
    this.#keyId = pairing.keyId;
    conversation.unlock(key);
    conversation.restore(await this.#keys.unsentOf(pairing.keyId));
  }

  /** At most once for each pairing: a server that refuses must not be asked for ever. */
  async #replaceIfLost({ waitsAgain }, keyId) {
    if (waitsAgain || this.#offeredFor === keyId || this.#offer.isUnderWay || (await this.#keys.has(keyId))) return;
    this.#offeredFor = keyId;
    // Not awaited: while the server cannot be reached, the log must still be looked at.
    this.#offer.make().then((ack) => ack.ok || this.#refused(ack.code));
  }
}

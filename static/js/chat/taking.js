import { random } from '../crypto/base64url.js';
import { RepeatedRequest } from './repeated-request.js';

/** Taking the next youth: a fresh key pair first, then one accept, repeated unchanged until it is answered. */
export class Taking {
  #keys;
  #accept;
  #clock;
  #request = null;

  isUnderWay = false;

  /** `keys` are the DeskKeys; `accept(payload)` asks the server. */
  constructor({ keys, accept, clock }) {
    this.#keys = keys;
    this.#accept = accept;
    this.#clock = clock;
  }

  /** Return the server's ack. Without a place to keep the key nobody is taken: `E_STORAGE`. */
  async takeNext() {
    this.isUnderWay = true;
    const pair = await this.#keys.makePair().catch(() => null);
    const ack = pair ? await this.#ask(pair) : { ok: false, code: 'E_STORAGE' };
    this.isUnderWay = false;
    return ack;
  }

  /** The connection is back. */
  hurry() {
    this.#request?.hurry();
  }

  async #ask({ keyId, publicKey }) {
    const payload = { cid: random(16), key_id: keyId, public_key: publicKey };
    this.#request = new RepeatedRequest(() => this.#accept(payload), { clock: this.#clock });
    const ack = await this.#request.answer;
    this.#request = null;
    if (!ack.ok) this.#keys.forget(keyId);
    return ack;
  }
}

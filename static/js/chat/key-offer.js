import { random } from '../crypto/base64url.js';
import { RepeatedRequest } from './repeated-request.js';

/** A fresh key pair, and one request that offers its public half, repeated unchanged until it is answered. */
export class KeyOffer {
  #keys;
  #ask;
  #clock;
  #request = null;

  isUnderWay = false;

  /** `keys` are the DeskKeys; `ask(payload)` asks the server. */
  constructor({ keys, ask, clock }) {
    this.#keys = keys;
    this.#ask = ask;
    this.#clock = clock;
  }

  /** Return the server's ack. Without a place to keep the key nothing is asked: `E_STORAGE`. */
  async make(fields = {}) {
    this.isUnderWay = true;
    const pair = await this.#keys.makePair().catch(() => null);
    const ack = pair ? await this.#offer(pair, fields) : { ok: false, code: 'E_STORAGE' };
    this.isUnderWay = false;
    return ack;
  }

  /** The connection is back. */
  hurry() {
    this.#request?.hurry();
  }

  cancel() {
    this.#request?.cancel();
  }

  async #offer({ keyId, publicKey }, fields) {
    const payload = { cid: random(16), ...fields, key_id: keyId, public_key: publicKey };
    this.#request = new RepeatedRequest(() => this.#ask(payload), { clock: this.#clock });
    const ack = await this.#request.answer;
    this.#request = null;
    if (!ack.ok) this.#keys.forget(keyId);
    return ack;
  }
}

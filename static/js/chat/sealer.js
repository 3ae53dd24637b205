import { random } from '../crypto/base64url.js';
import { sealKey } from '../crypto/key-sealing.js';
import { RepeatedRequest } from './repeated-request.js';

/** The youth's half of a pairing: seals the conversation key to each newest counsellor, once. */
export class Sealer {
  #rawKey;
  #place;
  #request;
  #clock;
  #keyId = null;
  #sending = null;

  /** `place` is `{municipality, conversation}`; `request(event, payload)` asks the server. */
  constructor({ rawKey, place, request, clock }) {
    this.#rawKey = rawKey;
    this.#place = place;
    this.#request = request;
    this.#clock = clock;
  }

  /** Seal for this pairing unless that is done or under way. Call it when the log is complete. */
  async sealFor(pairing) {
    if (!pairing || pairing.keyId === this.#keyId) return;
    this.close();
    this.#keyId = pairing.keyId;
    if (pairing.sealed) return;
    const { keyId, publicKey } = pairing;
    const { enc, sealed } = await sealKey(this.#rawKey, publicKey, { ...this.#place, keyId });
    // A refusal means that another counsellor is newer or another tab was faster: either way there is nothing to do.
    if (keyId === this.#keyId) this.#send({ cid: random(16), key_id: keyId, enc, sealed });
  }

  /** The connection is back. */
  hurry() {
    this.#sending?.hurry();
  }

  close() {
    this.#keyId = null;
    this.#sending?.cancel();
    this.#sending = null;
  }

  #send(payload) {
    this.#sending = new RepeatedRequest(() => this.#request('seal', payload), { clock: this.#clock });
  }
}

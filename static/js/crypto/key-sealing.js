// HPKE (RFC 9180, base mode) carries the conversation key from the youth's browser to one counsellor's console.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '../../vendor/hpke-core.min.js';
import { decode, encode } from './base64url.js';
import { importKey } from './conversation-key.js';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/**
 * Seal the raw conversation key to a counsellor's public key (base64url): `{enc, sealed}`, both base64url.
 *
 * `place` is `{municipality, conversation, keyId}`; what is sealed for one place opens nowhere else.
 */
export async function sealKey(rawKey, publicKey, place) {
  const recipientPublicKey = await suite.kem.deserializePublicKey(decode(publicKey));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: infoOf(place) }, rawKey);
  return { enc: encode(new Uint8Array(enc)), sealed: encode(new Uint8Array(ct)) };
}

/** Open a sealed conversation key with the console's pair; returns a non-extractable CryptoKey or rejects. */
export async function openKey({ enc, sealed }, pair, place) {
  const context = { recipientKey: pair, enc: decode(enc), info: infoOf(place) };
  return importKey(await suite.open(context, decode(sealed)));
}

function infoOf({ municipality, conversation, keyId }) {
  return new TextEncoder().encode(`lyttepunkt/1|${municipality}|${conversation}|${keyId}`);
}

// HPKE carries the conversation key from the youth's browser to one counsellor's console; this is the console's end.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '../../vendor/hpke-core.min.js';
import { decode } from './base64url.js';
import { importKey } from './conversation-key.js';
import { infoOf } from './key-place.js';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Open a sealed conversation key with the console's pair; returns a non-extractable CryptoKey or rejects. */
export async function openKey({ enc, sealed }, pair, place) {
  const context = { recipientKey: pair, enc: decode(enc), info: infoOf(place) };
  return importKey(await suite.open(context, decode(sealed)));
}

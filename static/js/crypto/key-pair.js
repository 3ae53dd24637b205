import { encode, random } from './base64url.js';

/**
 * Return a console's fresh pair for one accept: `{keyId, publicKey, pair}`.
 *
 * `publicKey` is the 65-byte raw P-256 point in base64url; the private key inside `pair` cannot be exported.
 */
export async function makeKeyPair() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const { privateKey, publicKey } = pair;
  return { keyId: random(16), publicKey: encode(new Uint8Array(point)), pair: { privateKey, publicKey } };
}

// HPKE carries the conversation key from the youth's browser to one counsellor's console; this is the youth's end.

import { decode, encode } from './base64url.js';
import { seal } from './hpke-sender.js';
import { infoOf } from './key-place.js';

/** Seal the raw conversation key to a counsellor's public key (base64url) for one place: `{enc, sealed}`, both base64url. */
export async function sealKey(rawKey, publicKey, place) {
  const { enc, ct } = await seal({ publicKey: decode(publicKey), info: infoOf(place) }, rawKey);
  return { enc: encode(enc), sealed: encode(ct) };
}

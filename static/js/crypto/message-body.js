import { decode, encode } from './base64url.js';
import { BLOCK, pad, unpad } from './padding.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MAX_BODY_BYTES = 16 * 1024;
const MAX_PLAINTEXT_BYTES = Math.floor((MAX_BODY_BYTES - NONCE_BYTES - TAG_BYTES) / BLOCK) * BLOCK;

/** The longest text that fits in one body, in UTF-8 bytes (16,124). */
export const MAX_TEXT_BYTES = MAX_PLAINTEXT_BYTES - 4;

/** Return the text as it will arrive: half a surrogate pair becomes U+FFFD, as everywhere in UTF-8. */
export function wellFormed(text) {
  return fromUtf8(new TextEncoder().encode(text));
}

/**
 * Seal a text into a body (base64url) that opens only for this `envelope`: `{conversation, from, cid}`.
 *
 * Rejects a text of more than MAX_TEXT_BYTES.
 */
export async function sealMessage(key, text, envelope) {
  const utf8 = new TextEncoder().encode(text);
  if (utf8.length > MAX_TEXT_BYTES) throw new RangeError('too long for one body');
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(nonce, envelope), key, pad(utf8)));
  const body = new Uint8Array(NONCE_BYTES + sealed.length);
  body.set(nonce);
  body.set(sealed, NONCE_BYTES);
  return encode(body);
}

/** Return the text of a body. Rejects when the key, the envelope, a byte or the padding is not the right one. */
export async function openMessage(key, body, envelope) {
  const bytes = decode(body);
  if (bytes.length > MAX_BODY_BYTES) throw new RangeError('larger than a body can be');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const padded = await crypto.subtle.decrypt(algorithm(nonce, envelope), key, bytes.subarray(NONCE_BYTES));
  return fromUtf8(unpad(new Uint8Array(padded)));
}

function fromUtf8(bytes) {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function algorithm(iv, { conversation, from, cid }) {
  const additionalData = new TextEncoder().encode(`${conversation}|${from}|${cid}`);
  return { name: 'AES-GCM', iv, additionalData };
}

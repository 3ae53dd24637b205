// One AES-256-GCM key for a conversation. Its 32 raw bytes exist only in the youth's browser; everyone else holds it
// non-extractable.

const KEY_BYTES = 32;

/** Return 32 fresh random bytes. */
export function makeRawKey() {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** Return a non-extractable CryptoKey for messages. Rejects when `raw` is not 32 bytes. */
export async function importKey(raw) {
  if (raw.byteLength !== KEY_BYTES) throw new TypeError('a conversation key has 32 bytes');
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

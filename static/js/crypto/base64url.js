/** Return bytes as base64url text without padding. */
export function encode(bytes) {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Return the bytes of base64url text. Throws when it is anything else. */
export function decode(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new TypeError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Return `count` random bytes as base64url: 16 for a cid or key_id, 32 for a resume token. */
export function random(count) {
  return encode(crypto.getRandomValues(new Uint8Array(count)));
}

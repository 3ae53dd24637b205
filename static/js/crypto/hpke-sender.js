// The sending side of HPKE (RFC 9180): base mode, one message, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
//
// A page opens with @hpke/core what this seals (key-opening.js): two implementations that must agree. Why the young
// person's page has one of its own is written down in docs/decisions/0015-the-sending-side-of-hpke.md.

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const HASH_BYTES = 32;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

const utf8 = (text) => new TextEncoder().encode(text);
const VERSION = utf8('HPKE-v1');
const KEM = joined(utf8('KEM'), [0, 0x10]);
const SUITE = joined(utf8('HPKE'), [0, 0x10, 0, 1, 0, 2]);
const BASE_MODE = [0];

/**
 * Seals bytes to the holder of a public key: `{enc, ct}`, both bytes. Rejects when the key is no point of the curve.
 *
 * `publicKey` is the 65-byte point; `ephemeral` is a pair of this one message, and only a test has reason to give one.
 */
export async function seal({ publicKey, info, aad = new Uint8Array(0), ephemeral }, plaintext) {
  const pair = ephemeral ?? (await crypto.subtle.generateKey(CURVE, false, ['deriveBits']));
  const recipient = await crypto.subtle.importKey('raw', publicKey, CURVE, true, []);
  const enc = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const shared = await sharedSecret(pair.privateKey, recipient, joined(enc, publicKey));
  const { key, iv } = await schedule(shared, info);
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plaintext);
  return { enc, ct: new Uint8Array(ct) };
}

/** RFC 9180, 4.1: Encap. */
async function sharedSecret(privateKey, recipient, context) {
  const dh = await crypto.subtle.deriveBits({ name: 'ECDH', public: recipient }, privateKey, 8 * HASH_BYTES);
  const secret = await extract(KEM, [], 'eae_prk', new Uint8Array(dh));
  return expand(KEM, secret, 'shared_secret', context, HASH_BYTES);
}

/** RFC 9180, 5.1: KeySchedule, without a pre-shared key. The nonce of the first message is the base nonce. */
async function schedule(shared, info) {
  const context = joined(BASE_MODE, await extract(SUITE, [], 'psk_id_hash', []), await extract(SUITE, [], 'info_hash', info));
  const secret = await extract(SUITE, shared, 'secret', []);
  const raw = await expand(SUITE, secret, 'key', context, KEY_BYTES);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  return { key, iv: await expand(SUITE, secret, 'base_nonce', context, NONCE_BYTES) };
}

/** RFC 9180, 4: LabeledExtract. No salt is as many zeros as the hash has bytes. */
function extract(suite, salt, label, secret) {
  return hmac(salt.length ? salt : new Uint8Array(HASH_BYTES), joined(VERSION, suite, utf8(label), secret));
}

/** RFC 9180, 4: LabeledExpand, of which one block of HKDF is always enough here. */
async function expand(suite, key, label, info, length) {
  const block = await hmac(key, joined([0, length], VERSION, suite, utf8(label), info, [1]));
  return block.subarray(0, length);
}

async function hmac(key, data) {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data));
}

function joined(...parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

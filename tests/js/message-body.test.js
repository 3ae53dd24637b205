import assert from 'node:assert/strict';
import test from 'node:test';

import './support/webcrypto.js';
import { decode, encode } from '../../static/js/crypto/base64url.js';
import { importKey, makeRawKey } from '../../static/js/crypto/conversation-key.js';
import { MAX_TEXT_BYTES, openMessage, sealMessage } from '../../static/js/crypto/message-body.js';

const ENVELOPE = { conversation: 'abc', from: 'youth', cid: 'first' };
const key = await importKey(makeRawKey());

const TEXTS = {
  'Danish letters': 'Æblegrød på en ø – “ikke så slemt”',
  emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 🫠',
  'right to left': 'שלום, \u202bمرحبا\u202c, وأنا هنا',
  '2,000 characters': 'æ'.repeat(2000),
  'four thousand astral characters': '🌱'.repeat(4000),
  'a line break and a null': 'a\n\u0000b',
  'a byte order mark': '\ufeffhej',
  nothing: '',
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`a body opens to exactly the text: ${name}`, async () => {
    assert.equal(await openMessage(key, await sealMessage(key, text, ENVELOPE), ENVELOPE), text);
  });
}

test('half a surrogate pair arrives as U+FFFD', async () => {
  const body = await sealMessage(key, 'a\ud83c b\udf31', ENVELOPE);
  assert.equal(await openMessage(key, body, ENVELOPE), 'a\ufffd b\ufffd');
});

test('a body’s size tells only how many blocks of 256 bytes it fills', async () => {
  const size = async (length) => decode(await sealMessage(key, 'x'.repeat(length), ENVELOPE)).length;
  const blocks = (count) => 12 + count * 256 + 16;
  assert.equal(await size(0), blocks(1));
  assert.equal(await size(252), blocks(1));
  assert.equal(await size(253), blocks(2));
});

test('the longest text fits in 16 KiB and one byte more is refused', async () => {
  assert.equal(MAX_TEXT_BYTES, 16_124);
  const longest = await sealMessage(key, 'x'.repeat(MAX_TEXT_BYTES), ENVELOPE);
  assert.ok(decode(longest).length <= 16 * 1024);
  await assert.rejects(sealMessage(key, 'x'.repeat(MAX_TEXT_BYTES + 1), ENVELOPE), RangeError);
});

test('the same text is never sealed to the same bytes', async () => {
  assert.notEqual(await sealMessage(key, 'Hej', ENVELOPE), await sealMessage(key, 'Hej', ENVELOPE));
});

test('another key does not open it', async () => {
  const body = await sealMessage(key, 'Hej', ENVELOPE);
  await assert.rejects(openMessage(await importKey(makeRawKey()), body, ENVELOPE));
});

test('a row that was swapped, given another writer or replayed elsewhere does not open', async () => {
  const body = await sealMessage(key, 'Hej', ENVELOPE);
  for (const forged of [{ cid: 'second' }, { from: 'counsellor' }, { conversation: 'xyz' }]) {
    await assert.rejects(openMessage(key, body, { ...ENVELOPE, ...forged }));
  }
});

test('a changed, shortened or oversized body does not open', async () => {
  const bytes = decode(await sealMessage(key, 'Hej', ENVELOPE));
  const changed = Uint8Array.from(bytes);
  changed[20] ^= 1;
  const tooLarge = new Uint8Array(16 * 1024 + 1);
  for (const bad of [changed, bytes.subarray(0, -1), bytes.subarray(0, 5), tooLarge]) {
    await assert.rejects(openMessage(key, encode(bad), ENVELOPE));
  }
  await assert.rejects(openMessage(key, 'not base64url!', ENVELOPE));
});

async function sealPlaintext(plaintext) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode('abc|youth|first');
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plaintext);
  return encode(Buffer.concat([iv, Buffer.from(sealed)]));
}

function plaintext(size, length, fill = {}) {
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, length);
  for (const [place, byte] of Object.entries(fill)) bytes[place] = byte;
  return bytes;
}

test('the wire format by hand: a body made here without our code opens', async () => {
  const made = plaintext(256, 3, { 4: 0x48, 5: 0x65, 6: 0x6a });
  assert.equal(await openMessage(key, await sealPlaintext(made), ENVELOPE), 'Hej');
});

test('an authentic body with a wrong inside is refused', async () => {
  const wrong = {
    'padding that is not zero': plaintext(256, 3, { 200: 1 }),
    'a length beyond the block': plaintext(256, 253),
    'a whole block too many': plaintext(512, 3),
    'no whole block': plaintext(100, 3),
    'nothing at all': new Uint8Array(0),
    'bytes that are not UTF-8': plaintext(256, 1, { 4: 0xff }),
  };
  for (const [name, inside] of Object.entries(wrong)) {
    await assert.rejects(openMessage(key, await sealPlaintext(inside), ENVELOPE), name);
  }
});

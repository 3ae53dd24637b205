import assert from 'node:assert/strict';
import test from 'node:test';

import './support/webcrypto.js';
import { decode, encode } from '../../static/js/crypto/base64url.js';
import { importKey, makeRawKey } from '../../static/js/crypto/conversation-key.js';
import { makeKeyPair } from '../../static/js/crypto/key-pair.js';
import { openKey } from '../../static/js/crypto/key-opening.js';
import { sealKey } from '../../static/js/crypto/key-sealing.js';
import { openMessage, sealMessage } from '../../static/js/crypto/message-body.js';

const ENVELOPE = { conversation: 'c', from: 'youth', cid: 'm' };

async function sealedForAlex(municipality = 'demo') {
  const rawKey = makeRawKey();
  const { keyId, publicKey, pair } = await makeKeyPair();
  const place = { municipality, conversation: 'abc', keyId };
  return { rawKey, pair, place, sealed: await sealKey(rawKey, publicKey, place) };
}

test('a counsellor opens the key that was sealed to them, and it opens the youth’s messages', async () => {
  const { rawKey, pair, place, sealed } = await sealedForAlex();
  const key = await openKey(sealed, pair, place);
  const body = await sealMessage(await importKey(rawKey), 'Hej', ENVELOPE);
  assert.equal(await openMessage(key, body, ENVELOPE), 'Hej');
});

test('neither the opened key nor the private key can be exported', async () => {
  const { pair, place, sealed } = await sealedForAlex();
  const key = await openKey(sealed, pair, place);
  await assert.rejects(crypto.subtle.exportKey('raw', key), /not extractable/i);
  await assert.rejects(crypto.subtle.exportKey('pkcs8', pair.privateKey), /not extractable/i);
});

test('another counsellor cannot open it', async () => {
  const { place, sealed } = await sealedForAlex();
  const kim = await makeKeyPair();
  await assert.rejects(openKey(sealed, kim.pair, place));
});

test('a sealed key opens only in its own municipality, conversation and pairing', async () => {
  const { pair, place, sealed } = await sealedForAlex();
  for (const elsewhere of [{ municipality: 'nabo' }, { conversation: 'xyz' }, { keyId: 'another' }]) {
    await assert.rejects(openKey(sealed, pair, { ...place, ...elsewhere }));
  }
});

test('a changed byte is refused', async () => {
  const { pair, place, sealed } = await sealedForAlex();
  const bytes = decode(sealed.sealed);
  bytes[0] ^= 1;
  await assert.rejects(openKey({ ...sealed, sealed: encode(bytes) }, pair, place));
});

test('a public key that is no point of the curve is refused', async () => {
  const noPoint = encode(new Uint8Array(65).fill(4));
  await assert.rejects(sealKey(makeRawKey(), noPoint, { municipality: 'demo', conversation: 'abc', keyId: 'k' }));
});

test('sizes on the wire: key_id 22, public_key 87 and enc 87 characters of base64url', async () => {
  const { keyId, publicKey } = await makeKeyPair();
  const { sealed } = await sealedForAlex();
  assert.match(keyId, /^[\w-]{22}$/);
  assert.match(publicKey, /^B[\w-]{86}$/);
  assert.match(sealed.enc, /^B[\w-]{86}$/);
  assert.equal(decode(sealed.sealed).length, 32 + 16);
});

import './support/webcrypto.js';
import assert from 'node:assert/strict';
import test from 'node:test';

import { DeskKeys } from '../../static/js/chat/desk-keys.js';
import { makeRawKey } from '../../static/js/crypto/conversation-key.js';
import { sealKey } from '../../static/js/crypto/key-sealing.js';
import { FakeKeyStore } from './support/fake-key-store.js';

const PLACE = { municipality: 'demo', conversation: 'c' };

async function pairedKeys() {
  const store = new FakeKeyStore();
  const keys = new DeskKeys(store);
  const { keyId, publicKey } = await keys.makePair();
  const sealed = await sealKey(makeRawKey(), publicKey, { ...PLACE, keyId });
  return { store, keys, pairing: { keyId, sealed } };
}

test('an opened key takes the place of its pair', async () => {
  const { store, keys, pairing } = await pairedKeys();
  const key = await keys.keyFor(PLACE, pairing);
  assert.deepEqual(store.records.get(pairing.keyId), { keyId: pairing.keyId, pair: null, key });
});

test('a key that is forgotten while it is being opened is not kept', async () => {
  const { store, keys, pairing } = await pairedKeys();
  const opening = keys.keyFor(PLACE, pairing);
  await keys.forget(pairing.keyId);
  await opening;
  assert.equal(store.records.size, 0);
});

test('what is unsent stays beside its key, however often that is opened', async () => {
  const { store, keys, pairing } = await pairedKeys();
  await keys.keyFor(PLACE, pairing);
  await keys.keepUnsent(pairing.keyId, [{ cid: 'x', body: 'y' }]);
  store.records.get(pairing.keyId).key = null;
  await keys.keyFor(PLACE, pairing);
  assert.deepEqual(await keys.unsentOf(pairing.keyId), [{ cid: 'x', body: 'y' }]);
});

import assert from 'node:assert/strict';
import test from 'node:test';

import './support/webcrypto.js';
import { Sealer } from '../../static/js/chat/sealer.js';
import { makeRawKey } from '../../static/js/crypto/conversation-key.js';
import { makeKeyPair } from '../../static/js/crypto/key-pair.js';
import { ManualClock } from './support/manual-clock.js';

function sealerWithRequests() {
  const asked = [];
  const request = async (event, payload) => {
    asked.push(payload.key_id);
    return { ok: true, seq: 3, dup: false };
  };
  const place = { municipality: 'demo', conversation: 'abc' };
  const sealer = new Sealer({ rawKey: makeRawKey(), place, request, clock: new ManualClock() });
  return { sealer, asked };
}

async function pairing(sealed = null) {
  const { keyId, publicKey } = await makeKeyPair();
  return { keyId, publicKey, sealed };
}

test('a pairing is sealed for once, however often the log is complete', async () => {
  const { sealer, asked } = sealerWithRequests();
  const alex = await pairing();
  await sealer.sealFor(alex);
  await sealer.sealFor(alex);
  assert.deepEqual(asked, [alex.keyId]);
});

test('a pairing whose sealed key stands in the log is done', async () => {
  const { sealer, asked } = sealerWithRequests();
  await sealer.sealFor(await pairing({ enc: 'e', sealed: 's' }));
  assert.deepEqual(asked, []);
});

test('a newer pairing takes the place of one that is still being sealed', async () => {
  const { sealer, asked } = sealerWithRequests();
  const [alex, kim] = [await pairing(), await pairing()];
  await Promise.all([sealer.sealFor(alex), sealer.sealFor(kim)]);
  assert.deepEqual(asked, [kim.keyId]);
});

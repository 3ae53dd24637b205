import assert from 'node:assert/strict';
import test from 'node:test';

import './support/webcrypto.js';
import { seal } from '../../static/js/crypto/hpke-sender.js';
import {
  Aes128Gcm,
  Aes256Gcm,
  CipherSuite,
  DhkemP256HkdfSha256,
  HkdfSha256,
} from '../../static/vendor/hpke-core.min.js';

const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (buffer) => Buffer.from(buffer).toString('hex');

const INFO = '4f6465206f6e2061204772656369616e2055726e'; // "Ode on a Grecian Urn"
const PLAINTEXT = '4265617574792069732074727574682c20747275746820626561757479'; // "Beauty is truth, truth beauty"
const COUNT_0 = '436f756e742d30';
const COUNT_1 = '436f756e742d31';

const VECTORS = {
  'RFC 9180, A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode': {
    aead: Aes128Gcm,
    skEm: '4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb',
    pkEm: '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
    skRm: 'f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2',
    pkRm: '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
    ct0: '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
    ct1: 'fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82',
    exported: '5e9bc3d236e1911d95e65b576a8a86d478fb827e8bdfe77b741b289890490d4d',
  },
  // The RFC's appendix leaves this suite out; the CFRG's test-vectors.json, from which the appendix is taken, has it.
  'CFRG test-vectors.json: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode': {
    aead: Aes256Gcm,
    skEm: '90345e3a1d116c1dd39ae76d95ab858c142223a63e44f8f85318cfa91a84858e',
    pkEm: '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
    skRm: '317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2',
    pkRm: '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
    ct0: '58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f',
    ct1: 'b4e7c90d1dd62cb563694956eb517ab55d5e7d1f6366a0066c04ababaa444dbaf60a30d7bb7d3e91b969762dee',
    exported: '7a4c2b89e1909fb0e3ca42d5040f4c2d8346dc0643d787b8474e804f8f72798e',
  },
};

const suiteOf = ({ aead: Aead }) =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aead() });

async function pairOf(suite, secret, point) {
  const privateKey = await suite.kem.importKey('raw', bytes(secret), false);
  return { privateKey, publicKey: await suite.kem.importKey('raw', bytes(point), true) };
}

/** The first exported value of a vector: an empty exporter context, 32 bytes. */
const exportOf = (context) => context.export(new Uint8Array(0), 32);

for (const [name, vector] of Object.entries(VECTORS)) {
  test(`${name}: the sender makes the vector's bytes`, async () => {
    const suite = suiteOf(vector);
    const sender = await suite.createSenderContext({
      recipientPublicKey: await suite.kem.importKey('raw', bytes(vector.pkRm), true),
      info: bytes(INFO),
      ekm: await pairOf(suite, vector.skEm, vector.pkEm),
    });
    assert.equal(hex(sender.enc), vector.pkEm);
    assert.equal(hex(await sender.seal(bytes(PLAINTEXT), bytes(COUNT_0))), vector.ct0);
    assert.equal(hex(await sender.seal(bytes(PLAINTEXT), bytes(COUNT_1))), vector.ct1);
    assert.equal(hex(await exportOf(sender)), vector.exported);
  });

  test(`${name}: the recipient opens the vector's bytes`, async () => {
    const suite = suiteOf(vector);
    const recipient = await suite.createRecipientContext({
      recipientKey: await pairOf(suite, vector.skRm, vector.pkRm),
      enc: bytes(vector.pkEm),
      info: bytes(INFO),
    });
    assert.equal(hex(await recipient.open(bytes(vector.ct0), bytes(COUNT_0))), PLAINTEXT);
    assert.equal(hex(await recipient.open(bytes(vector.ct1), bytes(COUNT_1))), PLAINTEXT);
    assert.equal(hex(await exportOf(recipient)), vector.exported);
  });
}

test('our own sender makes the bytes of the vector for AES-256-GCM', async () => {
  const vector = Object.values(VECTORS).find(({ aead }) => aead === Aes256Gcm);
  const ephemeral = await pairOf(suiteOf(vector), vector.skEm, vector.pkEm);
  const to = { publicKey: bytes(vector.pkRm), info: bytes(INFO), aad: bytes(COUNT_0), ephemeral };
  const { enc, ct } = await seal(to, bytes(PLAINTEXT));
  assert.equal(hex(enc), vector.pkEm);
  assert.equal(hex(ct), vector.ct0);
});

test('the library opens what our own sender seals, and every time it is another seal', async () => {
  const suite = suiteOf({ aead: Aes256Gcm });
  const pair = await suite.kem.generateKeyPair();
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  const seals = await Promise.all([1, 2].map(() => seal({ publicKey, info: bytes(INFO) }, bytes(PLAINTEXT))));
  for (const { enc, ct } of seals) {
    assert.equal(hex(await suite.open({ recipientKey: pair, enc, info: bytes(INFO) }, ct)), PLAINTEXT);
  }
  assert.notDeepEqual(seals[0].enc, seals[1].enc);
});

// Makes the vendored modules from the exact versions in package-lock.json.
//
//   node build.mjs            writes the modules, their licences and SHA256SUMS into this folder
//   node build.mjs --check    makes them again elsewhere and fails if a committed file differs

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PACKAGES = join(HERE, 'node_modules');
const SUMS = 'SHA256SUMS';

const LICENCES = {
  'LICENSE.socket.io-client.txt': [
    'socket.io-client',
    'socket.io-parser',
    'engine.io-client',
    'engine.io-parser',
    '@socket.io/component-emitter',
  ],
  'LICENSE.hpke-core.txt': ['@hpke/core', '@hpke/common'],
};

// Only what static/js/crypto and its tests import: AES-128-GCM proves the key schedule with the RFC's own vector.
const HPKE_EXPORTS = `export { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';`;

if (process.argv.includes('--check')) await check();
else await make(HERE);

async function check() {
  const folder = await mkdtemp(join(tmpdir(), 'vendor-'));
  try {
    const names = await make(folder);
    const differing = [];
    for (const name of names) if (!(await isSame(name, folder))) differing.push(name);
    report(differing);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function report(differing) {
  if (differing.length === 0) return;
  console.error(`Differs from what the locked packages make: ${differing.join(', ')}. Run "make vendor".`);
  process.exitCode = 1;
}

async function isSame(name, folder) {
  const committed = await readFile(join(HERE, name)).catch(() => null);
  return committed !== null && committed.equals(await readFile(join(folder, name)));
}

async function make(folder) {
  const files = { ...(await modules()), ...(await licences()) };
  files[SUMS] = sums(files);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return Object.keys(files);
}

async function modules() {
  const made = { 'socket.io.esm.min.js': await socketIo(), 'hpke-core.min.js': await hpkeCore() };
  for (const [name, text] of Object.entries(made)) console.log(`${name}: ${gzipSync(text).length} bytes gzip`);
  return made;
}

async function socketIo() {
  const published = await readFile(join(PACKAGES, 'socket.io-client/dist/socket.io.esm.min.js'), 'utf8');
  // Developer tools would ask for the source map, which is not served.
  return published.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

async function hpkeCore() {
  const bundled = await build({
    stdin: { contents: HPKE_EXPORTS, resolveDir: HERE },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['crypto'], // only reached in runtimes without a global WebCrypto, never in a browser
    legalComments: 'none',
    banner: { js: '/*! @hpke/core, (c) Ajitomi Daisuke, MIT License: see LICENSE.hpke-core.txt */' },
    write: false,
  });
  return bundled.outputFiles[0].text;
}

async function licences() {
  const texts = {};
  for (const [name, packages] of Object.entries(LICENCES)) {
    texts[name] = (await Promise.all(packages.map(licenceOf))).join('\n');
  }
  return texts;
}

async function licenceOf(name) {
  const { version } = JSON.parse(await readFile(join(PACKAGES, name, 'package.json'), 'utf8'));
  const text = await readFile(join(PACKAGES, name, 'LICENSE'), 'utf8');
  return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

function sums(files) {
  const sum = (text) => createHash('sha256').update(text).digest('hex');
  return Object.entries(files)
    .map(([name, text]) => `${sum(text)}  ${name}\n`)
    .join('');
}

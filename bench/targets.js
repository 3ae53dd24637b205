// What is measured against each other: the relay, and our server on each kind of database.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Lyttepunkt } from './lyttepunkt.js';
import { Peer } from './peer.js';
import { freePort, ServerProcess } from './server-process.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PYTHON = join(ROOT, '.venv/bin/python');
const PYTHON_PATH = { PATH: process.env.PATH, PYTHONPATH: ROOT };

/** Where everything goes: on the disk and not in memory, or a commit would cost nothing. */
export const FOLDER = process.env.FOLDER ?? join(ROOT, 'build/bench');

export const TARGETS = { relay, sqlite, postgresql };

async function relay() {
  const port = await freePort();
  const server = new ServerProcess([process.execPath, '--expose-gc', join(HERE, 'relay.js'), String(port)], port);
  server.collectGarbage = () => server.signal('SIGUSR2');
  await server.start();
  return { server, people: new Peer(server.address), close: () => server.kill() };
}

async function sqlite(crew) {
  await emptyFolder();
  return lyttepunkt(`sqlite:///${join(FOLDER, 'lyttepunkt.db')}`, crew, () => {});
}

async function postgresql(crew) {
  await emptyFolder();
  const script = join(HERE, 'durable_postgresql.py');
  const stdio = ['pipe', 'pipe', 'inherit'];
  const cluster = spawn(PYTHON, [script, join(FOLDER, 'postgresql')], { env: PYTHON_PATH, stdio });
  const [url] = await once(cluster.stdout, 'data');
  return lyttepunkt(String(url).trim(), crew, async () => {
    cluster.stdin.end();
    await once(cluster, 'exit');
  });
}

async function lyttepunkt(url, { teams, counsellorsEach }, closeDatabase) {
  const cast = await prepare(url, teams, counsellorsEach);
  const server = new ServerProcess([PYTHON, join(ROOT, 'wsgi.py')], await freePort(), {
    PYTHONPATH: ROOT,
    DATABASE_URL: url,
    SECRET_KEY: 'a key for benchmarks that is long enough to be taken',
    TRUSTED_PROXIES: '1',
  });
  server.collectGarbage = () => {};
  await server.start();
  const close = async () => {
    await server.kill();
    await closeDatabase();
  };
  return { server, people: new Lyttepunkt(server.address, cast), close };
}

async function prepare(url, teams, counsellorsEach) {
  const words = [join(HERE, 'prepare.py'), url, String(teams), String(counsellorsEach)];
  const { stdout } = await promisify(execFile)(PYTHON, words, { env: PYTHON_PATH, maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

async function emptyFolder() {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
}

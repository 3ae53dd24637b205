// Measures our server beside a bare Node relay: the server on core 0, this generator (and PostgreSQL) on core 1.
//
//   MINUTES=5 TARGETS=relay,sqlite RECORD=yes node run.js     see `make bench` and docs/performance.md

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forEach } from './pace.js';
import { record, table } from './report.js';
import { closeAll, idle, joins, load, storm, throughput } from './scenarios.js';
import { sizes } from './sizes.js';
import { FOLDER, TARGETS } from './targets.js';

const NAMES = (process.env.TARGETS ?? 'relay,sqlite,postgresql').split(',');
const OPENING_AT_ONCE = 4;

const results = {};
for (const name of NAMES) {
  process.stderr.write(`${name}\n`);
  results[name] = await measure(TARGETS[name]);
}
await mkdir(FOLDER, { recursive: true });
await writeFile(join(FOLDER, 'figures.json'), `${JSON.stringify({ sizes, results }, null, 2)}\n`);
process.stdout.write(table(results));
if (process.env.RECORD) await record(table(results));
process.exit();

async function measure(open) {
  const { server, people, close } = await open(sizes);
  const figures = {};
  const note = async (name, figure) => {
    figures[name] = await figure;
    process.stderr.write(`  ${name} ${JSON.stringify(figures[name])}\n`);
  };
  await note('idle', idle(server, people, sizes.idle, sizes.settlingMs));
  await note('burst', joins(people, sizes.teams - 1, sizes.joins, 0));
  await note('joins', joins(people, sizes.teams - 2, sizes.joins, sizes.joinSeconds));
  const desks = await openDesks(people, 0, sizes.desks.load);
  await note('load', load(server, people, desks, sizes.messagesPerSecond, sizes.loadSeconds));
  await note('throughput', throughput(server, desks, sizes.throughputSeconds));
  desks.push(...(await openDesks(people, sizes.desks.load, sizes.desks.storm)));
  await note('storm', storm(server, desks));
  await closeAll(desks.flatMap(({ sockets }) => sockets));
  await close();
  return figures;
}

function openDesks(people, first, end) {
  return forEach(end - first, OPENING_AT_ONCE, (number) => people.openDesk(first + number));
}

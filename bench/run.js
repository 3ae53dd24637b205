// Measures our server beside a bare Node relay: the server on core 0, this generator (and PostgreSQL) on core 1.
//
//   MINUTES=5 TARGETS=relay,sqlite node run.js     see `make bench`

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { forEach } from './pace.js';
import { table } from './report.js';
import { closeAll, idle, joins, load, storm, throughput } from './scenarios.js';
import { TARGETS } from './targets.js';

const MINUTES = Number(process.env.MINUTES ?? 0.25);
const NAMES = (process.env.TARGETS ?? 'relay,sqlite,postgresql').split(',');
const OUTPUT = fileURLToPath(new URL('../build/', import.meta.url));

// 125 desks are 500 sockets, 250 are the storm's 1,000. Two teams have no desks: their doors are for the joins.
const CREW = { teams: 52, counsellorsEach: 5 };
const DESKS = { load: 125, storm: 250, width: 4 };
const IDLE = 2000;
const JOINS = { count: 120, seconds: MINUTES >= 2 ? 120 : 15 };
const MESSAGES_PER_SECOND = 200;
const THROUGHPUT_SECONDS = 8;

const results = {};
for (const name of NAMES) {
  process.stderr.write(`${name}\n`);
  results[name] = await measure(TARGETS[name]);
}
await mkdir(OUTPUT, { recursive: true });
await writeFile(`${OUTPUT}bench.json`, `${JSON.stringify({ minutes: MINUTES, results }, null, 2)}\n`);
process.stdout.write(table(results));
process.exit();

async function measure(open) {
  const { server, people, close } = await open(CREW);
  const figures = {};
  const note = async (name, figure) => {
    figures[name] = await figure;
    process.stderr.write(`  ${name} ${JSON.stringify(figures[name])}\n`);
  };
  await note('idle', idle(server, people, IDLE));
  await note('burst', joins(people, CREW.teams - 1, JOINS.count, 0));
  await note('joins', joins(people, CREW.teams - 2, JOINS.count, JOINS.seconds));
  const desks = await openDesks(people, 0, DESKS.load);
  await note('load', load(people, desks, MESSAGES_PER_SECOND, MINUTES * 60));
  await note('throughput', throughput(server, desks, THROUGHPUT_SECONDS));
  desks.push(...(await openDesks(people, DESKS.load, DESKS.storm)));
  await note('storm', storm(server, desks));
  await closeAll(desks.flatMap(({ sockets }) => sockets));
  await close();
  return figures;
}

function openDesks(people, first, end) {
  return forEach(end - first, DESKS.width, (number) => people.openDesk(first + number));
}

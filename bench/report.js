// The table that people read, on the screen and in docs/performance.md.

import { readFile, writeFile } from 'node:fs/promises';

const PAGE = new URL('../docs/performance.md', import.meta.url);
const MARKED = /(<!-- figures -->\n)[^]*(<!-- end of figures -->)/;

const ROWS = [
  ['send → ack, p50 / p95 / p99 ms', ({ load }) => percentiles(load.ack)],
  ['send → seen, p50 / p95 / p99 ms', ({ load }) => percentiles(load.seen)],
  ['sends never acked or never seen', ({ load }) => String(load.ack.failed + load.seen.failed)],
  ['longest stall seen by a probe, ms', ({ load }) => load.probe.max.toFixed(1)],
  ['… the generator’s own longest pause, ms', ({ load }) => load.generatorPauseMs.toFixed(1)],
  ['… share of the core: the server, others', ({ load }) => shares(load)],
  ['acked messages per second, closed loop', ({ throughput }) => throughput.perSecond.toFixed(0)],
  ['… per second of the server’s processor', ({ throughput }) => throughput.perCpuSecond.toFixed(0), 'higher'],
  ['… share of the core: the server, others', ({ throughput }) => shares(throughput)],
  ['KB per idle connection', ({ idle }) => idle.kbEach.toFixed(1), 'lower'],
  ['idle connections opened per second', ({ idle }) => idle.opensPerSecond.toFixed(0)],
  ['storm: reconnected and resumed per second', ({ storm }) => storm.perSecond.toFixed(0), 'higher'],
  ['… seconds until all are back, from the kill', ({ storm }) => storm.sinceKillSeconds.toFixed(1)],
  ['… acked messages that are missing', ({ storm }) => String(storm.missing)],
  ['120 joins of one address, spread: served, max ms', ({ joins }) => `${joins.served}, ${joins.max.toFixed(0)}`],
  ['120 joins of one address, at once: served, max ms', ({ burst }) => `${burst.served}, ${burst.max.toFixed(0)}`],
];

/** Return the results as a Markdown table, a column for each target, with the ratio to the relay where it matters. */
export function table(results) {
  const names = Object.keys(results);
  const lines = [['', ...names], names.map(() => '---').concat('---')];
  for (const [title, cell, better] of ROWS) {
    lines.push([title, ...names.map((name) => cell(results[name]) + ratio(cell, better, results, name))]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Put a table between the marks of the page, instead of the one that stands there. */
export async function record(figures) {
  const page = await readFile(PAGE, 'utf8');
  await writeFile(PAGE, page.replace(MARKED, (_, start, end) => `${start}${figures}${end}`));
}

function ratio(cell, better, { relay, ...ours }, name) {
  if (!better || !relay || !(name in ours)) return '';
  return ` (${(Number(cell(ours[name])) / Number(cell(relay))).toFixed(2)}×)`;
}

function shares({ serverShare, othersShare }) {
  return [serverShare, othersShare].map((share) => `${(share * 100).toFixed(0)} %`).join(', ');
}

function percentiles({ p50, p95, p99 }) {
  return [p50, p95, p99].map((value) => value.toFixed(1)).join(' / ');
}

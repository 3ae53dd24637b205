// The table that people read.

const ROWS = [
  ['send → ack, p50 / p95 / p99 ms', ({ load }) => percentiles(load.ack)],
  ['send → seen, p50 / p95 / p99 ms', ({ load }) => percentiles(load.seen)],
  ['sends never acked or never seen', ({ load }) => String(load.ack.failed + load.seen.failed)],
  ['longest stall seen by a probe, ms', ({ load }) => load.probe.max.toFixed(1)],
  ['… the generator’s own longest pause, ms', ({ load }) => load.generatorPauseMs.toFixed(1)],
  ['acked messages per second, closed loop', ({ throughput }) => throughput.perSecond.toFixed(0)],
  ['… per second of the server’s processor', ({ throughput }) => throughput.perCpuSecond.toFixed(0), 'higher'],
  ['KB per idle connection', ({ idle }) => idle.kbEach.toFixed(1), 'lower'],
  ['idle connections opened per second', ({ idle }) => idle.opensPerSecond.toFixed(0)],
  ['storm: reconnected and resumed per second', ({ storm }) => storm.perSecond.toFixed(0), 'higher'],
  ['… seconds until all are back, from the kill', ({ storm }) => storm.sinceKillSeconds.toFixed(1)],
  ['… acked messages that are missing', ({ storm }) => String(storm.missing)],
  ['120 joins of one address, spread: served, max ms', ({ joins }) => `${joins.served}, ${joins.max.toFixed(0)}`],
  ['120 joins of one address, at once: served, max ms', ({ burst }) => `${burst.served}, ${burst.max.toFixed(0)}`],
];

/** Return the results as a Markdown table: a column for each target, and how ours relate to the relay's where it matters. */
export function table(results) {
  const names = Object.keys(results);
  const lines = [['', ...names], names.map(() => '---').concat('---')];
  for (const [title, cell, better] of ROWS) {
    lines.push([title, ...names.map((name) => cell(results[name]) + ratio(cell, better, results, name))]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function ratio(cell, better, { relay, ...ours }, name) {
  if (!better || !relay || !(name in ours)) return '';
  return ` (${(Number(cell(ours[name])) / Number(cell(relay))).toFixed(2)}×)`;
}

function percentiles({ p50, p95, p99 }) {
  return [p50, p95, p99].map((value) => value.toFixed(1)).join(' / ');
}

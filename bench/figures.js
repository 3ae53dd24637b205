// What becomes of many measurements.

import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** Latencies, each from the moment something was due to the moment it happened. */
export class Latencies {
  #values = [];
  #pending = new Set();
  #count = 0;

  /** `moment` is a promise of when it happened. */
  add(due, moment) {
    this.#count += 1;
    const noted = moment
      .then((at) => this.#values.push(at - due), () => {})
      .finally(() => this.#pending.delete(noted));
    this.#pending.add(noted);
  }

  /** Wait for what is still to come, with patience, and return the percentiles in ms and how many never came. */
  async spread() {
    await Promise.race([Promise.all(this.#pending), sleep(PATIENCE_MS)]);
    return { ...spread(this.#values), count: this.#count, failed: this.#count - this.#values.length };
  }
}

function spread(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) };
}

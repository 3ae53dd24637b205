// Time in the generator: when to do things, and how late the generator itself was.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

// A timer may be a millisecond late; the last stretch is waited for in short turns, during which sockets are read.
const LAST_STRETCH_MS = 1.5;

/**
 * Call `act(number, due)` at even distances, whatever became of the calls before: a server that stalls does not slow
 * down those who write to it, and latencies are counted from `due`, not from when the generator got round to it.
 */
export async function pace(perSecond, seconds, act) {
  const start = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const due = start + (number * 1000) / perSecond;
    await until(due);
    act(number, due);
  }
}

/** Watch the generator's own loop. `stop()` returns its longest pause in milliseconds. */
export function watchOwnPauses() {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  return {
    stop() {
      delays.disable();
      return delays.max / 1e6;
    },
  };
}

/** Do something for every number below `count`, at most `width` at a time, and return the results. */
export async function forEach(count, width, act) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const number = next++;
      results[number] = await act(number);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}

async function until(due) {
  for (let left = due - performance.now(); left > 0; left = due - performance.now()) {
    await (left > LAST_STRETCH_MS + 1 ? sleep(left - LAST_STRETCH_MS) : turn());
  }
}

import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';

const PATIENCE_MS = 3000;

/** Wait until `condition()` is truthy and return its value; the test fails after three seconds. */
export async function until(condition) {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const value = condition();
    if (value) return value;
    await setImmediate();
  }
  return assert.fail(`never true: ${condition}`);
}

/** Let everything that is already promised happen, as far as it needs neither a timer nor cryptography. */
export async function quiet() {
  for (let turn = 0; turn < 10; turn += 1) await setImmediate();
}

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * Return how many milliseconds to wait before try number `attempt` (0, 1, 2 …) is repeated: 0.5·2ⁿ s, at most 15 s, and
 * never less than the `atLeastMs` that the server has asked for.
 *
 * `random` (0 ≤ x < 1) spreads both, the server's wish up to half as much again, so that a thousand phones do not come
 * back in the same instant.
 */
export function pauseBefore(attempt, random, atLeastMs = 0) {
  return Math.max(backOff(attempt, random), atLeastMs * (1 + random / 2));
}

function backOff(attempt, random) {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return full * (0.5 + random / 2);
}

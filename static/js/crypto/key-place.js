/**
 * Returns what ties a sealed key to one pairing: what is sealed for one place opens nowhere else.
 *
 * `place` is `{municipality, conversation, keyId}`.
 */
export function infoOf({ municipality, conversation, keyId }) {
  return new TextEncoder().encode(`lyttepunkt/1|${municipality}|${conversation}|${keyId}`);
}

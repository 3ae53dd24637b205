const IN_HAND = new Set(['sealed', 'open']);

/**
 * Return why nobody can be taken at a desk right now, or null: `offline`, `not_on_duty`, `breather`, `full`, or
 * `uncleared` when the text of somebody before still takes the place.
 */
export function obstacleOf({ connection, duty, conversations }) {
  if (connection !== 'online') return 'offline';
  if (duty.state !== 'on') return 'not_on_duty';
  if (duty.breather) return 'breather';
  const inHand = conversations.filter(({ status }) => IN_HAND.has(status));
  if (inHand.length >= duty.capacity) return 'full';
  return conversations.length >= duty.capacity ? 'uncleared' : null;
}

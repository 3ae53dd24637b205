/** Says in a few words how a conversation stands. */

/** Returns the text under "conversation" that fits a snapshot's `{status, parting, isRelined, peer}` best. */
export function wordsFor(texts, { status, parting, isRelined, peer }) {
  if (status !== 'sealed' && status !== 'open') return texts[status];
  if (parting) return texts[parting];
  if (isRelined) return texts.relined;
  return peer.connected === false ? texts.asleep : texts[status];
}

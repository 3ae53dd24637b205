/**
 * Return whether what has come between two snapshots of a young person's chat is worth a sound: the counsellor has come,
 * or has written while the page is out of sight.
 */
export function isNews(before, now, isHidden) {
  const hasCome = before.screen === 'waiting' && now.screen === 'conversation';
  return hasCome || (isHidden && heard(now) > heard(before));
}

function heard({ messages }) {
  return messages.filter(({ from }) => from !== 'youth').length;
}

const NO_CONVERSATION = Object.freeze({
  screen: 'welcome',
  ahead: null,
  waitsAgain: false,
  messages: [],
  notices: [],
  peer: Object.freeze({ connected: null, typing: false, read: 0 }),
});

/**
 * How a young person's chat looks now:
 * `{screen, connection, reason, availability, joining, urgent, refused, ended, ahead, waitsAgain, messages, notices, peer}`.
 *
 * `screen` is welcome, waiting, conversation or ended; `reason` is why the connection is offline or refused, `refused` why
 * one cannot come in, `ahead` how many wait in front. `conversation` is that of a YouthConversation, or null.
 */
export function youthSnapshot({ conversation, resume, ...rest }) {
  const inside = conversation?.snapshot ?? NO_CONVERSATION;
  const screen = rest.ended ? 'ended' : inside.screen;
  const joining = resume !== null && !conversation && !rest.ended;
  return Object.freeze({ ...inside, ...rest, screen, joining, urgent: resume?.join.urgent ?? false });
}

const CHANNEL = 'lyttepunkt-sign-out';

/**
 * Tell this browser's other windows when somebody signs out by this form, and call `leave()` when one of them tells us.
 * A console that was replaced has no connection any more over which the server could say so.
 */
export function followSignOut(form, leave) {
  const channel = new BroadcastChannel(CHANNEL);
  // This page goes when the server has answered. Who left before that would still be signed in, and be sent back.
  form.addEventListener('submit', () => addEventListener('pagehide', () => channel.postMessage(null), { once: true }));
  channel.addEventListener('message', leave);
}

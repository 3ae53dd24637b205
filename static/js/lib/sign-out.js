const CHANNEL = 'lyttepunkt-sign-out';

/**
 * Tell this browser's other windows when somebody signs out by this form, and call `leave()` when one of them tells us.
 * A console that was replaced has no connection any more over which the server could say so.
 */
export function followSignOut(form, leave) {
  const channel = new BroadcastChannel(CHANNEL);
  form.addEventListener('submit', () => channel.postMessage(null));
  channel.addEventListener('message', leave);
}

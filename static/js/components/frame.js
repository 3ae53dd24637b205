/** What the page has more of when it stands in a frame: a way to be closed, and a word about a browser that forgets. */

import { tellHost } from '../lib/host-page.js';
import { canRemember } from '../lib/session-memory.js';
import { part } from './parts.js';

/** Settles into the frame that the template was made for, and tells the host page that the chat is there. */
export function settleIntoFrame(root) {
  part(root, 'forgetful').hidden = canRemember();
  part(root, 'close-frame').addEventListener('click', () => tellHost('close'));
  if (parent === window) part(root, 'frame-close').remove();
  tellHost('ready');
}

/** Says that the app around this page can read along, and hands out the address for a browser that does not. */

import { inAppBrowser } from '../lib/in-app-browser.js';
import { part, write } from './parts.js';
import { fill } from './texts.js';

/** Shows the hint when this page stands inside such an app. What the browser calls itself is told to nobody. */
export function hintAtApp(root, texts) {
  const found = inAppBrowser(navigator.userAgent);
  if (!found) return;
  const hint = part(root, 'in-app');
  write(part(hint, 'in-app-text'), fill(texts.hint, found));
  part(hint, 'copy').addEventListener('click', () => copyAddress(hint, texts, found));
  part(hint, 'dismiss').addEventListener('click', () => hint.remove());
  hint.hidden = false;
}

async function copyAddress(hint, texts, found) {
  const field = part(hint, 'address');
  field.value = location.href.replace('/embed/', '/'); // a frame's own address is no page to open
  const copied = await copy(field.value);
  field.hidden = copied;
  if (!copied) field.select();
  write(part(hint, 'copied'), fill(copied ? texts.copied : texts.not_copied, found));
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // apps often keep the clipboard to themselves
  }
}

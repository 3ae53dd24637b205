import { MAX_TEXT_BYTES } from '../crypto/message-body.js';

/** The longest message, in Unicode characters; whatever they are, they fit in MAX_BYTES of UTF-8. */
export const MAX_CHARACTERS = 4000;
export const MAX_BYTES = MAX_TEXT_BYTES;

export class TooLong extends RangeError {
  code = 'E_TOO_LONG';
}

/** Raise TooLong for a text that one message cannot hold. */
export function requireFits(text) {
  const characters = Array.from(text).length;
  if (characters > MAX_CHARACTERS) throw new TooLong(`${characters} characters`);
}

/** The longest message, in Unicode characters; whatever they are, they fit into a sealed body. */
export const MAX_CHARACTERS = 4000;

export class TooLong extends RangeError {
  code = 'E_TOO_LONG';
}

/** Raise TooLong for a text that one message cannot hold. */
export function requireFits(text) {
  const characters = Array.from(text).length;
  if (characters > MAX_CHARACTERS) throw new TooLong(`${characters} characters`);
}

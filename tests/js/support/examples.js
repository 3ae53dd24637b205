/** Holds a rule to sentences in which it finds something, and to sentences that it leaves in peace. */

import assert from 'node:assert/strict';
import test from 'node:test';

/** `found` is a table from sentences to the words that are found; `left` is a list of sentences. */
export function hold(rule, { found, left }) {
  for (const [sentence, words] of Object.entries(found)) {
    test(`finds: ${sentence}`, () => assert.equal(rule(sentence)?.[0].trim(), words));
  }
  for (const sentence of left) test(`leaves: ${sentence}`, () => assert.equal(rule(sentence)?.[0], undefined));
}

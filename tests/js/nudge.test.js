import assert from 'node:assert/strict';
import test from 'node:test';

import { Nudge } from '../../static/js/components/nudge.js';

/** A nudge above a field in which this is written, and what it wrote. */
function nudgeOver(value, rules) {
  const parts = new Map();
  const root = {
    querySelector: (selector) => parts.get(selector) ?? parts.set(selector, { value, textContent: '', addEventListener() {} }).get(selector),
  };
  const nudge = new Nudge(root, { rules, texts: { sign: 'et ord' } });
  return { nudge, word: () => parts.get('[data-part="nudge-words"]').textContent, ways: () => parts.get('[data-part="nudge-ways"]') };
}

test('the word stands there until the answer', () => {
  const { nudge, word, ways } = nudgeOver('et tegn', { sign: (text) => text.match('tegn') });
  assert.equal(nudge.asks(), true);
  assert.deepEqual([word(), ways().hidden], ['et ord', false]);
  assert.equal(nudge.asks(), false);
  assert.deepEqual([word(), ways().hidden], ['', true]);
});

test('a rule that fails keeps no message back, and the failure is reported to the browser', (context) => {
  const reported = [];
  const before = globalThis.reportError;
  globalThis.reportError = (error) => reported.push(error.message);
  context.after(() => (globalThis.reportError = before));
  const { nudge, word } = nudgeOver('hjælp', { sign: () => { throw new Error('broken'); } });
  assert.equal(nudge.asks(), false);
  assert.equal(word(), '');
  assert.deepEqual(reported, ['broken']);
});

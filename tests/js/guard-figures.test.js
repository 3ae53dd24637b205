import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { examined, quality, SEED, tables } from './support/guard-figures.js';

const PAGE = new URL('../../docs/self-disclosure-guard.md', import.meta.url);
const OTHER_SEEDS = [SEED + 1, SEED + 2];

for (const seed of [SEED, ...OTHER_SEEDS]) {
  const sentences = examined(seed);

  test(`CPR numbers are found, and little else is taken for one (seed ${seed})`, () => {
    const { precision, recall } = quality(sentences, 'cpr');
    assert.ok(precision >= 0.98, `precision ${precision}`);
    assert.ok(recall >= 0.975, `recall ${recall}`);
  });

  test(`the other rules do no worse (seed ${seed})`, () => {
    for (const kind of ['phone', 'email', 'name', 'address']) {
      const { precision, recall } = quality(sentences, kind);
      assert.ok(precision >= 0.99 && recall >= 0.99, `${kind}: precision ${precision}, recall ${recall}`);
    }
  });

  test(`amounts, dates and help lines are left in peace (seed ${seed})`, () => {
    const peaceful = /^(price|date|date and time|years|number of a help line|account number|card or bar code)$/;
    const disturbed = sentences.filter(({ sort, found }) => peaceful.test(sort) && found.length);
    assert.ok(disturbed.length <= 3, disturbed.map(({ text }) => text).join('\n'));
  });
}

test('the figures on the page are those that are measured', () => {
  assert.ok(readFileSync(PAGE, 'utf8').includes(tables()), 'print them anew: node tests/js/support/guard-figures.js');
});

import assert from 'node:assert/strict';
import test from 'node:test';

import { ConnectionWords } from '../../static/js/components/connection-words.js';
import { ManualClock } from './support/manual-clock.js';

const TEXTS = { connecting: 'forbinder', offline: 'væk', refused: 'afvist', E_DRAINING: 'starter forfra', E_VERSION: 'ny' };

function words() {
  const element = { textContent: '' };
  const clock = new ManualClock();
  return { element, clock, line: new ConnectionWords(element, TEXTS, clock) };
}

test('a line that is back within a second was not worth a word', () => {
  const { element, clock, line } = words();
  line.show('offline');
  clock.advance(999);
  line.show('online');
  clock.advance(60_000);
  assert.equal(element.textContent, '');
});

test('a line that stays away is said, with the reason if there is a word for it', () => {
  const { element, clock, line } = words();
  line.show('offline', 'E_SOMETHING');
  clock.advance(1000);
  assert.equal(element.textContent, 'væk');
  line.show('offline', 'E_DRAINING');
  clock.advance(1000);
  assert.equal(element.textContent, 'starter forfra');
  line.show('online');
  assert.equal(element.textContent, '');
});

test('a line that is refused for good is said at once', () => {
  const { element, line } = words();
  line.show('refused', 'E_VERSION');
  assert.equal(element.textContent, 'ny');
  line.show('refused', 'E_EXPIRED');
  assert.equal(element.textContent, 'afvist');
});

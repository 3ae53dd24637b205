import assert from 'node:assert/strict';
import test from 'node:test';

import { WaitingPanel } from '../../static/js/components/waiting-panel.js';
import { fakeRoot } from './support/fake-root.js';

const TEXTS = {
  number: 'nr. {number}', first: 'næste', others: 'din tur', nobody: 'ingen', unknown: 'finder',
  another: 'en anden', another_later: 'venter på en anden', foremost: 'forrest',
};

function shown({ ahead = null, waitsAgain = false, state = 'open' }) {
  const root = fakeRoot();
  new WaitingPanel(root, TEXTS).render({ ahead, waitsAgain, availability: { v: 1, state } });
  return [root.text('place'), root.text('place-text')];
}

test('until the place is known nothing is promised', () => {
  assert.deepEqual(shown({}), ['finder', '']);
});

test('the place counts from one', () => {
  assert.deepEqual(shown({ ahead: 0 }), ['nr. 1', 'næste']);
  assert.deepEqual(shown({ ahead: 2 }), ['nr. 3', 'din tur']);
});

test('handed over: another counsellor goes on, and one stands foremost unless the server knows better', () => {
  assert.deepEqual(shown({ waitsAgain: true }), ['en anden', 'forrest']);
  assert.deepEqual(shown({ waitsAgain: true, ahead: 0 }), ['en anden', 'forrest']);
  assert.deepEqual(shown({ waitsAgain: true, ahead: 1 }), ['en anden', 'nr. 2.']);
});

test('with nobody there, no counsellor is promised', () => {
  assert.deepEqual(shown({ ahead: 0, state: 'unstaffed' }), ['nr. 1', 'ingen']);
  assert.deepEqual(shown({ waitsAgain: true, state: 'unstaffed' }), ['venter på en anden', 'ingen']);
});

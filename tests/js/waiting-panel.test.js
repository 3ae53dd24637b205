import assert from 'node:assert/strict';
import test from 'node:test';

import { WaitingPanel } from '../../static/js/components/waiting-panel.js';
import { fakeRoot } from './support/fake-root.js';

const TEXTS = {
  number: 'nr. {number}', first: 'næste', others: 'din tur', nobody: 'ingen', unknown: 'finder',
  another: 'en anden', another_later: 'venter på en anden', foremost: 'forrest',
};

const WAITING = { screen: 'waiting', ahead: 0, waitsAgain: false, urgent: false, availability: { v: 1, state: 'open' } };
const NOBODY = { availability: { v: 2, state: 'unstaffed' } };

function shown({ ahead = null, waitsAgain = false, state = 'open' }) {
  const root = fakeRoot();
  new WaitingPanel(root, TEXTS).render({ ...WAITING, ahead, waitsAgain, availability: { v: 1, state } });
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

/** Whether the numbers stand there, and whether they are unfolded, after each of these snapshots. */
function numbersAfter(...snapshots) {
  const root = fakeRoot();
  const panel = new WaitingPanel(root, TEXTS);
  return snapshots.map((snapshot) => {
    panel.render({ ...WAITING, ...snapshot });
    const { classList, open = false } = root.part('call-now');
    return [classList.has('call-now--needed'), open];
  });
}

test('who is in a hurry has the numbers while waiting, and not beside the conversation', () => {
  const there = [true, true];
  assert.deepEqual(numbersAfter({ urgent: true }, { urgent: true, screen: 'conversation' }), [there, [false, true]]);
  assert.deepEqual(numbersAfter({}), [[false, false]]);
});

test('with nobody there everyone who waits has the numbers, until somebody is', () => {
  assert.deepEqual(numbersAfter({}, NOBODY, {}), [[false, false], [true, true], [false, true]]);
  assert.deepEqual(numbersAfter({ ...NOBODY, screen: 'conversation' }), [[false, false]]);
});

test('numbers that were folded away stay folded', () => {
  const root = fakeRoot();
  const panel = new WaitingPanel(root, TEXTS);
  panel.render({ ...WAITING, urgent: true });
  root.part('call-now').open = false;
  panel.render({ ...WAITING, urgent: true, ahead: 1 });
  assert.equal(root.part('call-now').open, false);
});

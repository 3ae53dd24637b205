import assert from 'node:assert/strict';
import test from 'node:test';

import { HoldButton } from '../../static/js/components/hold-button.js';
import { FakeButton } from './support/fake-button.js';
import { ManualClock } from './support/manual-clock.js';

const FINGER = { isPrimary: true, button: 0 };

function held() {
  const page = { button: new FakeButton(), clock: new ManualClock(), times: 0 };
  new HoldButton(page.button, () => (page.times += 1), page.clock);
  return page;
}

test('a touch in passing does nothing', () => {
  const page = held();
  page.button.happens('pointerdown', FINGER);
  page.clock.advance(699);
  page.button.happens('pointerup');
  page.clock.advance(60_000);
  assert.equal(page.times, 0);
});

test('a finger that stays does it, once', () => {
  const page = held();
  page.button.happens('pointerdown', FINGER);
  page.clock.advance(60_000);
  assert.equal(page.times, 1);
});

for (const key of ['Enter', ' ']) {
  test(`"${key}" must be held as well, and repeats are no new beginning`, () => {
    const page = held();
    for (let ms = 0; ms < 600; ms += 100) {
      assert.equal(page.button.happens('keydown', { key, repeat: ms > 0 }), false);
      page.clock.advance(100);
    }
    assert.equal(page.times, 0);
    page.clock.advance(100);
    assert.equal(page.times, 1);
  });
}

test('a key that was down before the button was there begins nothing', () => {
  const page = held();
  page.button.happens('keydown', { key: 'Enter', repeat: true });
  page.clock.advance(60_000);
  assert.equal(page.times, 0);
});

test('other keys, other mouse buttons and second fingers are nothing', () => {
  const page = held();
  page.button.happens('keydown', { key: 'Tab' });
  page.button.happens('pointerdown', { isPrimary: true, button: 2 });
  page.button.happens('pointerdown', { isPrimary: false, button: 0 });
  page.clock.advance(60_000);
  assert.equal(page.times, 0);
});

for (const type of ['pointerup', 'pointercancel', 'pointerleave', 'keyup', 'blur']) {
  test(`${type} lets go, and the button says so`, () => {
    const page = held();
    page.button.happens('pointerdown', FINGER);
    assert.ok(page.button.has('data-held'));
    page.button.happens(type);
    assert.ok(!page.button.has('data-held'));
    page.clock.advance(60_000);
    assert.equal(page.times, 0);
  });
}

test('a long touch opens no menu', () => {
  assert.equal(held().button.happens('contextmenu'), false);
});

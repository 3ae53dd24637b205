import assert from 'node:assert/strict';
import test from 'node:test';

import { ThreePresses } from '../../static/js/lib/three-presses.js';

/** Press keys one after the other; a key is `[name, at]` or `[name, at, more]`. Returns which of them completed it. */
function press(...keys) {
  const presses = new ThreePresses('Shift');
  return keys.map(([key, timeStamp, more]) => presses.completedBy({ key, timeStamp, ...more }));
}

test('the third press within a second and a half counts, and no earlier one', () => {
  assert.deepEqual(press(['Shift', 0], ['Shift', 700], ['Shift', 1500]), [false, false, true]);
});

test('three slow presses are none', () => {
  assert.deepEqual(press(['Shift', 0], ['Shift', 700], ['Shift', 1501]), [false, false, false]);
});

test('what counts is the last three, however many went before', () => {
  assert.equal(press(['Shift', 0], ['Shift', 2000], ['Shift', 2400], ['Shift', 2800]).at(-1), true);
});

test('who writes capital letters presses another key between', () => {
  const keys = [['Shift', 0], ['N', 100], ['Shift', 200], ['O', 300], ['Shift', 400], ['R', 500]];
  assert.ok(!press(...keys).includes(true));
});

test('a key that is held down is one press', () => {
  const held = { repeat: true };
  assert.ok(!press(['Shift', 0], ['Shift', 500, held], ['Shift', 530, held], ['Shift', 560, held]).includes(true));
});

test('a held key between does not undo the presses', () => {
  const held = { repeat: true };
  assert.equal(press(['Shift', 0], ['Shift', 500, held], ['Shift', 600], ['Shift', 900]).at(-1), true);
});

for (const other of ['altKey', 'ctrlKey', 'metaKey']) {
  test(`with ${other} it means something else`, () => {
    const held = { [other]: true };
    assert.ok(!press(['Shift', 0, held], ['Shift', 200, held], ['Shift', 400, held]).includes(true));
  });
}

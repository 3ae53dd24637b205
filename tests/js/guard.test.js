import assert from 'node:assert/strict';
import test from 'node:test';

import { Guard } from '../../static/js/guard/guard.js';
import { youthRules } from '../../static/js/guard/youth-rules.js';
import { Draw } from './support/draw.js';

const NAMED = 'jeg hedder Noor';
const CALLED = 'ring på 22 33 44 55';

/** Returns the kind that is asked about, or undefined. */
function asking() {
  const guard = new Guard(youthRules([]));
  return { guard, asks: (text) => guard.look(text)?.[0] };
}

test('what tells nothing goes', () => {
  assert.equal(asking().asks('hej'), undefined);
});

test('a message is asked about once, and sending it again sends it', () => {
  const { asks } = asking();
  assert.equal(asks(NAMED), 'name');
  assert.equal(asks(NAMED), undefined);
});

test('what somebody chose to tell is not asked about again, what is new is', () => {
  const { asks } = asking();
  assert.equal(asks(NAMED), 'name');
  asks(NAMED);
  assert.equal(asks('jeg hedder Noor, som jeg sagde'), undefined);
  assert.equal(asks(CALLED), 'phone');
});

test('whoever took it out is asked again the next time', () => {
  const { asks } = asking();
  assert.equal(asks(NAMED), 'name');
  assert.equal(asks('jeg hedder ikke noget'), undefined);
  assert.equal(asks(NAMED), 'name');
});

test('a message that was changed after the question goes, whatever is in it', () => {
  const { asks } = asking();
  assert.equal(asks(NAMED), 'name');
  assert.equal(asks(CALLED), undefined);
  assert.equal(asks(CALLED), 'phone');
});

test('a message that was given up leaves no answer behind for the next one', () => {
  const { guard, asks } = asking();
  assert.equal(asks(NAMED), 'name');
  guard.forget();
  assert.equal(asks(NAMED), 'name');
});

test('of several things the one that tells most is asked about', () => {
  assert.equal(asking().asks(`${NAMED}, ${CALLED}, cpr 070761-4285`), 'cpr');
});

test('the place of what was found is told', () => {
  const [, match] = new Guard(youthRules([])).look(`ja. ${NAMED}`);
  assert.deepEqual([match.index, match[0]], [4, NAMED]);
});

test('no text brings it down', () => {
  const draw = new Draw(1);
  const pieces = ['1', '22', '070761', '0000', '-', ' ', '.', '+', '@', 'jeg hedder', 'vej', 'Ø', '\n', '😢', '\ud83d', 'م', ':', '/', ','];
  for (let round = 0; round < 5_000; round += 1) {
    asking().asks(Array.from({ length: draw.between(0, 9) }, () => draw.one(pieces)).join(''));
  }
});

test('a very long text is looked through at once', { timeout: 5000 }, () => {
  for (const piece of ['1 ', '22 33 ', 'a', 'jeg hedder ', 'Øvej ', 'a@', '- ', 'a.', 'jeg hedder bare ', 'min snap ']) {
    asking().asks(piece.repeat(20_000));
  }
});

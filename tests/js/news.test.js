import assert from 'node:assert/strict';
import test from 'node:test';

import { isNews } from '../../static/js/chat/news.js';

const own = { from: 'youth' };
const theirs = { from: 'counsellor' };
const waiting = { screen: 'waiting', messages: [own] };
const talking = { screen: 'conversation', messages: [own] };
const answered = { screen: 'conversation', messages: [own, theirs] };

test('a counsellor who comes is news, whether or not the page is in sight', () => {
  assert.equal(isNews(waiting, talking, false), true);
  assert.equal(isNews(waiting, talking, true), true);
});

test('a message of the counsellor is news only while the page is out of sight', () => {
  assert.equal(isNews(talking, answered, true), true);
  assert.equal(isNews(talking, answered, false), false);
});

test("one's own message is no news, and neither is one that was there before", () => {
  assert.equal(isNews(talking, { ...talking, messages: [own, own] }, true), false);
  assert.equal(isNews(answered, answered, true), false);
});

test('a page that comes back to its conversation is no news, and neither is an end or a hand-over', () => {
  assert.equal(isNews({ messages: [] }, talking, false), false);
  assert.equal(isNews({ screen: 'welcome', messages: [] }, talking, false), false);
  assert.equal(isNews(answered, { screen: 'ended', messages: [] }, true), false);
  assert.equal(isNews(answered, { ...answered, screen: 'waiting' }, true), false);
});

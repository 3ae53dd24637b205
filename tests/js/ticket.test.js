import assert from 'node:assert/strict';
import test, { mock } from 'node:test';

import { fetchTicket, NotSignedIn } from '../../static/js/lib/ticket.js';

async function answering(response, action) {
  const fetched = mock.method(globalThis, 'fetch', async () => response);
  try {
    return await action(fetched.mock);
  } finally {
    fetched.mock.restore();
  }
}

test('a ticket is asked for with the CSRF token in its header', async () => {
  const response = { ok: true, status: 200, type: 'basic', json: async () => ({ ticket: 'once' }) };
  await answering(response, async (mocked) => {
    assert.equal(await fetchTicket('csrf'), 'once');
    const [address, options] = mocked.calls[0].arguments;
    assert.equal(address, '/console/ticket');
    assert.equal(options.method, 'POST');
    assert.equal(options.headers['X-CSRF-Token'], 'csrf');
  });
});

for (const status of [400, 401, 403]) {
  test(`${status}: there is no sign-in any more`, async () => {
    await answering({ ok: false, status, type: 'basic' }, () => assert.rejects(fetchTicket('csrf'), NotSignedIn));
  });
}

test('a redirect to the sign-in page: there is no sign-in any more', async () => {
  await answering({ ok: false, status: 0, type: 'opaqueredirect' }, () => assert.rejects(fetchTicket('csrf'), NotSignedIn));
});

test('a server in trouble is not a lost sign-in', async () => {
  await answering({ ok: false, status: 503, type: 'basic' }, () => {
    return assert.rejects(fetchTicket('csrf'), (error) => error.code !== 'E_AUTH');
  });
});

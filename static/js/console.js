/** The counsellor's console starts here. */

import { Desk } from './chat/desk.js';
import { ConsolePage } from './components/console-page.js';
import { readTexts } from './components/texts.js';
import { Connection } from './lib/connection.js';
import { KeyStore } from './lib/key-store.js';
import { fetchTicket } from './lib/ticket.js';

const { municipality, duty, capacity } = document.body.dataset;
const csrfToken = document.querySelector('meta[name="csrf-token"]').content;
const auth = async () => ({ v: 1, municipality, ticket: await fetchTicket(csrfToken) });
const desk = new Desk({
  connect: (handlers) => new Connection({ namespace: '/counsellor', auth, ...handlers }),
  keyStore: new KeyStore(),
  municipality,
  duty: { state: duty, capacity: Number(capacity) },
});
const page = new ConsolePage(desk, readTexts());
// After signing out, the way back must not lead to a picture of what was on the screen.
addEventListener('pageshow', (event) => event.persisted && location.reload());

desk.subscribe((snapshot) => {
  page.render(snapshot);
  if (snapshot.refused === 'E_AUTH') location.assign('/console/sign-in');
});
desk.start();

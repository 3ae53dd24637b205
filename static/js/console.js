/** The counsellor's console starts here. */

import { Calls } from './chat/calls.js';
import { Desk } from './chat/desk.js';
import { Caller } from './components/caller.js';
import { ConsolePage } from './components/console-page.js';
import { part } from './components/parts.js';
import { readTexts } from './components/texts.js';
import { browserClock } from './lib/clock.js';
import { Connection } from './lib/connection.js';
import { DesktopNote } from './lib/desktop-note.js';
import { KeyStore } from './lib/key-store.js';
import { followSignOut } from './lib/sign-out.js';
import { fetchTicket } from './lib/ticket.js';
import { Tone } from './lib/tone.js';

const { municipality, staff, duty, capacity, dutyFor } = document.body.dataset;
const csrfToken = document.querySelector('meta[name="csrf-token"]').content;
const auth = async () => ({ v: 1, municipality, ticket: await fetchTicket(csrfToken) });
const desk = new Desk({
  connect: (handlers) => new Connection({ namespace: '/counsellor', auth, ...handlers }),
  keyStore: new KeyStore(),
  municipality,
  staff,
  duty: { state: duty, capacity: Number(capacity), municipalities: dutyFor.split(' ') },
});
const texts = readTexts();
const page = new ConsolePage(desk, texts);
const caller = new Caller(document.body, { texts: texts.call, tone: new Tone(), note: new DesktopNote() });
const calls = new Calls({ clock: browserClock, call: (call) => caller.call(call), quiet: () => caller.quiet() });
const toSignIn = () => location.assign('/console/sign-in');
followSignOut(part(document.body, 'sign-out'), toSignIn);
// After signing out, the way back must not lead to a picture of what was on the screen.
addEventListener('pageshow', (event) => event.persisted && location.reload());

desk.subscribe((snapshot) => {
  page.render(snapshot);
  calls.look(snapshot);
  if (snapshot.refused === 'E_AUTH') toSignIn();
});
desk.start();

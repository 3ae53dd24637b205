/** The counsellor's console starts here. */

import { Desk } from './chat/desk.js';
import { ConsolePage } from './components/console-page.js';
import { readTexts } from './components/texts.js';
import { Connection } from './lib/connection.js';
import { KeyStore } from './lib/key-store.js';

const { municipality, duty, capacity } = document.body.dataset;

const desk = new Desk({
  connect: (handlers) => new Connection({ namespace: '/counsellor', ...handlers }),
  keyStore: new KeyStore(),
  municipality,
  duty: { state: duty, capacity: Number(capacity) },
});
const page = new ConsolePage(desk, readTexts());
desk.subscribe((snapshot) => page.render(snapshot));
desk.start();

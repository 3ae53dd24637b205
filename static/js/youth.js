/** The young person's page starts here. */

import { YouthChat } from './chat/youth-chat.js';
import { QuickExit } from './components/quick-exit.js';
import { YouthPage } from './components/youth-page.js';
import { readTexts } from './components/texts.js';
import { settleIntoFrame } from './components/frame.js';
import { Connection } from './lib/connection.js';
import { SessionMemory } from './lib/session-memory.js';

// What an advert put behind the address would stay in the browser's history, and go along when the address is shared.
history.replaceState(null, '', location.pathname);

const { municipality } = document.body.dataset;
const chat = new YouthChat({
  connect: (handlers) => new Connection({ namespace: '/youth', ...handlers }),
  memory: new SessionMemory(`chat/${municipality}`),
  municipality,
  language: document.documentElement.lang,
});
const coverMemory = new SessionMemory(`cover/${municipality}`);
const page = new YouthPage(chat, readTexts(), coverMemory);

new QuickExit(document.body, () => {
  stop();
  chat.flee();
  coverMemory.clear();
  page.wipe();
});

// A page that is left must not stay readable in the browser's memory, and one that comes back starts afresh.
addEventListener('pagehide', () => {
  stop();
  chat.wipe();
  page.wipe();
});
addEventListener('pageshow', (event) => event.persisted && location.reload());

const stop = chat.subscribe((snapshot) => page.render(snapshot));
chat.start();
if ('embeddingOrigins' in document.body.dataset) settleIntoFrame(document.body);

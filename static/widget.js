/* The launcher of a chat, for other people's pages: docs/embedding.md. It keeps nothing. */
(() => {
  'use strict';
  const NEUTRAL_PAGE = 'https://www.dmi.dk/';
  const SMALL = '(max-width: 600px), (max-height: 500px), (max-device-width: 600px)';
  const SANDBOX =
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation';
  const TEXTS = {
    da: {
      start: 'Skriv med en, der lytter', hide: 'Skjul chatten',
      open: 'Åben lige nu', unstaffed: 'Der er ingen lige nu', closed: 'Lukket lige nu',
      away: 'Vi kan ikke få forbindelse til chatten lige nu. Du kan ringe:',
      danger: '112, hvis nogen er i fare', own: 'Åbn i eget vindue', end: 'Luk',
    },
    en: {
      start: 'Chat with someone who listens', hide: 'Hide the chat',
      open: 'Open now', unstaffed: 'Nobody is here now', closed: 'Closed now',
      away: 'We cannot reach the chat right now. You can call:',
      danger: '112 if someone is in danger', own: 'Open in its own window', end: 'Close',
    },
  };
  const STYLE = `
    :host { all: initial !important }
    * {
      --ink: #23282f; --surface: #ffffff; --accent: #0b6e69; --on-accent: #ffffff;
      box-sizing: border-box; font: 600 16px/1.4 system-ui, sans-serif;
    }
    [hidden] { display: none !important }
    .launcher, .panel, .cover { position: fixed; z-index: 2147483647; background: var(--surface) }
    .launcher, .panel {
      right: calc(16px + env(safe-area-inset-right)); bottom: calc(16px + env(safe-area-inset-bottom));
      box-shadow: 0 8px 28px rgb(60 45 25 / 14%);
    }
    .left { right: auto; left: calc(16px + env(safe-area-inset-left)) }
    .launcher {
      min-height: 56px; max-width: calc(100% - 32px); padding: 8px 24px; border: 2px solid transparent;
      border-radius: 28px; background: var(--accent); color: var(--on-accent); cursor: pointer;
    }
    .panel {
      bottom: calc(96px + env(safe-area-inset-bottom)); width: 420px; height: min(680px, 100vh - 112px);
      overflow: auto; border: 1px solid #8c8377; border-radius: 16px; color: var(--ink);
    }
    small, iframe { display: block }
    small { font-weight: 400 }
    iframe { width: 100%; height: 100%; border: 0 }
    .away { padding: 24px }
    .away > * { display: block; min-height: 44px; margin: 0 0 8px }
    .away > a { color: var(--accent) }
    .away > button { padding: 8px 20px; border: 1px solid; border-radius: 12px; background: none; color: inherit }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
    .cover { inset: 0 }
    @media (prefers-color-scheme: dark) {
      * { --ink: #eef1f3; --surface: #1e242a; --accent: #6fd3c7; --on-accent: #08221f }
    }
    @media print { * { display: none !important } }`;

  const script = document.currentScript;
  const { municipality, language, label, position, status } = script.dataset;
  if (window.Lyttepunkt || !municipality) return;

  const { origin } = new URL(script.src);
  const lang = language in TEXTS ? language : 'da';
  const texts = TEXTS[lang];
  const path = lang === 'da' ? municipality : `${municipality}/${lang}`;
  const plainPage = `${origin}/${path}`;
  const start = label || texts.start;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const link = (target) => make('a', { href: plainPage, target, rel: 'noreferrer' }, texts.own);
  const tell = (name, detail) => dispatchEvent(new CustomEvent(`lyttepunkt:${name}`, { detail }));
  const side = position === 'left' ? 'left ' : '';
  const words = make('span', {}, start);
  const note = make('small');
  const onclick = () => (panel.hidden ? open() : close());
  const launcher = make('button', { className: `${side}launcher`, onclick }, words, note);
  const panel = make('div', { className: `${side}panel`, hidden: true });
  const away = make(
    'div',
    { className: 'away', role: 'alert' },
    make('p', {}, texts.away),
    make('a', { href: 'tel:112' }, texts.danger),
    make('a', { href: 'tel:116111' }, '116 111, BørneTelefonen'),
    link('_blank'),
    make('button', { onclick: end }, texts.end),
  );
  const host = make('lyttepunkt-chat', { lang });
  const root = host.attachShadow({ mode: 'closed' });
  let frame, silent, patience;

  function open() {
    if (!panel.hidden) return;
    // In the same tab: one thing to leave, and Back leads here.
    if (!isSecureContext || matchMedia(SMALL).matches) return link('_self').click();
    show(true);
    if (!frame) load();
    frame.focus();
    tell('open');
  }

  /** Hides the chat, which goes on. */
  function close() {
    if (panel.hidden) return;
    if (panel.contains(root.activeElement)) launcher.focus();
    show(false);
    tell('close');
  }

  function end() {
    close();
    clearTimeout(patience);
    panel.replaceChildren();
    frame = null;
  }

  function destroy() {
    end();
    host.remove();
    removeEventListener('message', hear);
    removeEventListener('DOMContentLoaded', mount);
    delete window.Lyttepunkt;
  }

  function show(isOpen) {
    panel.hidden = !isOpen;
    note.hidden = isOpen;
    words.textContent = isOpen ? texts.hide : start;
  }

  /** Our page says that it works; whatever else loads is silent. */
  function load() {
    const src = `${origin}/embed/${path}`;
    frame = make('iframe', { title: 'Chat', src, sandbox: SANDBOX, allow: '', referrerPolicy: 'no-referrer' });
    silent = 0;
    frame.onload = () => (silent += 1) > 0 && wait(1000);
    panel.append(frame);
    wait(15000);
  }

  function wait(milliseconds) {
    clearTimeout(patience);
    patience = setTimeout(apologise, milliseconds);
  }

  function apologise() {
    silent = 0;
    const isFocused = root.activeElement === frame;
    frame.hidden = true;
    panel.append(away);
    if (isFocused) away.lastChild.focus();
  }

  function welcome() {
    clearTimeout(patience);
    silent -= 1;
    frame.hidden = false;
    away.remove();
    if (root.activeElement === frame) frame.contentWindow.focus();
  }

  function exit() {
    panel.replaceChildren();
    panel.className = 'cover';
    panel.hidden = false;
    location.replace(NEUTRAL_PAGE);
  }

  /** Nobody but our own page in our own frame is listened to. */
  function hear({ data, origin: sender, source }) {
    if (sender !== origin || !frame || source !== frame.contentWindow) return;
    const type = data?.lyttepunkt;
    if (type === 'ready') welcome();
    if (type === 'close') end();
    if (type === 'exit') exit();
  }

  async function lookUp() {
    const options = { credentials: 'omit', referrerPolicy: 'no-referrer' };
    const { state } = await (await fetch(`${origin}/status/${municipality}.json`, options)).json();
    note.textContent = texts[state];
    tell('status', state);
  }

  function mount() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(launcher, panel);
    document.body.append(host);
    if (status !== undefined) lookUp().catch(() => {});
  }

  addEventListener('message', hear);
  window.Lyttepunkt = { open, close, destroy };
  if (document.body) mount();
  else addEventListener('DOMContentLoaded', mount);
})();

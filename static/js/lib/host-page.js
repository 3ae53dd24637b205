/** The page that embeds ours. It is told that the chat is there or was closed, and nothing else: no message, no place. */

/** Tells the host page `ready`, `close` or `exit`; each origin it may have is named exactly. On the plain page nobody is told. */
export function tellHost(type) {
  if (parent === window) return;
  for (const origin of origins()) parent.postMessage({ lyttepunkt: type }, origin);
}

function origins() {
  return (document.body.dataset.embeddingOrigins ?? '').split(' ').filter(Boolean);
}

/** A piece of page that has whatever part is asked for, as far as its text goes: `root.text(name)`. */
export function fakeRoot() {
  const parts = new Map();
  return {
    querySelector(selector) {
      if (!parts.has(selector)) parts.set(selector, { textContent: '' });
      return parts.get(selector);
    },
    text: (name) => parts.get(`[data-part="${name}"]`).textContent,
  };
}

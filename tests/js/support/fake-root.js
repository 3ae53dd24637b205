/** A piece of page that has whatever part is asked for, as far as its text and classes go: `root.text(name)`, `root.part(name)`. */
export function fakeRoot() {
  const parts = new Map();
  return {
    querySelector(selector) {
      if (!parts.has(selector)) parts.set(selector, { textContent: '', classList: new FakeClassList() });
      return parts.get(selector);
    },
    text: (name) => parts.get(`[data-part="${name}"]`).textContent,
    part: (name) => parts.get(`[data-part="${name}"]`),
  };
}

class FakeClassList extends Set {
  toggle(name, force) {
    if (force) this.add(name);
    else this.delete(name);
  }
}

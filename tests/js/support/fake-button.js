/** As much of a button as one needs that is held: events, attributes. */
export class FakeButton extends EventTarget {
  #attributes = new Set();

  toggleAttribute(name, isThere) {
    if (isThere) this.#attributes.add(name);
    else this.#attributes.delete(name);
  }

  has(name) {
    return this.#attributes.has(name);
  }

  /** Let something happen to it; returns whether the browser would still do what it always does then. */
  happens(type, fields = {}) {
    return this.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), fields));
  }
}

/** Keeps the newest message in sight, unless someone has scrolled up to read. */

const NEAR = 64; // pixels from the end that still count as "at the end"

export class ScrollAnchor {
  #scroller;
  #atEnd = true;
  #onEnd;

  /** `onEnd()` hears each time the end is in sight. */
  constructor(scroller, onEnd) {
    this.#scroller = scroller;
    this.#onEnd = onEnd;
    scroller.addEventListener('scroll', () => this.look(), { passive: true });
    new ResizeObserver(() => this.settle()).observe(scroller);
  }

  /** Goes to the end if the reader was there, or when `always` (they have just written something). */
  settle({ always = false } = {}) {
    if (!always && !this.#atEnd) return;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#atEnd = true;
    this.#onEnd();
  }

  /** Says again that the end is in sight, if it is: the page itself may have been out of sight. */
  look() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) this.#onEnd();
  }
}

const TAG = 'waiting'; // one note at a time: a newer one takes the place of the older

/** A note on the computer's own screen. It says only what it is given, which is never what anybody wrote. */
export class DesktopNote {
  #note = null;

  /** Ask for permission; call it when the person has just asked for notes. Resolves to whether they may be shown. */
  async allow() {
    if (!('Notification' in globalThis)) return false;
    return (await Notification.requestPermission()) === 'granted';
  }

  show(text) {
    try {
      this.#note = new Notification(text, { tag: TAG, silent: true });
      this.#note.onclick = () => this.#open();
    } catch {
      // Phones show notes through service workers only; there the tone and the title must do.
    }
  }

  hide() {
    this.#note?.close();
    this.#note = null;
  }

  #open() {
    window.focus();
    this.hide();
  }
}

// A calm tone made by the browser itself, so that there is no file to fetch and the page's policy needs no exception.

const PITCHES = [523.25, 659.25]; // a C and the E above it, in hertz
const APART_S = 0.28;
const LENGTH_S = 1.4;
const SOFT = 0.06;
const LOUD = 0.25;

/** Two soft notes. Browsers stay silent until someone has pressed something on the page: call `allow()` then. */
export class Tone {
  #context = null;

  /** Resolve to whether it can be heard now. */
  async allow() {
    this.#context ??= new AudioContext();
    await this.#context.resume();
    return this.#context.state === 'running';
  }

  /** Sound once, unless it was never allowed. */
  async play({ loud = false } = {}) {
    if (!this.#context) return;
    await this.#context.resume(); // a laptop that slept has suspended it
    PITCHES.forEach((pitch, index) => this.#note(pitch, index * APART_S, loud ? LOUD : SOFT));
  }

  #note(pitch, delay, volume) {
    const begin = this.#context.currentTime + delay;
    const note = new OscillatorNode(this.#context, { type: 'sine', frequency: pitch });
    const gain = new GainNode(this.#context, { gain: 0 });
    note.connect(gain).connect(this.#context.destination);
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(volume, begin + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + LENGTH_S);
    note.start(begin);
    note.stop(begin + LENGTH_S);
  }
}

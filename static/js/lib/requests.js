const ACK_MS = 5_000;
const TOO_LONG = Object.freeze({ ok: false, code: 'E_TOO_LONG' });

/** A request that got no answer: not connected, or nothing came within 5 seconds. */
export class RequestFailed extends Error {
  code = 'E_TIMEOUT';
}

/** The requests of one socket that wait for their answers. */
export class Requests {
  #socket;
  #waiting = new Set();

  constructor(socket) {
    this.#socket = socket;
  }

  /** Resolve with the server's ack object, whatever it says. Rejects with RequestFailed. */
  async ask(event, payload) {
    const request = { length: JSON.stringify(payload).length, isTooLong: false };
    this.#waiting.add(request);
    try {
      return await this.#socket.timeout(ACK_MS).emitWithAck(event, payload);
    } catch {
      if (request.isTooLong) return TOO_LONG;
      throw new RequestFailed('no answer');
    } finally {
      this.#waiting.delete(request);
    }
  }

  /** The server has closed the line because of a message too long to read. That was the longest; it must not be repeated. */
  closedAsTooLong() {
    const [longest] = [...this.#waiting].sort((one, other) => other.length - one.length);
    if (longest) longest.isTooLong = true;
  }
}

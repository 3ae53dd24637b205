/** What a Connection does, on a wire inside this process. The test decides when it goes down and comes back. */
export class FakeConnection {
  #server;
  #handlers;
  #isOnline = false;

  constructor(server, side, handlers) {
    this.#server = server;
    this.#handlers = handlers;
    this.side = side;
    this.conversation = null;
    this.isClosed = false;
    this.reconnects = 0;
  }

  async connect() {
    const auth = await this.#handlers.auth?.();
    const refusal = this.#server.admit(this, auth);
    if (refusal) return this.#handlers.onStatus('refused', refusal);
    this.#isOnline = true;
    this.#handlers.onStatus('online');
    return this.#server.greet(this);
  }

  disconnect() {
    this.isClosed = true;
    this.drop();
  }

  drop() {
    this.#isOnline = false;
    this.#server.sockets.delete(this);
    if (!this.isClosed) this.#handlers.onStatus('offline');
  }

  async reconnect() {
    this.reconnects += 1;
    this.drop();
    await this.connect();
  }

  async request(event, payload) {
    if (!this.#isOnline) throw new Error('not connected');
    const ack = this.#server.answer(this, event, structuredClone(payload));
    if (ack === null || !this.#isOnline) throw new Error('no answer');
    return ack;
  }

  push(event, payload) {
    this.#handlers.onEvent(event, structuredClone(payload));
  }

  ping() {
    return this.#handlers.onPing();
  }

  wake() {
    this.#handlers.onWake();
  }
}

/** What a Connection does, on a wire inside this process. The test decides when it goes down and comes back. */
export class FakeConnection {
  #server;
  #handlers;
  #isOnline = false;

  /** `who` is `{side, staff}`; a youth is no staff. */
  constructor(server, who, handlers) {
    this.#server = server;
    this.#handlers = handlers;
    this.side = who.side;
    this.staff = who.staff ?? null;
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

  /** The line goes down; `code` is what the server may have said before. */
  drop(code) {
    this.#isOnline = false;
    if (this.#server.sockets.delete(this)) this.#server.gone(this);
    if (!this.isClosed) this.#handlers.onStatus('offline', code);
  }

  /** The server ends it for good. */
  dismiss(code) {
    this.disconnect();
    this.#handlers.onStatus('refused', code);
  }

  async reconnect() {
    this.reconnects += 1;
    this.drop();
    await this.connect();
  }

  async request(event, payload) {
    if (!this.#isOnline) throw new Error('not connected');
    const ack = this.#server.answer(this, event, structuredClone(payload));
    if (ack?.code === 'E_REPLACED') this.dismiss(ack.code);
    else if (ack === null || !this.#isOnline) throw new Error('no answer');
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

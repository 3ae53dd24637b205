/** A socket.io `io` factory whose sockets do what the test tells them to. `sockets` holds all that were made. */
export function fakeIo() {
  const sockets = [];
  const io = (namespace, options) => {
    const socket = new FakeSocket(namespace, options);
    sockets.push(socket);
    return socket;
  };
  return { io, sockets, newest: () => sockets.at(-1) };
}

class FakeSocket {
  #listeners = new Map();
  #anyListener = () => {};
  #pingListener = () => {};
  isConnecting = false;
  isDisconnected = false;
  emitted = [];
  answer = async () => ({ ok: true });
  io = { on: (name, listener) => (this.#pingListener = listener) };

  constructor(namespace, options) {
    this.namespace = namespace;
    this.options = options;
  }

  on(name, listener) {
    this.#listeners.set(name, listener);
  }

  onAny(listener) {
    this.#anyListener = listener;
  }

  connect() {
    this.isConnecting = true;
  }

  disconnect() {
    this.isDisconnected = true;
  }

  timeout(ms) {
    return {
      emitWithAck: (event, payload) => {
        this.emitted.push({ event, payload, ms });
        return this.answer(event);
      },
    };
  }

  /** The server or the network does something: connect, connect_error, disconnect. */
  happens(name, ...details) {
    this.#listeners.get(name)(...details);
  }

  hears(name, payload) {
    this.#anyListener(name, payload);
  }

  pings() {
    this.#pingListener();
  }
}

// The peer we are compared with: the least that a Socket.IO server can do. It stores nothing, checks nothing, and
// forwards a message from one side of a conversation to the other.
//
//   node --expose-gc relay.js PORT

import { Server } from 'socket.io';

const OTHER = { youth: 'counsellor', counsellor: 'youth' };

const io = new Server(Number(process.argv[2]), {
  serveClient: false,
  pingInterval: 10_000,
  pingTimeout: 15_000,
  maxHttpBufferSize: 32 * 1024,
});

for (const side of Object.keys(OTHER)) {
  io.of(`/${side}`).on('connection', (socket) => {
    socket.join(socket.handshake.auth.conversations ?? []);
    socket.on('join', ({ conversation }, ack) => {
      socket.join(conversation);
      ack({ ok: true });
    });
    socket.on('send', ({ conversation, cid, body }, ack) => {
      io.of(`/${OTHER[side]}`).to(conversation).emit('entry', { conversation, kind: 'message', from: side, cid, body });
      ack({ ok: true });
    });
    socket.on('heartbeat', (_, ack) => ack({ ok: true }));
    socket.on('sync', (_, ack) => ack({ ok: true, last: Infinity }));
  });
}

// What is garbage already must not count as memory of a connection.
process.on('SIGUSR2', () => globalThis.gc());

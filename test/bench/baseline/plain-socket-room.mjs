// Baseline: a plain Socket.IO room with the transports and bytes of the product, without policy or storage.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const template = JSON.parse(process.env.FRAME);
const server = createServer((req, res) => {
  const parts = [];
  req.on('data', (part) => parts.push(part));
  req.on('end', () => {
    const { body } = JSON.parse(Buffer.concat(parts).toString());
    io.to('room').emit('message', { ...template, body });
    const text = JSON.stringify({ data: { postMessage: { ...template, body } } });
    res.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    res.end(text);
  });
});
const io = new Server(server, {
  path: '/realtime',
  transports: ['websocket', 'polling'],
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
});
io.on('connection', (socket) => {
  socket.on('watch', (_what, answer) => {
    void socket.join('room');
    answer({ ok: true });
  });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

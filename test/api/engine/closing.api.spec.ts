import { once } from 'node:events';
import { connect } from 'node:net';
import { startApp } from '../../support/app/app.js';

/** Closing took ten seconds when it waited for them. */
const WITHIN_MS = 5_000;

it(
  'does not wait for connections that have not asked anything',
  async () => {
    const app = await startApp();
    const { hostname, port } = new URL(app.url);
    const sockets = [];
    for (const said of ['', 'GET /health/ready HTTP/1.1\r\nHost: a']) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.on('error', () => undefined).write(said);
      sockets.push(socket);
    }
    await fetch(`${app.url}/health/ready`); // the server knows the others by now
    const ended = Promise.all(sockets.map((socket) => once(socket, 'close')));

    await app.stop();

    await ended;
  },
  WITHIN_MS,
);

import { once } from 'node:events';
import { connect } from 'node:net';
import { STARTS_WITHIN_MS, type TestApp, startApp } from '../../support/app/app.js';

/** Shutdown took ten seconds when it waited for these connections. */
const WITHIN_MS = 5_000;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, STARTS_WITHIN_MS);

it(
  'shutdown does not wait for connections without a complete request',
  async () => {
    const { hostname, port } = new URL(app.url);
    const sockets = [];
    for (const said of ['', 'GET /health/ready HTTP/1.1\r\nHost: a']) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.on('error', () => undefined).write(said);
      sockets.push(socket);
    }
    await fetch(`${app.url}/health/ready`); // by now the server has accepted the other connections
    const ended = Promise.all(sockets.map((socket) => once(socket, 'close')));

    await app.stop();

    await ended;
  },
  WITHIN_MS,
);

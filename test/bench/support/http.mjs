// A client that costs the machine little: requests are made once, answers are cut out by their length.
import net from 'node:net';

/** The bytes of a POST with a JSON body. */
export function postOf(port, path, body, headers = {}) {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
}

/** A GraphQL document as the browser of this person would send it. */
export const graphqlOf = (port, cookie, query, variables) =>
  postOf(port, '/graphql', { query, variables }, { cookie, origin: `http://127.0.0.1:${port}` });

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /content-length: *(\d+)/i;

/** One kept-alive connection; one request at a time. Rejects what is under way when the connection ends. */
export class Connection {
  /** `from` is the loopback address that the server shall see. */
  constructor(port, from) {
    const own = from && { localAddress: from };
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true, ...own });
    this.parts = [];
    this.size = 0;
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => {
      this.isClosed = true;
      this.pending?.reject(new Error('closed'));
      this.pending = undefined;
    });
  }

  send(bytes) {
    if (this.isClosed) return Promise.reject(new Error('closed'));
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(bytes);
    });
  }

  close() {
    this.socket.destroy();
  }

  take(chunk) {
    this.parts.push(chunk);
    this.size += chunk.length;
    if (this.wanted !== undefined && this.size < this.wanted) return;
    const all = this.parts.length === 1 ? chunk : Buffer.concat(this.parts);
    this.parts = [all];
    const end = all.indexOf(HEAD_END);
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    this.wanted = end + 4 + Number(LENGTH.exec(head)?.[1] ?? 0);
    if (this.size < this.wanted) return;
    const body = all.subarray(end + 4, this.wanted);
    [this.parts, this.size, this.wanted] = [[], 0, undefined];
    const { pending } = this;
    this.pending = undefined;
    pending?.resolve({ status: Number(head.slice(9, 12)), head, body });
  }
}

/** The data of one GraphQL answer; throws what refused it. */
export async function ask(connection, bytes) {
  const answer = JSON.parse((await connection.send(bytes)).body.toString());
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/**
 * `connections` clients ask again and again for `ms`, each what `next(client, count)` gives. Gives requests a second and the
 * milliseconds of each. Every answer must be 200 and without errors.
 */
export async function load({ port, connections = 32, ms, next }) {
  const clients = Array.from({ length: connections }, () => new Connection(port));
  const times = [];
  const began = performance.now();
  const end = began + ms;
  await Promise.all(
    clients.map(async (client, at) => {
      for (let count = 0; performance.now() < end; count++) {
        const sent = performance.now();
        const { status, body } = await client.send(next(at, count));
        times.push(performance.now() - sent);
        if (status !== 200 || body.includes('"errors"')) throw new Error(body.toString());
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const client of clients) client.close();
  return { perSecond: times.length / seconds, count: times.length, times };
}

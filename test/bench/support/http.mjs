// A cheap HTTP client: requests are built once, answers are split by Content-Length.
import net from 'node:net';

export function postRequest(port, path, body, headers = {}) {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
}

/** Returns the bytes of a GraphQL request with this account's cookie. */
export const graphqlRequest = (port, cookie, query, variables) =>
  postRequest(
    port,
    '/graphql',
    { query, variables },
    { cookie, origin: `http://127.0.0.1:${port}` },
  );

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /content-length: *(\d+)/i;

/** One keep-alive connection with one request at a time. Rejects the pending request when the connection ends. */
export class HttpConnection {
  /** `from`: the loopback address to connect from. */
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

/** Returns the data of one GraphQL answer; throws on an error answer. */
export async function sendGraphql(connection, bytes) {
  const answer = JSON.parse((await connection.send(bytes)).body.toString());
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/**
 * Runs `connections` clients for `ms`, each sending what `next(client, count)` returns. Returns requests per second and
 * the milliseconds of each. Throws unless every answer is 200 without errors.
 */
export async function runHttpLoad({ port, connections = 32, ms, next }) {
  const clients = Array.from({ length: connections }, () => new HttpConnection(port));
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

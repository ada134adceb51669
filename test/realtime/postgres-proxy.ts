import { type AddressInfo, createServer, type Socket, connect } from 'node:net';

/** A node's connection to PostgreSQL through a proxy, which a test can interrupt. */
export interface PostgresProxy {
  /** The address of the database through the proxy. */
  readonly url: string;
  /** Blocks the connection that listens for NOTIFY, in both directions, without closing it. */
  hold(): void;
  /** Closes the connection that listens for NOTIFY, and refuses new ones. */
  cut(): void;
  /** Stops blocking and refusing connections. */
  mend(): void;
  close(): Promise<void>;
}

interface Line {
  readonly near: Socket;
  readonly far: Socket;
  listens: boolean;
}

/** Starts a proxy to a database. The proxy recognises a node's listening connection by its first statement. */
export async function startPostgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const target = new URL(databaseUrl);
  const lines = new Set<Line>();
  let mode: 'open' | 'held' | 'cut' = 'open';
  const isBlocked = (line: Line) => line.listens && mode !== 'open';
  const pass = (line: Line, to: Socket, bytes: Buffer) => {
    if (!line.listens && bytes.includes('listen trama')) line.listens = true;
    if (line.listens && mode === 'cut') return end(line);
    if (!isBlocked(line)) to.write(bytes);
  };
  const end = (line: Line) => {
    lines.delete(line);
    line.near.destroy();
    line.far.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const line: Line = { near, far, listens: false };
    lines.add(line);
    near.on('data', (bytes) => pass(line, far, bytes));
    far.on('data', (bytes) => pass(line, near, bytes));
    for (const side of [near, far]) side.on('error', () => end(line)).on('close', () => end(line));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    hold: () => void (mode = 'held'),
    cut() {
      mode = 'cut';
      for (const line of lines) if (line.listens) end(line);
    },
    mend() {
      const wasHeld = mode === 'held';
      mode = 'open';
      // The proxy dropped bytes of this connection, so the connection is unusable.
      if (wasHeld) for (const line of lines) if (line.listens) end(line);
    },
    async close() {
      for (const line of lines) end(line);
      await new Promise((done) => server.close(done));
    },
  };
}

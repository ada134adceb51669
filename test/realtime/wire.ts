import { type AddressInfo, createServer, type Socket, connect } from 'node:net';

/** The line to PostgreSQL of one node, which a test can cut. */
export interface Wire {
  /** The database's address by way of this wire. */
  readonly url: string;
  /** Nothing passes any more on the connection that listens, in either direction; no end is told. */
  hold(): void;
  /** The connection that listens is broken off, and none is let through that would listen again. */
  cut(): void;
  /** Everything passes again. */
  mend(): void;
  close(): Promise<void>;
}

interface Line {
  readonly near: Socket;
  readonly far: Socket;
  listens: boolean;
}

/** Passes bytes on to a database; knows the connection of a node that listens by its first words. */
export async function wireTo(databaseUrl: string): Promise<Wire> {
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
      // What was swallowed cannot be given back: such a connection is broken.
      if (wasHeld) for (const line of lines) if (line.listens) end(line);
    },
    async close() {
      for (const line of lines) end(line);
      await new Promise((done) => server.close(done));
    },
  };
}

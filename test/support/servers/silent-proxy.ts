import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy that can fall silent: it takes every byte, passes none on, and ends no connection. */
export interface SilentProxy {
  /** The address of the other side by way of this proxy. */
  readonly url: string;
  /** Connections that are open now are silent for ever; later ones work. */
  silenceOpen(): void;
  /** All connections are silent, later ones too, until `restore`. */
  silenceAll(): void;
  /** Passes the first bytes that hold this text on, and no answer any more on the connection on which they came. */
  swallowAnswerTo(text: string): void;
  /** Later connections work again. */
  restore(): void;
  /** Ends all connections and refuses new ones, until `accept`. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  isSilent: boolean;
  hasNoAnswers: boolean;
}

export async function silentProxyTo(targetUrl: string): Promise<SilentProxy> {
  const target = new URL(targetUrl);
  const pairs = new Set<Pair>();
  let areNewSilent = false;
  let swallowed: string | undefined;
  const end = (pair: Pair) => {
    pairs.delete(pair);
    pair.near.destroy();
    pair.far.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair: Pair = { near, far, isSilent: areNewSilent, hasNoAnswers: false };
    pairs.add(pair);
    near.on('data', (bytes) => {
      if (swallowed && bytes.includes(swallowed)) {
        pair.hasNoAnswers = true;
        swallowed = undefined;
      }
      if (!pair.isSilent) far.write(bytes);
    });
    far.on('data', (bytes) => pair.isSilent || pair.hasNoAnswers || near.write(bytes));
    for (const side of [near, far]) side.on('error', () => end(pair)).on('close', () => end(pair));
  });
  const accept = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const refuse = async () => {
    const closed = new Promise((done) => server.close(done));
    for (const pair of pairs) end(pair);
    await closed;
  };
  await accept(0);
  const url = new URL(targetUrl);
  url.port = String((server.address() as AddressInfo).port);
  const silenceOpen = () => {
    for (const pair of pairs) pair.isSilent = true;
  };
  return {
    url: url.href,
    silenceOpen,
    silenceAll() {
      areNewSilent = true;
      silenceOpen();
    },
    swallowAnswerTo: (text) => void (swallowed = text),
    restore: () => void (areNewSilent = false),
    refuse,
    accept: () => accept(Number(url.port)),
    close: refuse,
  };
}

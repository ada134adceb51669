import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy that can fall silent: it then accepts all bytes, but forwards no byte and closes no connection. */
export interface SilentProxy {
  /** URL of the target through this proxy. */
  readonly url: string;
  /** Makes the open connections silent for good. Later connections work. */
  silenceOpen(): void;
  /** Makes all connections silent, also later ones, until `restore` is called. */
  silenceAll(): void;
  /** Forwards the first request that contains this text, but drops all further responses on the same connection. */
  swallowAnswerTo(text: string): void;
  /** Lets later connections work again. */
  restore(): void;
  /** Closes all connections and refuses new connections until `accept` is called. */
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

export async function startSilentProxy(targetUrl: string): Promise<SilentProxy> {
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

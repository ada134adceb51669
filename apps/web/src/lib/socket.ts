import type { Socket } from 'socket.io-client';
import { setSocketState } from './connection';

/** A small notice that something changed: `subject` names what, `id` which. */
export interface News {
  subject: string;
  id: string;
}

/** The answer to watch: allowed, or a code of the closed list. */
export interface WatchAnswer {
  ok?: true;
  code?: string;
}

export interface Watching {
  /** Every message of the channel, as the server sends it. */
  onMessage?: (message: { id: string; channelId: string; version: number }) => void;
  /** The server let go of it: removed, session over. */
  onEnded?: (reason: string) => void;
  /** After each (re)connection that may watch: time to catch up. */
  onWatching?: () => void;
  /** It may not be watched. */
  onRefused?: (code: string) => void;
}

type Subject = Readonly<Record<string, string>>;
interface Watch extends Watching {
  subject: Subject;
}

const watches = new Set<Watch>();
const newsListeners = new Set<(news: News) => void>();
let opening: Promise<Socket> | undefined;

/** Loaded on first use; websocket first, polling when that fails; waits longer each time, spread at random. */
async function open(): Promise<Socket> {
  const { io } = await import('socket.io-client');
  const socket = io({
    path: '/realtime',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 20_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
  });
  socket.on('connect', () => {
    setSocketState('up');
    watches.forEach((watch) => void ask(socket, watch));
  });
  socket.on('disconnect', () =>
    setSocketState(watches.size + newsListeners.size > 0 ? 'down' : 'idle'),
  );
  socket.on('connect_error', () => setSocketState('down'));
  socket.on('news', (news: News) => newsListeners.forEach((listener) => listener(news)));
  socket.on('message', (message) => watches.forEach((watch) => watch.onMessage?.(message)));
  socket.on('ended', ({ reason }: { reason: string }) =>
    watches.forEach((watch) => watch.onEnded?.(reason)),
  );
  addEventListener('online', () => socket.connect());
  return socket;
}

async function ask(socket: Socket, watch: Watch): Promise<void> {
  const answer: WatchAnswer = await socket
    .timeout(10_000)
    .emitWithAck('watch', watch.subject)
    .catch(() => ({}));
  if (!watches.has(watch)) return;
  if (answer.ok) watch.onWatching?.();
  else if (answer.code) watch.onRefused?.(answer.code);
}

function connected(): Promise<Socket> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    setSocketState('down');
    throw error;
  });
  return opening;
}

/** Listens to one subject, `{ channel: id }`, through every reconnection, until the function it gives is called. */
export function watch(subject: Subject, watching: Watching): () => void {
  const entry: Watch = { ...watching, subject };
  watches.add(entry);
  void connected().then(
    (socket) => (socket.connected ? ask(socket, entry) : undefined),
    () => undefined,
  );
  return () => {
    watches.delete(entry);
    void opening?.then(
      (socket) => socket.emit('unwatch', subject),
      () => undefined,
    );
  };
}

/** Listens to the news of this account until the function it gives is called. */
export function onNews(listener: (news: News) => void): () => void {
  newsListeners.add(listener);
  void connected().catch(() => undefined);
  return () => newsListeners.delete(listener);
}

/** Hangs up: on sign-out and lock. */
export function hangUp(): void {
  void opening?.then(
    (socket) => socket.disconnect(),
    () => undefined,
  );
  opening = undefined;
}

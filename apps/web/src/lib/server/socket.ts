import type { Socket } from 'socket.io-client';
import { setSocketState } from './connection';
import { accountId } from '../device/page-account';
import { isDataSaverOn } from '../device/data-saver';

/** Change notice from the server: `subject` is the kind of thing that changed, `id` its id. */
export interface SocketNews {
  subject: string;
  id: string;
}

/** A complete message of a channel, as the server broadcasts it. */
export interface BroadcastMessage {
  id: string;
  channelId: string;
  version: number;
}

export interface WatchHandlers {
  onMessage?: (message: BroadcastMessage) => void;
  /**
   * Called when the subscription starts, after a reconnect, and when access may have changed. The handler must load the
   * changes that it missed.
   */
  onCatchUp?: () => void;
  /** Called with an error code when the server refuses the subscription. */
  onRefused?: (code: string) => void;
}

type Subject = Readonly<Record<string, string>>;
interface Watch extends WatchHandlers {
  subject: Subject;
}

const FAILURES_BEFORE_DOUBT = 3;
const watches = new Set<Watch>();
const newsListeners = new Set<(news: SocketNews) => void>();
let opening: Promise<Socket> | undefined;
let failures = 0;
let isLetIn = true;
let onDoubt: () => void = () => undefined;

/**
 * Sets the function to call when the server may have ended the session: it closed the socket or refuses connections.
 */
export function setSessionDoubtHandler(act: () => void): void {
  onDoubt = act;
}

/** Loads socket.io on first use. Tries WebSocket first, then polling, with increasing random delays. */
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
    // Sent with each connection, because the browser may have signed in to another account since the page was loaded.
    auth: (done) => done({ account: accountId() }),
    query: isDataSaverOn() ? { saver: '1' } : {},
  });
  void import('../device/data-usage').then(
    ({ countDataUsage }) => countDataUsage(socket.io),
    nothing,
  );
  followLine(socket);
  socket.on('news', hearNews);
  socket.on('message', (message: BroadcastMessage) => {
    for (const watch of watches) {
      if (watch.subject['channel'] === message.channelId) watch.onMessage?.(message);
    }
  });
  socket.on('ended', () => onDoubt());
  // Disconnects first: the old connection may be dead without an event, and a socket that waits for a retry ignores
  // `connect()`.
  addEventListener('online', () => socket.disconnect().connect());
  return socket;
}

function followLine(socket: Socket): void {
  socket.on('connect', () => {
    failures = 0;
    setSocketState('up');
    for (const watch of watches) void ask(socket, watch);
  });
  socket.on('disconnect', () => setSocketState('down'));
  socket.on('connect_error', () => {
    setSocketState('down');
    failures += 1;
    if (failures % FAILURES_BEFORE_DOUBT === 0 && navigator.onLine) onDoubt();
  });
}

/** A notice about a subscribed subject also means that the viewer's access to it may have changed. */
function hearNews(news: SocketNews): void {
  for (const watch of watches) {
    if (watch.subject[news.subject] === news.id) watch.onCatchUp?.();
  }
  for (const listener of newsListeners) listener(news);
}

async function ask(socket: Socket, watch: Watch): Promise<void> {
  const answer: { ok?: true; code?: string } = await socket
    .timeout(10_000)
    .emitWithAck('watch', watch.subject)
    .catch(() => ({}));
  if (!watches.has(watch)) return;
  if (answer.ok) watch.onCatchUp?.();
  else if (answer.code) watch.onRefused?.(answer.code);
}

/** Suspended and former accounts get no socket: the server refuses it, so no connection is attempted. */
export function allowSocketFor(standing: string): void {
  isLetIn = standing !== 'suspended' && standing !== 'former';
  if (!isLetIn) closeSocket();
  else if (watches.size + newsListeners.size > 0) void connected().catch(nothing);
}

function connected(): Promise<Socket> {
  if (!isLetIn) return Promise.reject(new Error('not let in'));
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    setSocketState('down');
    throw error;
  });
  return opening;
}

const nothing = () => undefined;

/**
 * Subscribes to one subject, for example `{ channel: id }`, and subscribes again after each reconnect. Returns a
 * function that unsubscribes.
 */
export function watchSubject(subject: Subject, watching: WatchHandlers): () => void {
  const entry: Watch = { ...watching, subject };
  watches.add(entry);
  void connected().then((socket) => (socket.connected ? ask(socket, entry) : undefined), nothing);
  return () => {
    watches.delete(entry);
    if ([...watches].some((other) => isSame(other.subject, subject))) return;
    void opening?.then((socket) => socket.connected && socket.emit('unwatch', subject), nothing);
  };
}

function isSame(one: Subject, other: Subject): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Subscribes to the notices for this account. Returns a function that unsubscribes. */
export function onNews(listener: (news: SocketNews) => void): () => void {
  newsListeners.add(listener);
  void connected().catch(nothing);
  return () => newsListeners.delete(listener);
}

/** Reconnects, so that a changed device setting takes effect. */
export function reopenSocket(): void {
  if (!opening) return;
  closeSocket();
  void connected().catch(nothing);
}

/** Closes the connection, on sign-out and lock. */
export function closeSocket(): void {
  void opening?.then((socket) => socket.disconnect(), nothing);
  opening = undefined;
  setSocketState('idle');
}

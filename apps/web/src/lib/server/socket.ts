import type { Socket } from 'socket.io-client';
import { setSocketState } from './connection';
import { accountId } from '../device/account';
import { isSaver } from '../device/saver';

/** A small notice that something changed: `subject` names what, `id` which. */
export interface News {
  subject: string;
  id: string;
}

/** A message of a channel, whole, as the server sends it. */
export interface SentMessage {
  id: string;
  channelId: string;
  version: number;
}

export interface Watching {
  onMessage?: (message: SentMessage) => void;
  /** It is watched (again), or the right to it may have changed: ask for what came meanwhile. */
  onCatchUp?: () => void;
  /** It may not be watched: a code of the closed list. */
  onRefused?: (code: string) => void;
}

type Subject = Readonly<Record<string, string>>;
interface Watch extends Watching {
  subject: Subject;
}

const FAILURES_BEFORE_DOUBT = 3;
const watches = new Set<Watch>();
const newsListeners = new Set<(news: News) => void>();
let opening: Promise<Socket> | undefined;
let failures = 0;
let isLetIn = true;
let onDoubt: () => void = () => undefined;

/** What to do when the server may no longer know the session: it hung up, or lets nobody in. */
export function whenInDoubt(act: () => void): void {
  onDoubt = act;
}

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
    // Named at each connection: the browser may have the session of another account by then.
    auth: (done) => done({ account: accountId() }),
    query: isSaver() ? { saver: '1' } : {},
  });
  void import('../device/meter').then(({ meter }) => meter(socket.io), nothing);
  followLine(socket);
  socket.on('news', hearNews);
  socket.on('message', (message: SentMessage) => {
    for (const watch of watches) {
      if (watch.subject['channel'] === message.channelId) watch.onMessage?.(message);
    }
  });
  socket.on('ended', () => onDoubt());
  // An old connection may be dead without knowing, and one that waits for its turn does not listen to connect() alone.
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

/** News of something that is watched means that the right to it may have changed. */
function hearNews(news: News): void {
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

/** Whose account is suspended or former hears nothing: no socket of theirs is let in, so none is tried. */
export function listenAs(standing: string): void {
  isLetIn = standing !== 'suspended' && standing !== 'former';
  if (!isLetIn) hangUp();
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

/** Listens to one subject, `{ channel: id }`, through every reconnection, until the function it gives is called. */
export function watch(subject: Subject, watching: Watching): () => void {
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

/** Listens to the news of this account until the function it gives is called. */
export function onNews(listener: (news: News) => void): () => void {
  newsListeners.add(listener);
  void connected().catch(nothing);
  return () => newsListeners.delete(listener);
}

/** A new connection in the place of the old one, as the device wants it by now. */
export function redial(): void {
  if (!opening) return;
  hangUp();
  void connected().catch(nothing);
}

/** Hangs up: on sign-out and lock. */
export function hangUp(): void {
  void opening?.then((socket) => socket.disconnect(), nothing);
  opening = undefined;
  setSocketState('idle');
}

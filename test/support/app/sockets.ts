import { io, type Socket } from 'socket.io-client';
import type { Requester } from './client.js';
import { nextNode } from './next-node.js';

export interface ReceivedFrame {
  readonly event: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects
  readonly body: any;
}

/** An open socket and everything that it received. */
export interface TestSocket {
  readonly socket: Socket;
  readonly frames: ReceivedFrame[];
  /** Bodies of all received frames of one event. */
  received(event: string): any[];
  emit(event: string, ...args: unknown[]): Promise<any>;
  /** Resolves with the first frame that matches, whether it has been received already or arrives later. */
  until(event: string, fits?: (body: any) => boolean): Promise<any>;
}

const PATIENCE_MS = 20_000;

const openSockets = new Set<Socket>();

interface TestSocketOptions {
  readonly origin?: string | undefined;
  readonly transports?: string[];
  readonly reconnection?: boolean;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly auth?: Record<string, string>;
}

/** Opens a socket as a browser does, with Cookie and Origin. Rejects when the handshake is refused. */
export async function openSocket(
  asker: Requester,
  options: TestSocketOptions = {},
): Promise<TestSocket> {
  const { cookie } = asker;
  const app = nextNode(asker.app);
  const { transports = ['websocket'], reconnection = false } = options;
  const from = 'origin' in options ? options.origin : app.origin;
  const socket = io(app.url, {
    path: '/realtime',
    transports,
    reconnection,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    forceNew: true,
    query: options.query ?? {},
    auth: options.auth ?? {},
    extraHeaders: {
      ...options.headers,
      ...(from !== undefined && { origin: from }),
      ...(cookie && { cookie }),
    },
  });
  openSockets.add(socket);
  const frames: ReceivedFrame[] = [];
  socket.onAny((event: string, body: unknown) => frames.push({ event, body }));
  const ear: TestSocket = {
    socket,
    frames,
    received: (event) => frames.filter((frame) => frame.event === event).map((frame) => frame.body),
    emit: (event, ...args) => socket.timeout(PATIENCE_MS).emitWithAck(event, ...args),
    until: (event, fits = () => true) => frameOf(socket, frames, event, fits),
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return ear;
}

/**
 * Registers one listener only. Two frames may arrive in one tick, and a listener that is added between them would miss
 * the second frame.
 */
function frameOf(
  socket: Socket,
  frames: readonly ReceivedFrame[],
  event: string,
  fits: (body: any) => boolean,
): Promise<any> {
  const there = frames.find((frame) => frame.event === event && fits(frame.body));
  if (there) return Promise.resolve(there.body);
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      socket.off(event, hear);
    };
    const hear = (body: any) => {
      if (!fits(body)) return;
      done();
      resolve(body);
    };
    const timer = setTimeout(() => {
      done();
      const heard = frames.map((frame) => `${frame.event} ${JSON.stringify(frame.body)}`);
      const state = socket.connected ? 'open' : 'closed';
      reject(new Error(`No such ${event} on the ${state} socket; heard: ${heard.join(', ')}`));
    }, PATIENCE_MS);
    socket.on(event, hear);
  });
}

/**
 * Resolves when every open socket has received everything that was sent to it before. Frames keep their order, so a
 * reply arrives after all earlier frames.
 */
export async function waitForFrames(): Promise<void> {
  const open = [...openSockets].filter((socket) => socket.connected);
  const answers = open.map((socket) =>
    socket
      .timeout(PATIENCE_MS)
      .emitWithAck('unwatch', null)
      .catch((error: unknown) => {
        if (socket.connected) throw error; // A socket that has closed receives nothing more.
      }),
  );
  await Promise.all(answers);
}

/** Resolves with the client's reason for the disconnection when the socket closes. */
export function waitForClose({ socket }: TestSocket): Promise<string> {
  if (!socket.connected) return Promise.resolve('closed');
  return new Promise((resolve) => socket.once('disconnect', resolve));
}

/** Closes all sockets that a test left open. Call it in afterEach. */
export function closeAllSockets(): void {
  for (const socket of openSockets) socket.disconnect();
  openSockets.clear();
}

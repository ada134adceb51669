import type { Socket } from 'socket.io';

const MAX_FRAMES = 256;
const MAX_BYTES = 1024 * 1024;

/** Properties of an Engine.IO connection that its types do not declare. */
interface Buffered {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { bufferedAmount?: number; terminate?(): void } };
}

/** Whether the send buffer of a slow client exceeds 256 frames or 1 MB. */
export function isReadingTooSlowly(conn: Socket['conn']): boolean {
  const { writeBuffer, transport } = conn as unknown as Buffered;
  if (writeBuffer.length > MAX_FRAMES) return true;
  const inFlight = transport.socket?.bufferedAmount ?? 0;
  const waiting = writeBuffer.reduce((sum, packet) => sum + sizeOf(packet.data), 0);
  return inFlight + waiting > MAX_BYTES;
}

const sizeOf = (data: unknown): number =>
  typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;

/** Closes a connection without the close handshake, which would wait 30 s for a client that does not read. */
export function terminateConnection(conn: Socket['conn']): void {
  const { transport } = conn as unknown as Buffered;
  conn.close(true);
  transport.socket?.terminate?.();
}

import type { Server } from 'socket.io';

interface Packet {
  readonly data: readonly [event: string, ...each: unknown[]];
}
interface Encoding {
  _encode(packet: Packet, options: { wsPreEncodedFrame?: Buffer[] }): string[];
}

/** Between two packets that a line without WebSocket gets as one text, by the protocol of Engine.IO; JSON never holds it. */
const NEXT_PACKET = '\u001e4';

/**
 * Socket.IO makes the bytes of a frame once for everybody in a room, but in two pieces, a head and a body, which each line
 * then gathers for itself. In one piece they are written as they are: a fifth less work for each delivery. What is emitted
 * to a room with several values arrives as that many events, each with one, and is written at once.
 */
export function writeFramesWhole(io: Server): void {
  const adapter = io.of('/').adapter as unknown as Encoding;
  const encode = adapter._encode.bind(adapter);
  adapter._encode = (packet, options) => {
    const [event, ...values] = packet.data;
    const packets =
      values.length > 1 ? values.map((value) => ({ ...packet, data: [event, value] })) : [packet];
    const frames: Buffer[] = [];
    const texts = packets.flatMap((each) => {
      const text = encode(each as Packet, options);
      frames.push(...(options.wsPreEncodedFrame ?? []));
      return text;
    });
    if (frames.length > 0) options.wsPreEncodedFrame = [Buffer.concat(frames)];
    return values.length > 1 ? [texts.join(NEXT_PACKET)] : texts;
  };
}

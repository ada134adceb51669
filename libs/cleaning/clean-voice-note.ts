import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import {
  type CleanedFile,
  sortRemovedDataKinds,
  FileRefusedError,
  type RemovedDataKind,
} from '#cleaning/cleaned-file.js';

const MOST_SECONDS = 30 * 60;
/** An Opus packet lasts between 2.5 and 120 ms. */
const MOST_PACKETS = MOST_SECONDS * 400;
const MOST_PACKET_BYTES = 8_000;
/** Size of the required Opus header; optional data after it could identify the sender. */
const OPUS_HEAD_BYTES = 19;

/** Rewrites a voice note: copies its Opus packets and nothing else. */
export async function cleanVoiceNote(bytes: Buffer): Promise<CleanedFile> {
  try {
    return await rewrite(bytes);
  } catch (error) {
    if (error instanceof FileRefusedError) throw error;
    throw new FileRefusedError('broken');
  }
}

async function rewrite(bytes: Buffer): Promise<CleanedFile> {
  const input = new Input({ source: new BufferSource(bytes), formats: [WEBM] });
  const tracks = await input.getTracks();
  const [track] = await input.getAudioTracks();
  if (tracks.length !== 1 || !track || (await track.getCodec()) !== 'opus')
    throw new FileRefusedError('notAccepted');
  const removed = await traitsOf(input, bytes);
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  const seconds = await copy(track, source);
  await output.finalize();
  return {
    ...{ kind: 'voice', type: 'audio/webm', width: null, height: null },
    seconds: Math.round(seconds * 10) / 10,
    removed,
    parts: new Map([['original', Buffer.from(target.buffer!)]]),
  };
}

/**
 * Copies the packets and returns the duration in seconds. Live recorders do not write the duration, so it is measured.
 */
async function copy(track: InputAudioTrack, to: EncodedAudioPacketSource): Promise<number> {
  const heard = await track.getDecoderConfig();
  if (!heard || heard.numberOfChannels > 2) throw new FileRefusedError('notAccepted');
  const { codec, sampleRate, numberOfChannels } = heard;
  const description = headOf(heard.description);
  const decoderConfig = {
    codec,
    sampleRate,
    numberOfChannels,
    ...(description && { description }),
  };
  let [count, start, end] = [0, 0, 0];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const at = packet.timestamp;
    if (count === 0) start = at;
    if (++count > MOST_PACKETS || packet.byteLength > MOST_PACKET_BYTES || at > MOST_SECONDS)
      throw new FileRefusedError('tooMuchInside');
    const duration = packetSeconds(packet.data);
    end = Math.max(end, at + duration);
    await to.add(packet.clone({ timestamp: at - start, duration, type: 'key' }), { decoderConfig });
  }
  if (count === 0) throw new FileRefusedError('broken');
  return end - start;
}

function headOf(description: unknown): Uint8Array | undefined {
  if (!description) return undefined;
  const head = ArrayBuffer.isView(description)
    ? Buffer.from(description.buffer, description.byteOffset, description.byteLength)
    : Buffer.from(description as ArrayBuffer);
  // Accept only mapping family 0: one or two channels, and nothing after the nineteenth byte (RFC 7845, 5.1).
  if (head.toString('latin1', 0, 8) !== 'OpusHead' || head[18] !== 0)
    throw new FileRefusedError('broken');
  return new Uint8Array(head.subarray(0, OPUS_HEAD_BYTES));
}

const FRAME_MS = [
  ...[10, 20, 40, 60, 10, 20, 40, 60, 10, 20, 40, 60],
  ...[10, 20, 10, 20],
  ...[2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20],
];

/** Returns the duration of a packet in seconds, from its first byte (RFC 6716, 3.1). */
function packetSeconds(data: Uint8Array): number {
  const [toc, second] = data;
  if (toc === undefined) throw new FileRefusedError('broken');
  const code = toc & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (second ?? 0) & 63;
  return (FRAME_MS[toc >> 3]! * frames) / 1_000;
}

const INFO: readonly (readonly [id: string, RemovedDataKind])[] = [
  ['4461', 'dates'], // WebM element DateUTC
  ['4d80', 'device'], // WebM element MuxingApp
  ['5741', 'device'], // WebM element WritingApp
];

/** Lists the kinds of metadata that the file contains. */
async function traitsOf(input: Input, bytes: Buffer): Promise<RemovedDataKind[]> {
  const { raw: _raw, ...tags } = await input.getMetadataTags();
  const start = bytes.subarray(0, 4_096);
  const told = INFO.filter(([id]) => start.includes(Buffer.from(id, 'hex'))).map(
    ([, word]) => word,
  );
  const hasTags = Object.values(tags).some((value) => value !== undefined);
  return sortRemovedDataKinds([...told, ...(hasTags ? (['author'] as const) : [])]);
}

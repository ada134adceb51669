import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Requester, ErrorCode } from './client.js';

/** Text that the test files contain in every metadata field. Cleaning must remove it. */
export const PICTURE_CANARY = 'zarapito';

const EXIF = {
  IFD0: {
    Artist: PICTURE_CANARY,
    Copyright: PICTURE_CANARY,
    Make: PICTURE_CANARY,
    ImageDescription: PICTURE_CANARY,
  },
  IFD2: { UserComment: PICTURE_CANARY, MakerNote: PICTURE_CANARY },
  IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '3/1 7/1 8/1', GPSMapDatum: PICTURE_CANARY },
};
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${PICTURE_CANARY}"/></rdf:RDF></x:xmpmeta>`;

/** A PNG of a single colour. */
export const pngOfColour = (background: string) =>
  sharp({ create: { width: 400, height: 400, channels: 3, background } })
    .png()
    .toBuffer();

export const greenPicture = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#2f6b4f' } });

/** Returns the path of a colour profile that contains the canary. */
async function profile(folder: string): Promise<string> {
  const bytes = await greenPicture().jpeg().withIccProfile('p3').toBuffer();
  const { icc } = await sharp(bytes).metadata();
  const sung = Buffer.from(icc!);
  for (let at = 128 + 4; at < sung.length - 12; at += 1) {
    if (sung.toString('latin1', at, at + 4) === 'text') {
      sung.write(PICTURE_CANARY, at + 8, 'latin1');
      break;
    }
  }
  if (!sung.includes(PICTURE_CANARY))
    sung.write(PICTURE_CANARY, sung.length - PICTURE_CANARY.length, 'latin1');
  const path = join(folder, 'sung.icc');
  writeFileSync(path, sung);
  return path;
}

/** Returns one picture of each accepted type, with the canary in every metadata field of the type. */
export async function picturesWithCanary(): Promise<Map<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'trama-icc-'));
  const said = greenPicture()
    .withExif(EXIF as never)
    .withXmp(XMP)
    .withIccProfile(await profile(folder));
  const [jpeg, png, webp] = await Promise.all(
    (['jpeg', 'png', 'webp'] as const).map((type) => said.clone().toFormat(type).toBuffer()),
  );
  const gif = await greenPicture().gif().toBuffer();
  rmSync(folder, { recursive: true });
  return new Map([
    ['jpeg', withAfter(jpeg!, 2, Buffer.from(`\xff\xfe\x00\x0a${PICTURE_CANARY}`, 'latin1'))],
    ['png', withAfter(png!, 33, chunk('tEXt', Buffer.from(`Author\0${PICTURE_CANARY}`)))],
    ['webp', webp!],
    [
      'gif',
      withAfter(gif, gif.length - 1, Buffer.from(`\x21\xfe\x08${PICTURE_CANARY}\x00`, 'latin1')),
    ],
  ]);
}

/**
 * Returns a picture that is red on the left and blue on the right, with EXIF orientation 6. After rotation, red is at
 * the top.
 */
export async function rotatedPicture(): Promise<Buffer> {
  const blue = { create: { width: 200, height: 200, channels: 3 as const, background: 'blue' } };
  const red = sharp({ create: { ...blue.create, width: 400, background: 'red' } });
  const both = await red
    .composite([{ input: blue, left: 200, top: 0 }])
    .png()
    .toBuffer();
  return sharp(both).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

/** Returns the red value of the first and of the last pixel row. */
export async function redOfEdgeRows(picture: Buffer): Promise<[top: number, bottom: number]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const last = (info.height - 1) * info.width * info.channels;
  return [data[0]!, data[last]!];
}

/** Inserts bytes at a position and appends the canary after the end of the file. */
const withAfter = (bytes: Buffer, at: number, more: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at), Buffer.from(PICTURE_CANARY)]);

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Returns a decompression bomb: a file of a few hundred bytes that claims to have 30,000 × 30,000 pixels. */
export function decompressionBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  const body = chunk('IDAT', deflateSync(Buffer.alloc(30_001 * 4)));
  return Buffer.concat([start, chunk('IHDR', header), body, chunk('IEND', Buffer.alloc(0))]);
}

/** An animation with the given number of tiny frames. */
export async function animationOfFrames(frames: number): Promise<Buffer> {
  const gif = await greenPicture(1, 1).gif().toBuffer();
  const at = gif.indexOf(0x2c, 13);
  const frame = gif.subarray(at, gif.length - 1);
  const rest = Array.from({ length: frames - 1 }, () => frame);
  return Buffer.concat([gif.subarray(0, gif.length - 1), ...rest, Buffer.from([0x3b])]);
}

/** Returns the chunk names of a WebP file, parsed independently of sharp. */
export function webpChunks(webp: Buffer): string[] {
  const parts: string[] = [];
  let at = 12;
  while (at + 8 <= webp.length) {
    parts.push(webp.toString('latin1', at, at + 4));
    const size = webp.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return at === webp.length ? parts : [...parts, 'something behind its end'];
}

export interface UploadedPicture {
  readonly status: number;
  readonly avatar?: string;
  readonly picture?: string;
  readonly code?: ErrorCode;
  readonly reason?: string;
}

/** Uploads a persona picture as the page does. */
export const uploadPersonaPicture = (who: Requester, membershipId: string, bytes: Buffer) =>
  uploadPicture(who, bytes, {}, `persona/${membershipId}`);

/** Uploads a picture of a group as the page does. */
export const uploadGroupPicture = (who: Requester, groupId: string, bytes: Buffer) =>
  uploadPicture(who, bytes, {}, `group/${groupId}`);

/** Uploads bytes as the page does. */
export async function uploadPicture(
  { app, cookie }: Requester,
  bytes: Buffer,
  headers: Record<string, string> = {},
  to = 'avatar',
): Promise<UploadedPicture> {
  const answer = await fetch(`${app.url}/uploads/${to}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      origin: app.origin,
      ...(cookie && { cookie }),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
  return { ...((await answer.json()) as object), status: answer.status };
}

/** Returns the paths of all stored files, without folders. */
export function storedFilePaths({ app }: Requester): string[] {
  const folder = join(app.dataDir, 'files');
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => one.name)
      .sort();
  } catch {
    return [];
  }
}

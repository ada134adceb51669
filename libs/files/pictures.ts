import { randomFillSync, randomInt } from 'node:crypto';
import type { Sharp } from 'sharp';
import { fileTypeFromBuffer } from 'file-type';
import { Invalid, TooMany } from '#kernel/errors.js';
import { Turns } from '#kernel/turns.js';

/** The only formats that are ever opened, and the reader of each; what a file is called says nothing. */
const READERS: Readonly<Record<string, string>> = {
  'image/jpeg': 'VipsForeignLoadJpeg',
  'image/png': 'VipsForeignLoadPng',
  'image/webp': 'VipsForeignLoadWebp',
  'image/gif': 'VipsForeignLoadNsgif',
};
const MOST_PIXELS = 40_000_000;
const SECONDS = 10;

/** Opening a picture takes a processor for a moment: one at a time, and few wait. */
const turns = new Turns(1, 8);

/**
 * The picture cut to a square and drawn anew in each size, as WebP: nothing of the old file comes along but its colours.
 * The same file drawn twice gives other bytes, so that no two are known as one by what they weigh or add up to.
 */
export async function squares(
  bytes: Buffer,
  sizes: readonly number[],
): Promise<Map<string, Buffer>> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !Object.hasOwn(READERS, type.mime)) throw new Invalid('upload.notAPicture');
  return turns.take(
    () => draw(bytes, sizes),
    () => new TooMany('upload.busy', SECONDS),
  );
}

async function draw(bytes: Buffer, sizes: readonly number[]): Promise<Map<string, Buffer>> {
  const sharp = await load();
  const drawn = new Map<string, Buffer>();
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
    const side = Math.max(...sizes);
    const { data, info } = await cut(source, side).raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    stir(data, channels);
    for (const size of sizes) {
      const plain = sharp(data, { raw: { width, height, channels } });
      drawn.set(
        String(size),
        await plain
          .resize(size, size)
          .webp({ quality: randomInt(80, 86) })
          .toBuffer(),
      );
    }
  } catch {
    // What the decoder says of a broken or monstrous file is of no use to whoever chose it.
    throw new Invalid('upload.unreadable');
  }
  return drawn;
}

/** Changes each colour by less than an eye sees; what is opaque stays so. */
function stir(pixels: Buffer, channels: number): void {
  const noise = randomFillSync(Buffer.alloc(pixels.length));
  const colours = channels % 2 === 0 ? channels - 1 : channels;
  for (let at = 0; at < pixels.length; at += 1) {
    if (at % channels >= colours) continue;
    pixels[at] = Math.max(0, Math.min(255, pixels[at]! + (noise[at]! % 5) - 2));
  }
}

/** How many squares a side has, and how far apart their colours may be on average, when two pictures are compared. */
const [SIDE, NEAR] = [16, 12];

/** Whether somebody who sees both takes two pictures of ours for one. */
export async function alike(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(inSquares));
  const apart = a!.reduce((sum, colour, at) => sum + Math.abs(colour - b![at]!), 0);
  return apart / a!.length < NEAR;
}

async function inSquares(picture: Buffer): Promise<Buffer> {
  const sharp = await load();
  const small = sharp(picture).resize(SIDE, SIDE, { fit: 'fill' });
  return small.flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer();
}

/** Turned as the camera held it, since what said so is left behind. */
const cut = (source: Sharp, side: number): Sharp =>
  source
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize(side, side, { fit: 'cover' })
    .toColourspace('srgb');

/** Loaded when the first picture comes. Every other reader of the library stays shut. */
async function load() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: Object.values(READERS) });
  return sharp;
}

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

/** The picture cut to a square and drawn anew in each size, as WebP: nothing of the old file comes along but its colours. */
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
    for (const size of sizes) {
      const plain = sharp(data, { raw: { width, height, channels } });
      drawn.set(String(size), await plain.resize(size, size).webp({ quality: 82 }).toBuffer());
    }
  } catch {
    // What the decoder says of a broken or monstrous file is of no use to whoever chose it.
    throw new Invalid('upload.unreadable');
  }
  return drawn;
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

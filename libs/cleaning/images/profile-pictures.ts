import { randomInt } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import {
  type CleanedFile,
  FileRefusedError,
  PROFILE_PICTURE_SIZES,
} from '#cleaning/cleaned-file.js';
import { addNoise } from '#cleaning/images/add-noise.js';

/** The only formats that are opened, with their decoder. The format is detected from the content. */
const READERS: Readonly<Record<string, string>> = {
  'image/jpeg': 'VipsForeignLoadJpeg',
  'image/png': 'VipsForeignLoadPng',
  'image/webp': 'VipsForeignLoadWebp',
  'image/gif': 'VipsForeignLoadNsgif',
};
const MOST_PIXELS = 40_000_000;
const SECONDS = 10;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: Object.values(READERS) });

/**
 * Crops a picture to a square and re-encodes it as WebP in each size; nothing but the pixels is kept. Re-encoding the
 * same file twice gives different bytes, so neither size nor hash links two pictures. Adds the part `alike` if the
 * result looks like one of `others`, which are stored pictures.
 */
export async function makeProfilePictures(
  bytes: Buffer,
  others: readonly Buffer[],
): Promise<CleanedFile> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!type || !Object.hasOwn(READERS, type.mime)) throw new FileRefusedError('notAccepted');
  const parts = await draw(bytes).catch(() => {
    throw new FileRefusedError('broken');
  });
  const small = parts.get(String(Math.min(...PROFILE_PICTURE_SIZES)))!;
  for (const other of others)
    if (await picturesLookAlike(small, other)) parts.set('alike', Buffer.from([1]));
  const side = Math.max(...PROFILE_PICTURE_SIZES);
  return {
    ...{ kind: 'image', type: 'image/webp', width: side, height: side, seconds: null },
    ...{ removed: [], parts },
  };
}

async function draw(bytes: Buffer): Promise<Map<string, Buffer>> {
  const drawn = new Map<string, Buffer>();
  const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  const side = Math.max(...PROFILE_PICTURE_SIZES);
  const { data, info } = await cut(source, side).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  for (const size of PROFILE_PICTURE_SIZES) {
    const plain = sharp(data, { raw: { width, height, channels } });
    // Add noise after resizing: resizing would average it out.
    const changed = await addNoise(plain.resize(size, size));
    const quality = randomInt(80, 86);
    drawn.set(String(size), await changed.webp({ quality }).toBuffer());
  }
  return drawn;
}

/**
 * Pictures are compared on a grid of SIDE × SIDE cells; NEAR is the maximum average colour difference of similar ones.
 */
const [SIDE, NEAR] = [16, 12];

/** Returns whether two stored pictures look the same to a person. */
export async function picturesLookAlike(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = [await inSquares(one), await inSquares(other)];
  const apart = a.reduce((sum, colour, at) => sum + Math.abs(colour - b[at]!), 0);
  return apart / a.length < NEAR;
}

function inSquares(picture: Buffer): Promise<Buffer> {
  const small = sharp(picture).resize(SIDE, SIDE, { fit: 'fill' });
  return small.flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer();
}

/** Applies the camera's orientation, because the tag that stores it is dropped. */
const cut = (source: Sharp, side: number): Sharp =>
  source
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize(side, side, { fit: 'cover' })
    .toColourspace('srgb');

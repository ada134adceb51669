import { randomFillSync, randomInt } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

/** How many numbers a pixel has: red, green, blue, alpha. */
export const CHANNELS = 4;
/** Pixels that are changed where all of them cannot be. */
const SOME = 96;
const SQUARE = 16;

/** Its pixels, changed by less than an eye sees: the same picture sent twice has no two files alike. */
export async function stirred(
  picture: Sharp,
  { isSparse = false }: { readonly isSparse?: boolean } = {},
): Promise<Sharp> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  if (isSparse) stirSome(data);
  else stirAll(data, info.width);
  const isOpaque = clear(data);
  const { width, height } = info;
  const drawn = sharp(data, { raw: { width, height, channels: CHANNELS } });
  return isOpaque ? drawn.removeAlpha() : drawn;
}

/** Noise on every pixel would make a losslessly compressed image many times larger. */
function stirSome(pixels: Buffer): void {
  const count = pixels.length / CHANNELS;
  for (let some = 0; some < SOME; some += 1) {
    const at = randomInt(count) * CHANNELS + randomInt(CHANNELS - 1);
    pixels[at] = pixels[at]! < 128 ? pixels[at]! + 1 : pixels[at]! - 1;
  }
}

/** Adds noise per colour and per square of pixels; lossy compression does not remove the second. */
function stirAll(pixels: Buffer, width: number): void {
  const noise = randomFillSync(Buffer.alloc(pixels.length));
  for (let pixel = 0; pixel < pixels.length / CHANNELS; pixel += 1) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const corner = (y - (y % SQUARE)) * width + x - (x % SQUARE);
    const square = noise[corner * CHANNELS + CHANNELS - 1]! % 3;
    const first = pixel * CHANNELS;
    for (let at = first; at < first + CHANNELS - 1; at += 1) {
      const colour = Math.abs(pixels[at]! + (noise[at]! % 3) + square - 2);
      pixels[at] = Math.min(colour, 2 * 255 - colour);
    }
  }
}

/** Zeroes the colour of fully transparent pixels, which could hide data; gives whether all are opaque. */
export function clear(pixels: Buffer): boolean {
  let isOpaque = true;
  for (let at = 0; at < pixels.length; at += CHANNELS) {
    const alpha = pixels[at + CHANNELS - 1];
    if (alpha !== 255) isOpaque = false;
    if (alpha === 0) pixels.fill(0, at, at + CHANNELS);
  }
  return isOpaque;
}

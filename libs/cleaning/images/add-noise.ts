import { randomFillSync, randomInt } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

export const VALUES_PER_PIXEL = 4;
/** Number of pixels that are changed in a lossless format. */
const SPARSE_PIXELS = 96;
const SQUARE = 16;

/** Adds invisible noise to a picture, so that the same picture sent twice gives two different files. */
export async function addNoise(
  picture: Sharp,
  { isSparse = false }: { readonly isSparse?: boolean } = {},
): Promise<Sharp> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  if (isSparse) changeSome(data);
  else changeAll(data, info.width);
  const isOpaque = clearTransparentPixels(data);
  const { width, height } = info;
  const drawn = sharp(data, { raw: { width, height, channels: VALUES_PER_PIXEL } });
  return isOpaque ? drawn.removeAlpha() : drawn;
}

/** Changes a few pixels, for lossless formats: noise in every pixel would make the file many times larger. */
function changeSome(pixels: Buffer): void {
  const count = pixels.length / VALUES_PER_PIXEL;
  for (let some = 0; some < SPARSE_PIXELS; some += 1) {
    const at = randomInt(count) * VALUES_PER_PIXEL + randomInt(VALUES_PER_PIXEL - 1);
    pixels[at] = pixels[at]! < 128 ? pixels[at]! + 1 : pixels[at]! - 1;
  }
}

/** Adds noise per colour channel, and noise per block of pixels, which lossy compression does not remove. */
function changeAll(pixels: Buffer, width: number): void {
  const noise = randomFillSync(Buffer.alloc(pixels.length));
  for (let pixel = 0; pixel < pixels.length / VALUES_PER_PIXEL; pixel += 1) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const corner = (y - (y % SQUARE)) * width + x - (x % SQUARE);
    const square = noise[corner * VALUES_PER_PIXEL + VALUES_PER_PIXEL - 1]! % 3;
    const first = pixel * VALUES_PER_PIXEL;
    for (let at = first; at < first + VALUES_PER_PIXEL - 1; at += 1) {
      const colour = Math.abs(pixels[at]! + (noise[at]! % 3) + square - 2);
      pixels[at] = Math.min(colour, 2 * 255 - colour);
    }
  }
}

/** Clears the colour of fully transparent pixels, which could hide data. Returns whether all pixels are opaque. */
export function clearTransparentPixels(pixels: Buffer): boolean {
  let isOpaque = true;
  for (let at = 0; at < pixels.length; at += VALUES_PER_PIXEL) {
    const alpha = pixels[at + VALUES_PER_PIXEL - 1];
    if (alpha !== 255) isOpaque = false;
    if (alpha === 0) pixels.fill(0, at, at + VALUES_PER_PIXEL);
  }
  return isOpaque;
}

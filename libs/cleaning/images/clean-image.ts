import { randomInt } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { type CleanedFile, FileRefusedError } from '#cleaning/cleaned-file.js';
import { imageMetadataKindsOf } from '#cleaning/images/image-metadata.js';
import { VALUES_PER_PIXEL, clearTransparentPixels, addNoise } from '#cleaning/images/add-noise.js';

const READERS = [
  'VipsForeignLoadJpeg',
  'VipsForeignLoadPng',
  'VipsForeignLoadWebp',
  'VipsForeignLoadNsgif',
];
/** Maximum number of pixels per picture, of pixels per animation, and of frames. */
const MOST = { pixels: 40_000_000, animated: 50_000_000, frames: 300 };
/** Maximum side length in pixels, larger than a screen. */
const LONGEST_SIDE = 4_096;
const THUMB_SIDE = 480;
const quality = () => randomInt(82, 87);

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READERS });

type Format = 'jpeg' | 'png' | 'webp' | 'gif';

/** Re-encodes an image in its own format and keeps nothing but the pixels. */
export async function cleanImage(bytes: Buffer, format: string): Promise<CleanedFile> {
  try {
    return await draw(bytes, format as Format);
  } catch (error) {
    if (error instanceof FileRefusedError) throw error;
    throw new FileRefusedError('broken');
  }
}

/** Re-encodes an image inside a document in its own format. Returns undefined if the format is not accepted. */
export async function reencodePicture(bytes: Buffer) {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const format = type?.mime.replace('image/', '') ?? '';
  if (!['jpeg', 'png', 'webp', 'gif'].includes(format)) return undefined;
  const { parts, removed } = await cleanImage(bytes, format);
  return { bytes: parts.get('original')!, removed };
}

async function draw(bytes: Buffer, format: Format): Promise<CleanedFile> {
  const about = await sharp(bytes, { limitInputPixels: false }).metadata();
  const isAnimated = isBounded(about) && (format === 'gif' || format === 'webp');
  const options = { limitInputPixels: MOST.animated, failOn: 'error' as const };
  const still = await addNoise(fitted(sharp(bytes, { ...options, pages: 1 }), LONGEST_SIDE, true), {
    isSparse: format === 'png' || format === 'gif',
  });
  const { data, info } = isAnimated
    ? await moving(sharp(bytes, { ...options, animated: true }), format, about)
    : await written(still, format);
  const small = still
    .clone()
    .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true });
  const thumb = await addNoise(small);
  return {
    ...{ kind: 'image', type: `image/${format}`, seconds: null },
    ...{ width: info.width, height: info.pageHeight ?? info.height },
    removed: imageMetadataKindsOf(bytes, about),
    parts: new Map([
      ['original', data],
      ['thumb', await thumb.webp({ quality: quality() }).toBuffer()],
    ]),
  };
}

/** Re-encodes all frames with their original delays. */
async function moving(source: Sharp, format: Format, { delay, loop = 0 }: Metadata) {
  const frames = fitted(source, LONGEST_SIDE, false).ensureAlpha().raw();
  const { data, info } = await frames.toBuffer({ resolveWithObject: true });
  const isOpaque = clearTransparentPixels(data);
  const { width, height, pageHeight } = info;
  const drawn = sharp(data, {
    limitInputPixels: false,
    raw: { width, height, channels: VALUES_PER_PIXEL, pageHeight: pageHeight! },
  });
  const picture = isOpaque ? drawn.removeAlpha() : drawn;
  const pace = { loop, ...(delay && { delay }) };
  const made = format === 'gif' ? picture.gif(pace) : picture.webp({ quality: quality(), ...pace });
  return made.toBuffer({ resolveWithObject: true });
}

/** Returns whether the image is animated. Refuses too many pixels or frames before decoding. */
function isBounded({ width, height, pages = 1, pageHeight }: Metadata): boolean {
  const pixels = width * (pageHeight ?? height);
  if (pixels > MOST.pixels || pages > MOST.frames || pixels * pages > MOST.animated)
    throw new FileRefusedError('tooMuchInside');
  return pages > 1;
}

/** Applies the camera's orientation, because the tag that stores it is dropped. */
const fitted = (source: Sharp, side: number, isStill: boolean): Sharp =>
  (isStill ? source.rotate() : source)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');

function written(picture: Sharp, format: Format) {
  const formats = {
    jpeg: () => picture.jpeg({ quality: quality() }),
    png: () => picture.png(),
    webp: () => picture.webp({ quality: quality() }),
    gif: () => picture.gif(),
  };
  return formats[format]().toBuffer({ resolveWithObject: true });
}

export interface ReducedImage {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Longest side in pixels, encoder quality and maximum size in bytes. */
interface ImageLimits {
  readonly side: number;
  readonly quality: number;
  readonly most: number;
}

export const NORMAL_IMAGE_LIMITS: ImageLimits = { side: 2_048, quality: 0.82, most: 1_500_000 };
export const DATA_SAVER_IMAGE_LIMITS: ImageLimits = {
  side: 1_280,
  quality: 0.7,
  most: 200 * 1_024,
};

/** Maximum number of attempts, each with a smaller size and quality. */
const TRIES = 6;

/**
 * Re-encodes an image in the browser, so that it is small and no location or camera metadata leaves the device. Returns
 * undefined if the browser cannot decode it.
 */
export async function reduceImage(
  file: Blob,
  measure: ImageLimits,
): Promise<ReducedImage | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  try {
    let { side, quality } = measure;
    for (let tries = 0; tries < TRIES; tries++) {
      const drawn = await draw(picture, side, quality);
      if (!drawn || drawn.blob.size <= measure.most) return drawn;
      side = Math.round(side * 0.8);
      quality = Math.max(0.5, quality - 0.08);
    }
    return undefined;
  } finally {
    picture.close();
  }
}

async function draw(
  from: ImageBitmap,
  side: number,
  quality: number,
): Promise<ReducedImage | undefined> {
  const part = Math.min(1, side / Math.max(from.width, from.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(from.width * part));
  canvas.height = Math.max(1, Math.round(from.height * part));
  const { width, height } = canvas;
  const paper = canvas.getContext('2d');
  if (!paper) return undefined;
  paper.fillStyle = '#fff'; // background for transparent areas, which a JPEG would make black
  paper.fillRect(0, 0, width, height);
  paper.drawImage(from, 0, 0, width, height);
  const as = (type: string) =>
    new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  const webp = await as('image/webp');
  // A browser that cannot encode WebP returns a PNG, which is too large.
  const blob = webp?.type === 'image/webp' ? webp : await as('image/jpeg');
  return blob ? { blob, width, height } : undefined;
}

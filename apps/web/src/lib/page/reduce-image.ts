export interface Reduced {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** The longest side, how well it is drawn, and how much it may weigh. */
interface Measure {
  readonly side: number;
  readonly quality: number;
  readonly most: number;
}

export const FULL: Measure = { side: 2_048, quality: 0.82, most: 1_500_000 };
export const SAVING: Measure = { side: 1_280, quality: 0.7, most: 200 * 1_024 };

/** Each try weighs clearly less than the one before. */
const TRIES = 6;

/**
 * An image drawn anew in the browser, so that it weighs little, and neither its place nor its camera ever leaves the
 * device. Undefined where the browser cannot read it.
 */
export async function reduceImage(file: Blob, measure: Measure): Promise<Reduced | undefined> {
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
): Promise<Reduced | undefined> {
  const part = Math.min(1, side / Math.max(from.width, from.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(from.width * part));
  canvas.height = Math.max(1, Math.round(from.height * part));
  const { width, height } = canvas;
  const paper = canvas.getContext('2d');
  if (!paper) return undefined;
  paper.fillStyle = '#fff'; // under what is transparent: a JPEG would make it black
  paper.fillRect(0, 0, width, height);
  paper.drawImage(from, 0, 0, width, height);
  const as = (type: string) =>
    new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  const webp = await as('image/webp');
  // A browser that writes no WebP gives a PNG instead, which weighs too much.
  const blob = webp?.type === 'image/webp' ? webp : await as('image/jpeg');
  return blob ? { blob, width, height } : undefined;
}

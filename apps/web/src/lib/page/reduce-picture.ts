/** Twice the largest displayed size: enough for a sharp picture, small enough for a slow network. */
const SIDE = 512;

/**
 * Crops a picture to its central square and re-encodes it, so that no location or camera metadata leaves the device.
 */
export async function reducePicture(file: Blob): Promise<Blob | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const side = Math.min(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.min(side, SIDE);
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
    const to = canvas.width;
    canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, to, to);
    picture.close();
    return await new Promise((done) =>
      canvas.toBlob((blob) => done(blob ?? undefined), 'image/webp', 0.9),
    );
  } catch {
    return undefined;
  }
}

/** Encodes a blob as a `data:` URL, because the content security policy allows no other source. */
export function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
}

/** Twice what the largest picture shows: enough for the server to draw it well, little enough for a slow line. */
const SIDE = 512;

/** A square out of the middle, drawn anew in the browser, so that neither its place nor its camera ever leaves it. */
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

/** As text, since a page of ours shows no other address than its own. */
export function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
}

import type { Locator, Page } from 'playwright-core';
import { anyOf, wholeText } from '../words.js';
import { button, main } from './shell.js';

/** A picture as somebody chooses it on their device. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Of a profile, or of what somebody is in one group. */
type Kind = 'avatar' | 'persona';

/** The pictures of people on a page, or in a part of it. They are decorations, so only their address tells what they are. */
export const pictures = (of: Page | Locator, kind: Kind): Locator =>
  of.locator(`img[src^="/files/${kind}/"]`);

/** Whether the browser could draw the first one; a picture far down is fetched when it is looked at, and a list may be rendered again meanwhile. */
export async function isDrawn(page: Page, kind: Kind): Promise<boolean> {
  const drawn = await page.waitForFunction((of) => {
    const image = document.querySelector<HTMLImageElement>(`img[src^="/files/${of}/"]`);
    image?.scrollIntoView();
    return image?.complete && image.naturalWidth > 0;
  }, kind);
  return Boolean(await drawn.jsonValue());
}

const CHOOSE = anyOf(wholeText('Elegir foto'), wholeText('Cambiar foto'));

/** Chooses a picture, looks at it, and sends it. */
export async function sendPicture(page: Page, file: PictureFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await main(page).getByRole('button', { name: CHOOSE }).click();
  await (await chooser).setFiles(file);
  await preview(page).waitFor();
  await button(page, 'Guardar foto').click();
}

/** Lets go of what was refused: it would pass for what is chosen next. */
export async function cancelPicture(page: Page): Promise<void> {
  await button(main(page), 'Cancelar').click();
  await preview(page).waitFor({ state: 'detached' });
}

/** How the chosen picture will look. */
const preview = (page: Page): Locator => page.getByRole('img', { name: wholeText('Así se verá') });

export const removePictureButton = (page: Page): Locator => button(page, 'Quitar foto');

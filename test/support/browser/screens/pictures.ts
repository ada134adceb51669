import type { Locator, Page } from 'playwright-core';
import { pngOfColour } from '../../app/test-pictures.js';
import { anyPattern, wholeText } from '../ui-texts.js';
import { buttonNamed, mainContent } from './page-layout.js';

/** A picture file that a person chooses on their device. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A profile picture, a persona's picture in one group, or the picture of a group. */
type Kind = 'avatar' | 'persona' | 'group';

/**
 * The pictures of people on a page or in a part of it. They are decorative and have no accessible name, so the locator
 * uses their URL.
 */
export const pictures = (of: Page | Locator, kind: Kind): Locator =>
  of.locator(`img[src^="/files/${kind}/"]`);

/**
 * Whether the browser has decoded the first picture. Scrolls to the picture, because pictures load lazily. A re-render
 * does not make it fail.
 */
export async function isPictureLoaded(page: Page, kind: Kind): Promise<boolean> {
  const drawn = await page.waitForFunction((of) => {
    const image = document.querySelector<HTMLImageElement>(`img[src^="/files/${of}/"]`);
    image?.scrollIntoView();
    return image?.complete && image.naturalWidth > 0;
  }, kind);
  return Boolean(await drawn.jsonValue());
}

const CHOOSE = anyPattern(wholeText('Elegir foto'), wholeText('Cambiar foto'));

/** Chooses a picture, and checks the preview. */
async function choosePicture(page: Page, file: PictureFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await mainContent(page).getByRole('button', { name: CHOOSE }).click();
  await (await chooser).setFiles(file);
  await preview(page).waitFor();
}

/** Chooses a picture, checks the preview and uploads it. */
export async function uploadPicture(page: Page, file: PictureFile): Promise<void> {
  await choosePicture(page, file);
  await buttonNamed(page, 'Guardar foto').click();
}

/** Chooses a picture on the edit page of a group, and leaves the saving to the button of the form. */
export async function pickGroupPicture(page: Page): Promise<void> {
  const buffer = await pngOfColour('#77aacc');
  await choosePicture(page, { name: 'dibujo.png', mimeType: 'image/png', buffer });
}

/** Checks that the edit page of a group shows the uploaded picture instead of the preview. */
export async function checkSavedPicture(page: Page): Promise<void> {
  await preview(page).waitFor({ state: 'detached' });
  await isPictureLoaded(page, 'group');
}

/** Discards the refused picture, so that the next step of the test does not find it. */
export async function cancelPicture(page: Page): Promise<void> {
  await buttonNamed(mainContent(page), 'Cancelar').click();
  await preview(page).waitFor({ state: 'detached' });
}

/** Preview of the chosen picture. */
const preview = (page: Page): Locator => page.getByRole('img', { name: wholeText('Así se verá') });

export const removePictureButton = (page: Page): Locator => buttonNamed(page, 'Quitar foto');

import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { messageMenuItem } from './screens/channel.js';
import { chosenFiles } from './screens/files.js';
import { wholeText } from './ui-texts.js';

/** A file that a test chooses in the file dialog. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const BUSY = 60;
/** Noise level at which a full-size photo needs no reduction. */
export const LOW_NOISE = 15;

const grain = (width: number, height: number, sigma = BUSY) => ({
  ...{ width, height, channels: 3 as const, background: '#888' },
  noise: { type: 'gaussian' as const, mean: 128, sigma },
});

/** Returns a photo with the given noise, as a phone camera takes it. */
export async function photoFile(
  name = 'IMG_2041.jpg',
  width = 1_600,
  height = 1_200,
  sigma = BUSY,
): Promise<ChosenFile> {
  const buffer = await sharp({ create: grain(width, height, sigma) })
    .jpeg({ quality: 90 })
    .withExifMerge({ IFD0: { Artist: 'Ana Pérez' } })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** Returns a PDF of about `bytes` bytes, with an author in its metadata. */
export async function pdfFile(name: string, bytes: number): Promise<ChosenFile> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  document.setAuthor('Ana Pérez');
  page.drawText('Acta');
  for (let left = bytes; left > 0;) {
    const buffer = await sharp({ create: grain(900, 900) })
      .jpeg({ quality: 95 })
      .toBuffer();
    page.drawImage(await document.embedJpg(buffer), { width: 100, height: 100 });
    left -= buffer.length;
  }
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** Chooses files through the composer menu and waits until they are ready to be sent. */
export async function chooseFiles(page: Page, ...files: readonly ChosenFile[]): Promise<void> {
  const isPhoto = files.every(({ mimeType }) => mimeType.startsWith('image/'));
  const before = await chosenFiles(page).count();
  await page.getByRole('button', { name: wholeText('Adjuntar') }).click();
  const chooser = page.waitForEvent('filechooser');
  await messageMenuItem(page, isPhoto ? 'Foto' : 'Documento').click();
  await (await chooser).setFiles([...files]);
  await chosenFiles(page)
    .nth(before + files.length - 1)
    .waitFor();
}

/**
 * Delays upload chunks in the browser. After the first `upTo` chunks, chunks wait until the test releases or aborts
 * them.
 */
export async function holdUploadChunks(page: Page, upTo: number) {
  let passed = 0;
  let isOpen = false;
  let isCut = false;
  const held: Route[] = [];
  const sizes: number[] = [];
  await page.route('**/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    passed += 1;
    if (!isOpen && passed > upTo)
      return isCut ? route.abort('internetdisconnected') : void held.push(route);
    sizes.push(request.postDataBuffer()?.length ?? 0);
    return route.continue();
  });
  const settle = async (act: (route: Route) => Promise<void>) => {
    for (const route of held.splice(0)) await act(route).catch(() => undefined);
  };
  return {
    /** Number of bytes sent so far. */
    sent: () => sizes.reduce((sum, size) => sum + size, 0),
    /** Whether a chunk waits, so that the server has answered all chunks before it. */
    isHolding: () => held.length > 0,
    /** Aborts the delayed chunks, and all later chunks until the test releases them. */
    cut: async () => {
      isCut = true;
      await settle((route) => route.abort('internetdisconnected'));
    },
    release: async () => {
      isOpen = true;
      await settle((route) => route.continue());
    },
  };
}

import { Readable } from 'node:stream';
import { PDFDocument } from '@cantoo/pdf-lib';
import { AttachmentsService } from '#attachments/attachments.service.js';
import { SealedAttachmentsService } from '#attachments/sealed-attachments.service.js';
import { UploadSanitiser } from '#attachments/sanitise-upload.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { newId } from '#kernel/ids.js';
import { DEMO_FILES } from '../attached-files.js';
import type { DemoContext } from './demo-context.js';
import { demoPictureFile } from './profile-pictures.js';

/**
 * Uploads a file through the same services as a member, waits until the file is sanitised, and returns its id. `threadId`
 * is the thread of a case to which it will be sent.
 */
export async function uploadDemoFile(
  stage: DemoContext,
  handle: string,
  name: string,
  threadId: string | null = null,
): Promise<string> {
  const viewer = await stage.viewer(handle);
  const { bytes, type, text } = await written(name);
  const id = newId();
  const about = { id, bytes: bytes.length, name, type, channelId: threadId };
  await stage.get(AttachmentsService).announce(viewer, about);
  const box = threadId ? await stage.get(SealedAttachmentsService).boxOf(threadId) : undefined;
  await stage.get(UploadPartsService).begin(id);
  await stage.get(UploadPartsService).add(id, 0, Readable.from([bytes]), box?.uploadKey);
  await stage.get(UploadSanitiser).begin(id);
  await stage.get(UploadSanitiser).goOn(id);
  const shown = await stage.get(AttachmentsService).describeOwn(viewer, id, text);
  if (shown?.state !== 'ready') throw new Error(`The demo world has no ${name}`);
  return id;
}

async function written(name: string) {
  const file = DEMO_FILES[name];
  if (!file) throw new Error(`The demo world knows no ${name}`);
  if ('lines' in file) return { bytes: await page(file.lines), type: 'application/pdf', text: '' };
  const bytes = await demoPictureFile(name, Object.keys(DEMO_FILES).indexOf(name));
  return { bytes, type: 'image/png', text: file.seen };
}

async function page(lines: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText(lines.join('\n'), { x: 60, y: 720, size: 16, lineHeight: 26 });
  return Buffer.from(await document.save());
}

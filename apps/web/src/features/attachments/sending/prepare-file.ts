import {
  NORMAL_IMAGE_LIMITS,
  reduceImage,
  DATA_SAVER_IMAGE_LIMITS,
} from '../../../lib/page/reduce-image';
import { isDataSaverOn } from '../../../lib/device/data-saver';
import { storeFileBytes, type QueuedFile } from '../../../lib/device/queued-files';
import { type FileRejection, checkFile } from './file-rules';

/** GIFs up to this size are sent unchanged, because reducing an image would lose its animation. */
const MOST_GIF_BYTES = 500_000;

/** Prepares a chosen file and stores it on the device as it will be sent; returns the reason if it is rejected. */
export async function prepareFile(file: File): Promise<QueuedFile | FileRejection> {
  const taken = checkFile(file);
  if (typeof taken === 'string') return taken;
  const about = { id: crypto.randomUUID(), kind: taken.kind, name: file.name };
  const isAsItIs = file.type === 'image/gif' && file.size <= MOST_GIF_BYTES && !isDataSaverOn();
  if (taken.kind === 'document') return kept({ ...about, type: taken.type }, file);
  if (isAsItIs) return kept({ ...about, type: file.type, ...(await sizeOf(file)) }, file);
  const reduced = await reduceImage(
    file,
    isDataSaverOn() ? DATA_SAVER_IMAGE_LIMITS : NORMAL_IMAGE_LIMITS,
  );
  if (!reduced) return 'unreadable';
  const { blob, width, height } = reduced;
  return kept({ ...about, type: blob.type, width, height }, blob);
}

export const storeVoiceNote = (blob: Blob, seconds: number): Promise<QueuedFile | FileRejection> =>
  kept({ id: crypto.randomUUID(), kind: 'voice', name: '', type: 'audio/webm', seconds }, blob);

async function kept(about: Omit<QueuedFile, 'bytes'>, blob: Blob) {
  const file: QueuedFile = { ...about, bytes: blob.size };
  const bytes = new Blob([blob], { type: about.type });
  return (await storeFileBytes(file.id, bytes)) === 'full' ? 'full' : file;
}

async function sizeOf(file: Blob): Promise<{ width?: number; height?: number }> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  const size = picture && { width: picture.width, height: picture.height };
  picture?.close();
  return size ?? {};
}

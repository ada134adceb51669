import {
  NORMAL_IMAGE_LIMITS,
  reduceImage,
  DATA_SAVER_IMAGE_LIMITS,
} from '../../../lib/page/reduce-image';
import { isDataSaverOn } from '../../../lib/device/data-saver';
import { holdFileBytes, storeFileBytes, type QueuedFile } from '../../../lib/device/queued-files';
import { threadOfFeed } from '../../../lib/device/thread-feeds';
import { type FileRejection, checkFile } from './file-rules';

/** GIFs up to this size are sent unchanged, because reducing an image would lose its animation. */
const MOST_GIF_BYTES = 500_000;

/**
 * Prepares a chosen file and stores it on the device as it will be sent, in a thread of a case in the memory of the page;
 * returns the reason if it is rejected.
 */
export async function prepareFile(feed: string, file: File): Promise<QueuedFile | FileRejection> {
  const taken = checkFile(file);
  if (typeof taken === 'string') return taken;
  const about = { id: crypto.randomUUID(), kind: taken.kind, name: file.name, ...placeOf(feed) };
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

interface VoiceNote {
  readonly blob: Blob;
  readonly seconds: number;
}

export const storeVoiceNote = (
  feed: string,
  { blob, seconds }: VoiceNote,
): Promise<QueuedFile | FileRejection> => {
  const about = { kind: 'voice', name: '', type: 'audio/webm', seconds } as const;
  return kept({ id: crypto.randomUUID(), ...about, ...placeOf(feed) }, blob);
};

const placeOf = (feed: string) => {
  const threadId = threadOfFeed(feed);
  return threadId === undefined ? {} : { threadId };
};

async function kept(about: Omit<QueuedFile, 'bytes'>, blob: Blob) {
  const file: QueuedFile = { ...about, bytes: blob.size };
  const bytes = new Blob([blob], { type: about.type });
  if (file.threadId !== undefined) {
    holdFileBytes(file.id, bytes);
    return file;
  }
  return (await storeFileBytes(file.id, bytes)) === 'full' ? 'full' : file;
}

async function sizeOf(file: Blob): Promise<{ width?: number; height?: number }> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  const size = picture && { width: picture.width, height: picture.height };
  picture?.close();
  return size ?? {};
}

import type { FileKind } from '../../../lib/device/queued-files';

const MB = 1_024 * 1_024;

/** Limits of the server. The browser checks them too, so that no file is uploaded in vain. */
export const MAX_DOCUMENT_BYTES = 25 * MB;
/** Limit for the original image; the browser reduces the image before the upload. */
export const MAX_IMAGE_BYTES = 40 * MB;
export const MAX_FILES_PER_MESSAGE = 10;
export const MAX_VOICE_SECONDS = 5 * 60;
/** Limit for all files that wait on this device. */
export const MAX_UNSENT_BYTES = 50 * MB;

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const BY_ENDING: Readonly<Record<string, string>> = { pdf: 'application/pdf', docx: DOCX };
export const DOCUMENT_TYPES = Object.values(BY_ENDING);
export const DOCUMENT_EXTENSIONS = Object.keys(BY_ENDING).map((ending) => `.${ending}`);

export type FileRejection = 'type' | 'large' | 'empty' | 'unreadable' | 'many' | 'full' | 'waiting';

interface Offered {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

interface Taken {
  readonly kind: Exclude<FileKind, 'voice'>;
  readonly type: string;
}

/**
 * Returns the kind and MIME type of an accepted file, else the reason for rejecting it. Without a MIME type the file
 * extension decides, because some systems report no type.
 */
export function checkFile({ name, type, size }: Offered): Taken | FileRejection {
  if (size === 0) return 'empty';
  if (IMAGE_TYPES.includes(type)) return size > MAX_IMAGE_BYTES ? 'large' : { kind: 'image', type };
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const named = DOCUMENT_TYPES.includes(type) ? type : type === '' ? BY_ENDING[ending] : undefined;
  if (!named) return 'type';
  return size > MAX_DOCUMENT_BYTES ? 'large' : { kind: 'document', type: named };
}

import type { FileKind } from '../../../lib/device/waiting-files';

const MB = 1_024 * 1_024;

/** What the server takes, so that what it would refuse is not sent to it. */
export const MOST_DOCUMENT_BYTES = 25 * MB;
/** An image is reduced before it is sent: this is what the browser is asked to open. */
export const MOST_IMAGE_BYTES = 40 * MB;
export const MOST_FILES = 10;
export const MOST_SECONDS = 5 * 60;
/** So much waits on a device at most. */
export const MOST_WAITING_BYTES = 50 * MB;

export const IMAGES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const BY_ENDING: Readonly<Record<string, string>> = { pdf: 'application/pdf', docx: DOCX };
export const DOCUMENTS = Object.values(BY_ENDING);
export const DOCUMENT_ENDINGS = Object.keys(BY_ENDING).map((ending) => `.${ending}`);

/** Why a file is not taken: one word of a closed list. */
export type FileRefusal = 'type' | 'large' | 'empty' | 'unreadable' | 'many' | 'full' | 'waiting';

interface Offered {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

interface Taken {
  readonly kind: Exclude<FileKind, 'voice'>;
  readonly type: string;
}

/** What a file is taken as, or why it is not. Some systems name no type: then its ending does. */
export function takenAs({ name, type, size }: Offered): Taken | FileRefusal {
  if (size === 0) return 'empty';
  if (IMAGES.includes(type)) return size > MOST_IMAGE_BYTES ? 'large' : { kind: 'image', type };
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const named = DOCUMENTS.includes(type) ? type : type === '' ? BY_ENDING[ending] : undefined;
  if (!named) return 'type';
  return size > MOST_DOCUMENT_BYTES ? 'large' : { kind: 'document', type: named };
}

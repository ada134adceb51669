import { deleteStored, putStored, getStored, getStoredKeys } from './device-store';

export type FileKind = 'image' | 'voice' | 'document';

/**
 * Metadata of a file that belongs to a queued message or a draft. Its bytes are in the store `files`, or in the memory of
 * this page.
 */
export interface QueuedFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly seconds?: number | undefined;
  /** The thread of a case to which the file will be sent; missing in any other channel. */
  readonly threadId?: string | undefined;
  /** URL at which an interrupted upload resumes. */
  readonly url?: string | undefined;
  /** Set once the server has received and cleaned the whole file. */
  readonly attachmentId?: string | undefined;
}

/** Returns the id of an upload from its URL. The attachment keeps this id. */
export const uploadIdFrom = (url: string): string => url.split('/').at(-1) ?? '';

interface StoredBytes {
  readonly at: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Minimum age before unreferenced bytes are deleted: the app may be moving them from a draft to a message. */
const HOUR_MS = 3_600_000;

/** Bytes in the memory of this page: of drafts in threads of cases, and of a guest, of whom the device stores nothing. */
const held = new Map<string, Blob>();

/** Keeps the bytes of a draft in the memory of this page. */
export const holdFileBytes = (id: string, blob: Blob): void => void held.set(id, blob);

/** Stores the bytes of a file that waits to be sent on this device. Without space they stay in memory. */
export async function storeHeldBytes(id: string): Promise<void> {
  const blob = held.get(id);
  if (blob && (await storeFileBytes(id, blob)) === 'kept') held.delete(id);
}

/** Stores bytes on this device; returns 'full' if there is no space. */
export async function storeFileBytes(id: string, blob: Blob): Promise<'kept' | 'full'> {
  const at = new Date().toISOString();
  const kept: StoredBytes = { at, type: blob.type, bytes: await blob.arrayBuffer() };
  return putStored('files', id, kept).then(
    () => 'kept',
    () => 'full',
  );
}

export async function readFileBytes(id: string): Promise<Blob | undefined> {
  const blob = held.get(id);
  if (blob) return blob;
  const kept = await getStored<StoredBytes>('files', id).catch(() => undefined);
  return kept && new Blob([kept.bytes], { type: kept.type });
}

export async function deleteFileBytes(id: string): Promise<void> {
  held.delete(id);
  await deleteStored('files', id).catch(() => undefined);
}

/** Deletes bytes that no draft or message references, left by a page that closed between two steps. */
export async function deleteUnusedFileBytes(named: ReadonlySet<string>): Promise<void> {
  for (const id of await getStoredKeys('files').catch(() => [])) {
    if (named.has(id)) continue;
    const kept = await getStored<StoredBytes>('files', id).catch(() => undefined);
    if (kept && Date.now() - Date.parse(kept.at) > HOUR_MS) await deleteFileBytes(id);
  }
}

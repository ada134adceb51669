import { forget, keep, keptGet, keptKeys } from './device-store';

export type FileKind = 'image' | 'voice' | 'document';

/** Metadata of a file that belongs to a queued message or a draft. Its bytes are in the store `files`. */
export interface WaitingFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly seconds?: number | undefined;
  /** URL at which an interrupted upload resumes. */
  readonly url?: string | undefined;
  /** Set once the server has received and cleaned the whole file. */
  readonly attachmentId?: string | undefined;
}

/** Returns the id of an upload from its URL. The attachment keeps this id. */
export const idIn = (url: string): string => url.split('/').at(-1) ?? '';

interface Kept {
  readonly at: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Minimum age before unreferenced bytes are deleted: they may just be moving from a draft to a message. */
const HOUR_MS = 3_600_000;

/** Stores bytes on this device; returns 'full' if there is no space. */
export async function keepBytes(id: string, blob: Blob): Promise<'kept' | 'full'> {
  const at = new Date().toISOString();
  const kept: Kept = { at, type: blob.type, bytes: await blob.arrayBuffer() };
  return keep('files', id, kept).then(
    () => 'kept',
    () => 'full',
  );
}

export async function bytesOf(id: string): Promise<Blob | undefined> {
  const kept = await keptGet<Kept>('files', id).catch(() => undefined);
  return kept && new Blob([kept.bytes], { type: kept.type });
}

export async function forgetBytes(id: string): Promise<void> {
  await forget('files', id).catch(() => undefined);
}

/** Deletes bytes that no draft or message references, left by a page that closed between two steps. */
export async function sweepBytes(named: ReadonlySet<string>): Promise<void> {
  for (const id of await keptKeys('files').catch(() => [])) {
    if (named.has(id)) continue;
    const kept = await keptGet<Kept>('files', id).catch(() => undefined);
    if (kept && Date.now() - Date.parse(kept.at) > HOUR_MS) await forgetBytes(id);
  }
}

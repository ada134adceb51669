import { forget, keep, keptGet, keptKeys } from './device-store';

export type FileKind = 'image' | 'voice' | 'document';

/** What is known of a file that waits with its message, or with a draft. Its bytes lie on the shelf `files`. */
export interface WaitingFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly seconds?: number | undefined;
  /** Where its upload goes on. */
  readonly url?: string | undefined;
  /** It is whole at the server, and read. */
  readonly attachmentId?: string | undefined;
}

/** The id of an upload, which is that of what becomes of it. */
export const idIn = (url: string): string => url.split('/').at(-1) ?? '';

interface Kept {
  readonly at: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** So long nobody looks whether anything names it: it may just be on its way from one place to the other. */
const HOUR_MS = 3_600_000;

/** Puts bytes on this device under an id of their own; 'full' where there is no room for them. */
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

/** Takes away what nothing names any more: a page may have ended between two steps. */
export async function sweepBytes(named: ReadonlySet<string>): Promise<void> {
  for (const id of await keptKeys('files').catch(() => [])) {
    if (named.has(id)) continue;
    const kept = await keptGet<Kept>('files', id).catch(() => undefined);
    if (kept && Date.now() - Date.parse(kept.at) > HOUR_MS) await forgetBytes(id);
  }
}

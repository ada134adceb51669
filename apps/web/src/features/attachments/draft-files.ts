import { useEffect, useRef } from 'react';
import { forget, keep, keptAll, keptGet } from '../../lib/device-store';
import type { Queued } from '../../lib/outbox';
import { bytesOf, forgetBytes, sweepBytes, type WaitingFile } from '../../lib/waiting-files';

type Files = readonly WaitingFile[];
/** Nothing rather than none. */
type Tell = (files: Files | undefined) => void;
const told = (files: Files) => (files.length > 0 ? files : undefined);

const keyOf = (channelId: string) => `files ${channelId}`;
const known = new Map<string, Files>();
const listeners = new Map<string, Tell>();

function put(channelId: string, files: Files): void {
  known.set(channelId, files);
  const key = keyOf(channelId);
  void (files.length === 0 ? forget('drafts', key) : keep('drafts', key, files)).catch(
    () => undefined,
  );
  listeners.get(channelId)?.(told(files));
}

/** Puts one to what is being written there, also where nobody looks at it any more. */
export async function addToDraft(channelId: string, file: WaitingFile): Promise<void> {
  put(channelId, [...(await filesOfDraft(channelId)), file]);
}

export async function takeFromDraft(channelId: string, { id }: WaitingFile): Promise<void> {
  put(
    channelId,
    (await filesOfDraft(channelId)).filter((one) => one.id !== id),
  );
  await forgetBytes(id);
}

/** The files of a draft that are still there. */
export async function filesOfDraft(channelId: string): Promise<Files> {
  const now = known.get(channelId);
  if (now) return now;
  const kept = await keptGet<Files>('drafts', keyOf(channelId)).catch(() => undefined);
  const there: WaitingFile[] = [];
  for (const file of kept ?? []) if (await bytesOf(file.id)) there.push(file);
  const late = known.get(channelId);
  if (!late) known.set(channelId, there);
  return late ?? there;
}

/** Tells what a draft has, from the device and from then on. What its composer emptied was sent: it goes on in the outbox. */
export function useDraftFiles(channelId: string, files: Files, onFiles: Tell): void {
  const before = useRef(files);
  useEffect(() => {
    listeners.set(channelId, onFiles);
    void filesOfDraft(channelId).then((there) => there.length > 0 && onFiles(there));
    void sweep();
    return () => void listeners.delete(channelId);
  }, [channelId, onFiles]);
  useEffect(() => {
    const was = before.current;
    before.current = files;
    if (files.length === 0 && was.length > 0 && known.get(channelId) === was) put(channelId, files);
  }, [channelId, files]);
}

let isSwept = false;

async function sweep(): Promise<void> {
  if (isSwept) return;
  isSwept = true;
  const queued = await keptAll<Queued>('outbox').catch(() => []);
  const drafts = await keptAll<unknown>('drafts').catch(() => []);
  const inDrafts = drafts.flatMap((draft) => (Array.isArray(draft) ? (draft as Files) : []));
  const named = [...queued.flatMap(({ files }) => files ?? []), ...inDrafts];
  await sweepBytes(new Set(named.map(({ id }) => id)));
}

import { useEffect, useRef } from 'react';
import { deleteStored, putStored, getAllStored, getStored } from '../../../lib/device/device-store';
import type { QueuedMessage } from '../../../lib/device/outbox';
import { threadOfFeed } from '../../../lib/device/thread-feeds';
import {
  readFileBytes,
  deleteFileBytes,
  deleteUnusedFileBytes,
  type QueuedFile,
} from '../../../lib/device/queued-files';

type Files = readonly QueuedFile[];
/** Receives `undefined` instead of an empty list. */
type Tell = (files: Files | undefined) => void;
const told = (files: Files) => (files.length > 0 ? files : undefined);

/** Storage key of the files of a draft; `feed` is a `storedFeedKey`. Drafts of threads are in `known` only. */
const keyOf = (feed: string) => `files ${feed}`;
const known = new Map<string, Files>();
const listeners = new Map<string, Tell>();

function put(feed: string, files: Files): void {
  known.set(feed, files);
  if (threadOfFeed(feed) === undefined) void store(keyOf(feed), files).catch(() => undefined);
  listeners.get(feed)?.(told(files));
}

const store = (key: string, files: Files): Promise<void> =>
  files.length === 0 ? deleteStored('drafts', key) : putStored('drafts', key, files);

/** Applies `next` to the latest files, because another change may happen while the files are read from the device. */
async function change(feed: string, next: (files: Files) => Files): Promise<void> {
  const read = await filesOfDraft(feed);
  put(feed, next(known.get(feed) ?? read));
}

/** Adds a file to the draft of a feed, also when that feed is no longer open. */
export const addToDraft = (feed: string, file: QueuedFile): Promise<void> =>
  change(feed, (files) => [...files, file]);

export async function removeFromDraft(feed: string, { id }: QueuedFile): Promise<void> {
  await change(feed, (files) => files.filter((one) => one.id !== id));
  await deleteFileBytes(id);
}

/** Deletes the draft of a feed that the viewer can no longer read. */
export async function deleteDraft(feed: string): Promise<void> {
  for (const file of await filesOfDraft(feed)) await removeFromDraft(feed, file);
}

export const renameInDraft = (feed: string, { id }: QueuedFile, name: string): Promise<void> =>
  change(feed, (files) => files.map((one) => (one.id === id ? { ...one, name } : one)));

/** The files of a draft whose bytes are still on this device. */
export async function filesOfDraft(feed: string): Promise<Files> {
  const now = known.get(feed);
  if (now) return now;
  if (threadOfFeed(feed) !== undefined) return [];
  const kept = await getStored<Files>('drafts', keyOf(feed)).catch(() => undefined);
  const there: QueuedFile[] = [];
  for (const file of kept ?? []) if (await readFileBytes(file.id)) there.push(file);
  const late = known.get(feed);
  if (!late) known.set(feed, there);
  return late ?? there;
}

/**
 * Calls `onFiles` with the stored files of a draft and after each change. When the composer empties its files, this
 * hook clears the draft, because the files are now in the outbox.
 */
export function useDraftFiles(feed: string, files: Files, onFiles: Tell): void {
  const before = useRef(files);
  useEffect(() => {
    listeners.set(feed, onFiles);
    void filesOfDraft(feed).then((there) => there.length > 0 && onFiles(there));
    void sweep();
    return () => void listeners.delete(feed);
  }, [feed, onFiles]);
  useEffect(() => {
    const was = before.current;
    before.current = files;
    if (files.length === 0 && was.length > 0 && known.get(feed) === was) put(feed, files);
  }, [feed, files]);
}

let isSwept = false;

async function sweep(): Promise<void> {
  if (isSwept) return;
  isSwept = true;
  const queued = await getAllStored<QueuedMessage>('outbox').catch(() => []);
  const drafts = await getAllStored<unknown>('drafts').catch(() => []);
  const inDrafts = drafts.flatMap((draft) => (Array.isArray(draft) ? (draft as Files) : []));
  const named = [...queued.flatMap(({ files }) => files ?? []), ...inDrafts];
  await deleteUnusedFileBytes(new Set(named.map(({ id }) => id)));
}

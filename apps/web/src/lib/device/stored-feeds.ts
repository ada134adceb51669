import {
  clearStores,
  deleteStored,
  deleteStoredByPrefix,
  putStored,
  getAllStored,
  getStored,
  type StoreName,
} from './device-store';
import {
  isStillReadable,
  type StoredFeed,
  type ListedChannel,
  surplusFeeds,
  storedWithoutExpired,
} from './stored-feed-rules';
import { serverNow } from '../server/server-time';

export type { ListedChannel } from './stored-feed-rules';

/** Stores with received data. */
export const RECEIVED_DATA_STORES: readonly StoreName[] = ['answers', 'channels', 'cards'];

/** Key of a stored query result. */
export const storedResultKey = (name: string, variables: object): string =>
  `${name} ${JSON.stringify(variables)}`;

/** Storage key of a feed and of its draft. */
export const storedFeedKey = (id: string, topicId: string | null | undefined): string =>
  topicId ? `${id} ${topicId}` : id;

export async function getStoredFeed<M>(
  id: string,
  topicId: string | null,
): Promise<StoredFeed<M> | undefined> {
  const key = storedFeedKey(id, topicId);
  const stored = await getStored<StoredFeed<M>>('channels', key).catch(() => undefined);
  const left = stored && storedWithoutExpired(stored, serverNow());
  // If all messages expired, or an older version of the app stored them, the feed must be loaded again.
  return left?.messages.length === 0 && left !== stored ? undefined : left;
}

export async function getStoredFeeds(): Promise<StoredFeed[]> {
  const stored = await getAllStored<StoredFeed>('channels').catch(() => []);
  return stored.map((one) => storedWithoutExpired(one, serverNow()));
}

/** Stores a feed and deletes the feeds that exceed the limits. */
export async function storeFeed(channel: StoredFeed): Promise<void> {
  await putStored('channels', storedFeedKey(channel.id, channel.topicId), channel);
  const stored = await getStoredFeeds();
  const gone = surplusFeeds(stored);
  const left = new Set(stored.filter((one) => !gone.includes(one)).map(({ id }) => id));
  await Promise.all(
    gone.map(({ id, topicId }) =>
      left.has(id)
        ? deleteStored('channels', storedFeedKey(id, topicId))
        : deleteReceivedDataOf(id),
    ),
  );
}

async function deleteReceivedDataOf(id: string): Promise<void> {
  await deleteStoredByPrefix('channels', id);
  await deleteStored('answers', storedResultKey('Channel', { id }));
  await deleteStored('answers', storedResultKey('ChannelPeople', { id }));
}

/** Unsaved draft of each feed on this page, by `storedFeedKey`. */
export const currentDrafts = new Map<string, string>();

/** Deletes a channel and its drafts from the device when the viewer can no longer read it. */
export async function deleteStoredChannel(id: string): Promise<void> {
  for (const feed of currentDrafts.keys()) if (feed.startsWith(id)) currentDrafts.delete(feed);
  const drafts = ['channel', 'files'].map((kind) =>
    deleteStoredByPrefix('drafts', `${kind} ${id}`),
  );
  await Promise.all([deleteReceivedDataOf(id), ...drafts]).catch(() => undefined);
}

/** Deletes stored channels that are missing from a new channel list, and applies its shorter retentions. */
export async function applyChannelList(listed: readonly ListedChannel[]): Promise<void> {
  if (listed.some(({ shortenings }) => shortenings.length > 0))
    void import('./expiry/local-expiry').then(
      ({ applyShorteningsToStored }) => applyShorteningsToStored(listed),
      nothing,
    );
  const closed = (await getStoredFeeds()).filter((stored) => !isStillReadable(stored, listed));
  await Promise.all(closed.map(({ id }) => deleteStoredChannel(id)));
}

/** Deletes all received data. Unsent items stay, because only their author can send them. */
export const deleteReceivedData = (): Promise<void> =>
  clearStores(...RECEIVED_DATA_STORES).catch(() => undefined);

const nothing = (): void => undefined;

import { empty, forget, forgetFrom, keep, keptAll, keptGet, type Shelf } from './device-store';
import { isStillOpen, type KeptChannel, type Listed, surplus, withoutEnded } from './kept-rules';
import { serverNow } from '../server/server-time';

export type { Listed } from './kept-rules';

/** Stores with received data. */
export const READ: readonly Shelf[] = ['answers', 'channels', 'cards'];

/** Key of a stored query result. */
export const answerKey = (name: string, variables: object): string =>
  `${name} ${JSON.stringify(variables)}`;

/** Key of a stored feed and of its draft. */
export const feedKey = (id: string, topicId: string | null | undefined): string =>
  topicId ? `${id} ${topicId}` : id;

export async function keptChannel<M>(
  id: string,
  topicId: string | null,
): Promise<KeptChannel<M> | undefined> {
  const key = feedKey(id, topicId);
  const kept = await keptGet<KeptChannel<M>>('channels', key).catch(() => undefined);
  const left = kept && withoutEnded(kept, serverNow());
  // If all messages expired, or an older version of the app stored them, load the feed again.
  return left?.messages.length === 0 && left !== kept ? undefined : left;
}

export async function keptChannels(): Promise<KeptChannel[]> {
  const kept = await keptAll<KeptChannel>('channels').catch(() => []);
  return kept.map((one) => withoutEnded(one, serverNow()));
}

/** Stores a feed and deletes the feeds that exceed the limits. */
export async function keepChannel(channel: KeptChannel): Promise<void> {
  await keep('channels', feedKey(channel.id, channel.topicId), channel);
  const kept = await keptChannels();
  const gone = surplus(kept);
  const left = new Set(kept.filter((one) => !gone.includes(one)).map(({ id }) => id));
  await Promise.all(
    gone.map(({ id, topicId }) =>
      left.has(id) ? forget('channels', feedKey(id, topicId)) : forgetReadingOf(id),
    ),
  );
}

async function forgetReadingOf(id: string): Promise<void> {
  await forgetFrom('channels', id);
  await forget('answers', answerKey('Channel', { id }));
  await forget('answers', answerKey('ChannelPeople', { id }));
}

/** Unsaved draft of each feed on this page, by `feedKey`. */
export const written = new Map<string, string>();

/** Deletes a channel and its drafts from the device when the viewer can no longer read it. */
export async function forgetChannel(id: string): Promise<void> {
  for (const feed of written.keys()) if (feed.startsWith(id)) written.delete(feed);
  const drafts = ['channel', 'files'].map((kind) => forgetFrom('drafts', `${kind} ${id}`));
  await Promise.all([forgetReadingOf(id), ...drafts]).catch(() => undefined);
}

/** Deletes stored channels that are missing from a new channel list, and applies its shorter retentions. */
export async function heedList(listed: readonly Listed[]): Promise<void> {
  if (listed.some(({ shortenings }) => shortenings.length > 0))
    void import('./forgetting').then(({ shortenKept }) => shortenKept(listed), nothing);
  const closed = (await keptChannels()).filter((kept) => !isStillOpen(kept, listed));
  await Promise.all(closed.map(({ id }) => forgetChannel(id)));
}

/** Deletes all received data. Unsent items stay, because only their author can send them. */
export const forgetReading = (): Promise<void> => empty(...READ).catch(() => undefined);

const nothing = (): void => undefined;

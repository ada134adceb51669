import { empty, forget, forgetFrom, keep, keptAll, keptGet, type Shelf } from './device-store';
import { isStillOpen, type KeptChannel, type Listed, surplus, withoutEnded } from './kept-rules';
import { serverNow } from '../server/server-time';

export type { Listed } from './kept-rules';

/** The shelves of what was read. */
export const READ: readonly Shelf[] = ['answers', 'channels', 'cards'];

/** Under which key the answer about one channel is kept. */
export const answerKey = (name: string, variables: object): string =>
  `${name} ${JSON.stringify(variables)}`;

/** Under which key a feed of a channel is kept, and its draft. */
export const feedKey = (id: string, topicId: string | null | undefined): string =>
  topicId ? `${id} ${topicId}` : id;

export async function keptChannel<M>(
  id: string,
  topicId: string | null,
): Promise<KeptChannel<M> | undefined> {
  const key = feedKey(id, topicId);
  const kept = await keptGet<KeptChannel<M>>('channels', key).catch(() => undefined);
  const left = kept && withoutEnded(kept, serverNow());
  // Where all is over, or an older version of the app kept it, it is read anew.
  return left?.messages.length === 0 && left !== kept ? undefined : left;
}

export async function keptChannels(): Promise<KeptChannel[]> {
  const kept = await keptAll<KeptChannel>('channels').catch(() => []);
  return kept.map((one) => withoutEnded(one, serverNow()));
}

/** Keeps one, and lets go of what is too many. */
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

/** What is being written in each feed (`feedKey`), as this page has it. */
export const written = new Map<string, string>();

/** Takes a channel off the device, its drafts too: it is not there for this person any more. */
export async function forgetChannel(id: string): Promise<void> {
  for (const feed of written.keys()) if (feed.startsWith(id)) written.delete(feed);
  const drafts = ['channel', 'files'].map((kind) => forgetFrom('drafts', `${kind} ${id}`));
  await Promise.all([forgetReadingOf(id), ...drafts]).catch(() => undefined);
}

/** Takes off what a fresh list does not have, and what it says is over earlier. */
export async function heedList(listed: readonly Listed[]): Promise<void> {
  if (listed.some(({ shortenings }) => shortenings.length > 0))
    void import('./forgetting').then(({ shortenKept }) => shortenKept(listed), nothing);
  const closed = (await keptChannels()).filter((kept) => !isStillOpen(kept, listed));
  await Promise.all(closed.map(({ id }) => forgetChannel(id)));
}

/** Takes off everything that was read. What waits to be sent stays: only its author can send it. */
export const forgetReading = (): Promise<void> => empty(...READ).catch(() => undefined);

const nothing = (): void => undefined;

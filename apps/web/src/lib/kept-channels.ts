import { empty, forget, forgetFrom, keep, keptAll, keptGet } from './device-store';
import { isStillOpen, type KeptChannel, type Listed, surplus, withoutEnded } from './kept-rules';
import { atServerTime, serverNow } from './server-time';

export type { Listed } from './kept-rules';

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
  return kept && withoutEnded(kept, serverNow());
}

export async function keptChannels(): Promise<KeptChannel[]> {
  const kept = await keptAll<KeptChannel>('channels').catch(() => []);
  return kept.map((one) => withoutEnded(one, serverNow()));
}

/** This long a message may outlast its time on the device, while nothing else wakes it. */
const LOOK_EVERY_MS = 30_000;

/** Takes off what is over, now and whenever something is, with or without a line. Gives how to stop. */
export function keepForgetting(): () => void {
  let isOn = true;
  let stop = () => undefined as void;
  const look = async () => {
    await forgetEnded().catch(() => undefined);
    if (isOn) stop = atServerTime(serverNow() + LOOK_EVERY_MS, () => void look());
  };
  void look();
  return () => {
    isOn = false;
    stop();
  };
}

async function forgetEnded(): Promise<void> {
  for (const kept of await keptAll<KeptChannel>('channels')) {
    const left = withoutEnded(kept, serverNow());
    if (left !== kept) await keep('channels', feedKey(kept.id, kept.topicId), left);
  }
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

/** Takes a channel off the device, its draft too: it is not there for this person any more. */
export async function forgetChannel(id: string): Promise<void> {
  await Promise.all([forgetReadingOf(id), forgetFrom('drafts', `channel ${id}`)]).catch(
    () => undefined,
  );
}

/** Takes off what a fresh list does not have. */
export async function forgetClosed(listed: readonly Listed[]): Promise<void> {
  const closed = (await keptChannels()).filter((kept) => !isStillOpen(kept, listed));
  await Promise.all(closed.map(({ id }) => forgetChannel(id)));
}

/** Takes off everything that was read. What waits to be sent stays: only its author can send it. */
export const forgetReading = (): Promise<void> =>
  empty('answers', 'channels', 'cards').catch(() => undefined);

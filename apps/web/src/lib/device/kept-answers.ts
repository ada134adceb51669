import { getOperationName, mapExchange, type Exchange, type OperationResult } from 'urql';
import { setReached } from '../server/connection';
import { accountId, confirmAccount, openAs } from './account';
import { empty, keep, keptGet } from './device-store';
import { problemOf } from '../server/errors';
import { answerKey, forgetChannel, heedList, type Listed, READ } from './kept-channels';

/** Queries whose last result is stored on the device, so that the app opens offline. */
const KEPT: ReadonlySet<string> = new Set([
  ...['Me', 'Channels', 'Channel', 'ChannelPeople'],
  // Sent on every page, so that closed channels are deleted from the device on any page.
  'WaitingCounts',
]);

/** urql exchange that stores query results on the device and returns them when the device is offline. */
export const keptAnswers: Exchange = mapExchange({
  onResult: (result) => {
    if (result.operation.context.meta?.cacheOutcome !== 'hit')
      setReached(!result.error?.networkError);
    const name = getOperationName(result.operation.query) ?? '';
    return KEPT.has(name) ? settle(name, result) : result;
  },
});

async function settle(name: string, result: OperationResult): Promise<OperationResult> {
  const { operation, data, error } = result;
  const key = answerKey(name, operation.variables ?? {});
  const code = problemOf(error)?.code;
  if (code === 'OFFLINE') {
    const owner =
      name === 'Me' && (await keptGet<string>('owner', 'account').catch(() => undefined));
    if (owner) openAs(owner);
    const kept = await keptGet('answers', key).catch(() => undefined);
    if (kept === undefined) return result;
    const { error: _none, ...rest } = result;
    return { ...rest, data: kept };
  }
  const isOver = name === 'Channel' && (code === 'NOT_FOUND' || data?.channel.isEnded);
  if (isOver) await forgetChannel(String((operation.variables as { id?: string }).id));
  else if (data && !error && operation.context.meta?.cacheOutcome !== 'hit') {
    await learn(name, key, data).catch(() => undefined);
  }
  return result;
}

async function learn(name: string, key: string, data: object): Promise<void> {
  if (name === 'Me') await own((data as { me: Owner }).me);
  const { channels } = data as { channels?: Listed[] };
  if (!channels) return keep('answers', key, data);
  await heedList(channels);
  await keep('answers', key, { ...data, channels: channels.map(withoutLast) });
}

/** The text of a message is stored only with its channel, where it expires. */
const withoutLast = (listed: Listed): Listed => ({ ...listed, lastMessage: null });

interface Owner {
  readonly id: string;
  readonly standing: string;
}

/** Deletes stored results of another account, and those of an account that is not a member. Keeps unsent items. */
async function own({ id, standing }: Owner): Promise<void> {
  confirmAccount(id);
  if (accountId() !== id) throw new Error('page of another account');
  const owner = await keptGet<string>('owner', 'account');
  if (owner !== undefined && owner !== id) await empty(...READ, 'application');
  else if (standing !== 'member') await empty(...READ);
  await keep('owner', 'account', id);
}

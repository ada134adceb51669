import { getOperationName, mapExchange, type Exchange, type OperationResult } from 'urql';
import { setServerReached } from '../server/connection';
import { accountId, verifyAccount, setPageAccount } from './page-account';
import { clearStores, putStored, getStored, writeOnlyTo } from './device-store';
import { requestProblemOf } from '../server/errors';
import {
  storedResultKey,
  deleteStoredChannel,
  applyChannelList,
  type ListedChannel,
  RECEIVED_DATA_STORES,
} from './stored-feeds';

/** Queries whose last result is stored on the device, so that the app opens offline. */
const STORED_QUERIES: ReadonlySet<string> = new Set([
  ...['Me', 'Channels', 'Channel', 'ChannelPeople'],
  // Sent on every page, so that closed channels are deleted from the device on any page.
  'WaitingCounts',
]);
/** Stored queries whose result everybody may read. It stays on the device, whoever uses it. */
const PUBLIC_QUERIES: ReadonlySet<string> = new Set(['EmergencyList']);
const storeOf = (name: string) => (PUBLIC_QUERIES.has(name) ? 'public' : 'answers');

/** urql exchange that stores query results on the device and returns them when the device is offline. */
export const storedResultsExchange: Exchange = mapExchange({
  onResult: (result) => {
    if (result.operation.context.meta?.cacheOutcome !== 'hit')
      setServerReached(!result.error?.networkError);
    const name = getOperationName(result.operation.query) ?? '';
    return STORED_QUERIES.has(name) || PUBLIC_QUERIES.has(name) ? settle(name, result) : result;
  },
});

async function settle(name: string, result: OperationResult): Promise<OperationResult> {
  const { operation, data, error } = result;
  const key = storedResultKey(name, operation.variables ?? {});
  const code = requestProblemOf(error)?.code;
  if (code === 'OFFLINE' || (error && PUBLIC_QUERIES.has(name))) {
    const owner =
      name === 'Me' && (await getStored<string>('owner', 'account').catch(() => undefined));
    if (owner) setPageAccount(owner);
    const kept = await getStored(storeOf(name), key).catch(() => undefined);
    if (kept === undefined) return result;
    const { error: _none, ...rest } = result;
    return { ...rest, data: kept, extensions: { isOld: code !== 'OFFLINE' } };
  }
  const isOver = name === 'Channel' && (code === 'NOT_FOUND' || data?.channel.isEnded);
  if (isOver) await deleteStoredChannel(String((operation.variables as { id?: string }).id));
  else if (data && !error && operation.context.meta?.cacheOutcome !== 'hit') {
    await learn(name, key, data).catch(() => undefined);
  }
  return result;
}

async function learn(name: string, key: string, data: object): Promise<void> {
  if (name === 'Me') await own((data as { me: Owner }).me);
  // Nobody creates a channel without a connection, so the device does not store in which groups the account may.
  const { groupsForNewChannel: _unused, ...rest } = data as { groupsForNewChannel?: unknown };
  const { channels } = rest as { channels?: ListedChannel[] };
  if (!channels) return putStored(storeOf(name), key, data);
  await applyChannelList(channels);
  await putStored('answers', key, { ...rest, channels: channels.map(withoutLast) });
}

/** The text of a message is stored only with its channel, where it expires. */
const withoutLast = (listed: ListedChannel): ListedChannel => ({ ...listed, lastMessage: null });

interface Owner {
  readonly id: string;
  readonly standing: string;
}

/**
 * Deletes stored results of another account, and those of an account that is not a member. Keeps unsent items. The device
 * stores neither the id of a guest nor anything later.
 */
async function own({ id, standing }: Owner): Promise<void> {
  verifyAccount(id);
  if (accountId() !== id) throw new Error('This page belongs to another account; it is restarting');
  const owner = await getStored<string>('owner', 'account');
  if (owner !== undefined && owner !== id)
    await clearStores(...RECEIVED_DATA_STORES, 'application');
  else if (standing !== 'member') await clearStores(...RECEIVED_DATA_STORES);
  // The session of a guest may end without a page that deletes anything.
  if (standing === 'guest') writeOnlyTo();
  else await putStored('owner', 'account', id);
}

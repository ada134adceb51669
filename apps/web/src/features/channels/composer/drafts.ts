import { getStored, getStoredKeys } from '../../../lib/device/device-store';
import { currentDrafts } from '../../../lib/device/stored-feeds';

/** Key prefix of text drafts; the object store `drafts` also contains the files of drafts. */
const PREFIX = 'channel ';

export const draftKey = (feed: string): string => `${PREFIX}${feed}`;

/** All drafts of this account on this device. Drafts in memory are newer than stored ones and win. */
export async function allDrafts(): Promise<ReadonlyMap<string, string>> {
  const keys = (await getStoredKeys('drafts')).filter((key) => key.startsWith(PREFIX));
  const stored = await Promise.all(
    keys.map(async (key) => {
      const text = (await getStored<string>('drafts', key)) ?? '';
      return [key.slice(PREFIX.length), text] as const;
    }),
  );
  return new Map([...stored, ...currentDrafts]);
}

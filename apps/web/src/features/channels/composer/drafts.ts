import { keptGet, keptKeys } from '../../../lib/device/device-store';
import { written } from '../../../lib/device/kept-channels';

/** Begins the keys of text drafts; the shelf `drafts` also holds their files. */
const PREFIX = 'channel ';

export const draftKey = (feed: string): string => `${PREFIX}${feed}`;

/** Every draft of this account on this device; what this page has is newer than what is stored. */
export async function allDrafts(): Promise<ReadonlyMap<string, string>> {
  const keys = (await keptKeys('drafts')).filter((key) => key.startsWith(PREFIX));
  const stored = await Promise.all(
    keys.map(async (key) => {
      const text = (await keptGet<string>('drafts', key)) ?? '';
      return [key.slice(PREFIX.length), text] as const;
    }),
  );
  return new Map([...stored, ...written]);
}

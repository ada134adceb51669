import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { badgeCount } from '../../features/channels/feed/channel-badge-count';
import { useStoredCounts } from '../../features/channels/feed/use-stored-counts';
import {
  CHANNELS_QUERY,
  type ChannelListItem,
} from '../../features/channels/list/listed-channels.graphql';
import { groupPath } from '../../lib/page/group-path';
import { useConnection } from '../../lib/server/connection';
import { Avatar } from '../../ui/display/avatar';
import { IconTile } from '../../ui/display/card';
import { Face } from '../../ui/display/face';
import { GroupPicture } from '../../ui/display/group-picture';
import { NAVIGATION_TABS } from '../navigation';
import { useVisibleNavigationEntries } from '../navigation-bars';
import { containsAllWords, matchRank } from './word-matching';
import type { FinderChoice } from './finder-choice';
import { ACCOUNT_SCREENS, FINDER_SCREENS } from './finder-screens';

/** Results from data on this device, without a request. Offline, it returns only channels whose messages are stored. */
export function useDeviceResults(words: readonly string[]) {
  const [{ data }] = useQuery({ query: CHANNELS_QUERY, requestPolicy: 'cache-first' });
  const kept = useStoredCounts(useConnection() === 'offline');
  const channels = (data?.channels ?? []).filter(({ id }) => kept?.has(id) ?? true);
  return {
    channels: useChannels(channels, words),
    groups: groupsOf(data?.channels ?? [], words),
    screens: useScreens(words),
  };
}

function useChannels(
  channels: readonly ChannelListItem[],
  words: readonly string[],
): FinderChoice[] {
  const { t } = useLingui();
  const all = channels.map((channel): FinderChoice => {
    const { id, allyId, group, isEnded } = channel;
    const name = channel.name || t`Una alianza de antes`;
    return {
      key: id,
      to: `/channels/${id}`,
      title: name,
      note: group?.name ?? (isEnded ? t`Conversación terminada` : t`Conversación`),
      isNoteOfKind: group === null,
      start: group ? (
        <Avatar id={id} name={name} isGroup />
      ) : (
        <Face id={allyId ?? id} name={name} />
      ),
      unread: badgeCount(channel),
    };
  });
  if (words.length > 0) return best(all, words);
  return all.toSorted((a, b) => (b.unread ?? 0) - (a.unread ?? 0));
}

/** Groups and coalitions of the viewer's channels, found without a request. */
function groupsOf(channels: readonly ChannelListItem[], words: readonly string[]): FinderChoice[] {
  if (words.length === 0) return [];
  const groups = new Map(channels.flatMap(({ group }) => (group ? [[group.id, group]] : [])));
  const all = [...groups.values()].map((group) => ({
    key: group.id,
    to: groupPath(group),
    title: group.name,
    start: <GroupPicture group={group} />,
  }));
  return best(all, words);
}

function useScreens(words: readonly string[]): FinderChoice[] {
  const { t, i18n } = useLingui();
  const places = useVisibleNavigationEntries(words.length > 0 ? FINDER_SCREENS : NAVIGATION_TABS);
  const own = new Set(ACCOUNT_SCREENS.map(({ to }) => to));
  const all = places.map(({ to, label, icon }) => ({
    key: to,
    to,
    title: i18n._(label),
    ...(own.has(to) && { note: t`Tu cuenta` }),
    start: <IconTile icon={icon} look="plain" />,
  }));
  return words.length > 0 ? best(all, words) : all;
}

function best(choices: readonly FinderChoice[], words: readonly string[]): FinderChoice[] {
  return choices
    .filter(({ title, note, isNoteOfKind }) =>
      containsAllWords(note && !isNoteOfKind ? [title, note] : [title], words),
    )
    .toSorted((a, b) => matchRank(a.title, words) - matchRank(b.title, words));
}

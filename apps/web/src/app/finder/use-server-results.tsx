import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { groupPath } from '../../lib/page/group-path';
import { useConnection } from '../../lib/server/connection';
import { useMe } from '../../lib/server/session';
import { GroupPicture } from '../../ui/display/group-picture';
import { Picture } from '../../ui/display/picture';
import type { FinderChoice } from './finder-choice';
import { FINDER_SEARCH_QUERY } from './finder-search.graphql';

/**
 * Delay after the last key press. Each request uses data, and its results count toward the daily limit of viewed
 * people.
 */
const PAUSE_MS = 300;
const FEWEST_LETTERS = 2;

export interface ServerResults {
  readonly people: readonly FinderChoice[];
  /** Groups and coalitions. */
  readonly groups: readonly FinderChoice[];
  readonly isAsking: boolean;
  /** Whether people are left out because the viewer reached the daily limit of viewed people. */
  readonly isWithheld: boolean;
}

/** Searches people and groups on the server. */
export function useServerResults(words: readonly string[]): ServerResults {
  const typed = words.join(' ');
  const text = useSettled(typed.length >= FEWEST_LETTERS ? typed : '');
  const { language } = useMe();
  const isOffline = useConnection() === 'offline';
  const [{ data, operation, fetching, error }] = useQuery({
    query: FINDER_SEARCH_QUERY,
    variables: { words: text, language },
    requestPolicy: 'network-only',
    pause: text === '' || isOffline,
  });
  const isCurrent = text === typed && operation?.variables.words === text;
  const { people, groups } = (isCurrent && text !== '' && data) || NOTHING;
  return {
    people: people.items.map(({ id, name, avatar, colour, territories }) => ({
      key: id,
      to: `/people/${id}`,
      title: name ?? '',
      note: territories.map(({ shortName }) => shortName).join(', '),
      start: <Picture id={id} name={name ?? ''} avatar={avatar} colour={colour} />,
    })),
    groups: groups.items.map((group) => ({
      key: group.id,
      to: groupPath(group),
      title: group.name,
      note: group.purpose,
      start: <GroupPicture group={group} />,
    })),
    isAsking: !isOffline && typed.length >= FEWEST_LETTERS && !error && (fetching || !isCurrent),
    isWithheld: people.isWithheld,
  };
}

const NOTHING = { people: { items: [], isWithheld: false }, groups: { items: [] } };

/** Returns the text after the person has stopped typing for `PAUSE_MS`. Returns an empty text at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}

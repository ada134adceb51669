import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useConnection } from '../../lib/server/connection';
import { useMe } from '../../lib/server/session';
import { Avatar } from '../../ui/display/avatar';
import { Picture } from '../../ui/display/picture';
import type { Choice } from './choice';
import { FIND } from './find.graphql';

/** A pause in typing. Each question counts people as seen and costs data. */
const PAUSE_MS = 300;
const FEWEST_LETTERS = 2;

export interface FromServer {
  readonly people: readonly Choice[];
  readonly groups: readonly Choice[];
  readonly isAsking: boolean;
  /** The day's measure of people is used up. */
  readonly isWithheld: boolean;
}

/** People and groups as the server finds them for this viewer. */
export function useFromServer(words: readonly string[]): FromServer {
  const typed = words.join(' ');
  const text = useSettled(typed.length >= FEWEST_LETTERS ? typed : '');
  const { language } = useMe();
  const isOffline = useConnection() === 'offline';
  const [{ data, operation, fetching, error }] = useQuery({
    query: FIND,
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
    groups: groups.items.map(({ id, slug, name, purpose }) => ({
      key: id,
      to: `/groups/${slug}`,
      title: name,
      note: purpose,
      start: <Avatar id={id} name={name} isGroup />,
    })),
    isAsking: !isOffline && typed.length >= FEWEST_LETTERS && !error && (fetching || !isCurrent),
    isWithheld: people.isWithheld,
  };
}

const NOTHING = { people: { items: [], isWithheld: false }, groups: { items: [] } };

/** The text once nobody types any more; nothing at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}

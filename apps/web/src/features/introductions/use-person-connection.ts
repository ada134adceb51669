import { useQuery } from 'urql';
import type { BetweenQuery } from '../../gql/types';
import { useNews } from '../../lib/server/use-news';
import { PERSON_CONNECTION_QUERY } from './person-connection.graphql';

type Some = BetweenQuery['asked']['items'];

export interface PersonConnection {
  /** Id of the introduction that waits for the other person's answer. */
  askedId: string | undefined;
  /** Id of the introduction that waits for the viewer's answer. */
  waitingId: string | undefined;
  conversationId: string | undefined;
  again: () => void;
}

/** Introductions and alliance between the viewer and one person; undefined while loading. */
export function usePersonConnection(personId: string | null): PersonConnection | undefined {
  const [{ data }, execute] = useQuery({
    query: PERSON_CONNECTION_QUERY,
    variables: { id: personId ?? '' },
    requestPolicy: 'cache-and-network',
    pause: personId === null,
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['introduction', 'alliance', 'channels'], again);
  if (!data || personId === null) return undefined;
  return {
    askedId: openWith(data.asked.items, personId),
    waitingId: openWith(data.waiting.items, personId),
    conversationId: data.person.conversationId ?? undefined,
    again,
  };
}

const openWith = (some: Some, personId: string) =>
  some.find(({ state, person }) => state === 'waiting' && person.personId === personId)?.id;

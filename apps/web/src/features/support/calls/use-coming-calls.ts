import { useQuery } from 'urql';
import { useNow } from '../../../lib/page/use-now';
import { useMe } from '../../../lib/server/session';
import { useNews } from '../../../lib/server/use-news';
import { COMING_CALLS } from './coming-calls.graphql';

export interface ComingCall {
  readonly path: string;
  readonly startsAt: string;
  /** The zone that is stored for the side of the viewer; none for an interpreter without hours. */
  readonly zone?: string | null;
  readonly role: 'requester' | 'supporter' | 'interpreter';
}

/** The booked calls of the viewer that are not over, in any role, in their order. */
export function useComingCalls(): readonly ComingCall[] {
  const now = useNow();
  const isMember = useMe().standing === 'member';
  const [{ data }, execute] = useQuery({
    query: COMING_CALLS,
    variables: { isMember },
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportRequest', 'supportCase', 'interpretation'], () =>
    execute({ requestPolicy: 'network-only' }),
  );
  const sides = (data?.myIntroductoryCalls ?? []).map(
    ({ requestId, viewerSide, requesterZone, supporterZone, startsAt, endsAt }) =>
      viewerSide === 'requester'
        ? {
            ...{ path: `/support/${requestId}/call`, zone: requesterZone, startsAt, endsAt },
            role: 'requester' as const,
          }
        : {
            ...{ path: `/cases/${requestId}`, zone: supporterZone, startsAt, endsAt },
            role: 'supporter' as const,
          },
  );
  const interpreted = (data?.myInterpretedCalls ?? []).map(
    ({ interpreterZone, startsAt, endsAt }) => ({
      ...{ path: '/support/interpreting', zone: interpreterZone, startsAt, endsAt },
      role: 'interpreter' as const,
    }),
  );
  return [...sides, ...interpreted]
    .filter(({ endsAt }) => Date.parse(endsAt) > now)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

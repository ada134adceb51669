import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { PARTNER_CASES } from './partners.graphql';

/** The cases on whose partner side the viewer is and the invitations to one, updated live; undefined while loading. */
export function usePartnerCases({ isPaused = false } = {}) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: PARTNER_CASES, pause: isPaused },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], () => isPaused || again());
  const problem = data ? undefined : requestProblemOf(error);
  return { cases: data?.partnerCases, invitations: data?.partnerInvitations, problem, again };
}

import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { PARTNER_CASES } from './partners.graphql';

/** The cases of others in which the viewer has a part, invitations and questions, updated live; undefined while loading. */
export function usePartnerCases({ isPaused = false } = {}) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: PARTNER_CASES, pause: isPaused },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], () => isPaused || again());
  const problem = data ? undefined : requestProblemOf(error);
  return {
    ...{ cases: data?.partnerCases, invitations: data?.partnerInvitations },
    ...{ helping: data?.helperCases, problem, again },
  };
}

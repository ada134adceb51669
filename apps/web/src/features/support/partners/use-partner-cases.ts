import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { PARTNER_CASES } from './partners.graphql';

/** The cases on whose partner side the viewer is and the invitations to one, updated live; undefined while loading. */
export function usePartnerCases() {
  const [{ data }, execute] = useQuery({
    query: PARTNER_CASES,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], again);
  return { cases: data?.partnerCases, invitations: data?.partnerInvitations, again };
}

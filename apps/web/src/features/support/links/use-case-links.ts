import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { CASE_LINKS } from './links.graphql';

/** The links of a case, updated live. Undefined while they load. */
export function useCaseLinks(requestId: string) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: CASE_LINKS, variables: { id: requestId } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  // Notices about other cases must not load these links: the requester sees every reading of a supporter.
  useNews(['caseLinks'], again, [requestId]);
  const problem = data ? undefined : requestProblemOf(error);
  return { links: data?.caseLinks, problem, again };
}

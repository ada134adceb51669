import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { SUPPORT_REQUEST } from './own-requests.graphql';

/** Loads one request of the viewer, updated live. */
export function useOwnRequest(id: string) {
  const [{ data, error }, execute] = useQuery({
    query: SUPPORT_REQUEST,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], again, [id]);
  const problem = data && !error ? undefined : requestProblemOf(error);
  const isGone = problem?.code === 'NOT_FOUND';
  return { request: isGone ? undefined : data?.supportRequest, problem, isGone, again };
}

import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { PAST_CALLS } from './past-calls.graphql';

/** Loads the calls of a request that ended or were cancelled, updated live. A paused hook loads nothing. */
export function usePastCalls(requestId: string, isPaused = false) {
  const [{ data }, execute] = useQuery({
    ...{ query: PAST_CALLS, variables: { id: requestId }, pause: isPaused },
    requestPolicy: 'cache-and-network',
  });
  useNews(
    ['supportRequest', 'supportCase'],
    () => !isPaused && execute({ requestPolicy: 'network-only' }),
  );
  return data?.pastCalls ?? [];
}

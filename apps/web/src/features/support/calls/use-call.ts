import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { INTRODUCTORY_CALL } from './calls.graphql';

/** Loads the last call of a request, updated live. A paused hook loads nothing. */
export function useCall(id: string, isPaused = false) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: INTRODUCTORY_CALL,
    variables: { id },
    pause: isPaused,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest', 'supportCase'], () => !isPaused && again());
  const call = data?.introductoryCall ?? undefined;
  return {
    call,
    booked: call?.state === 'booked' ? call : undefined,
    error,
    isLoading: fetching && !data,
    again,
  };
}

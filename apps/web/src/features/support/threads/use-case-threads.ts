import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { CASE_THREADS, type CaseThread } from './threads.graphql';

const NONE: readonly CaseThread[] = [];

/** The threads that the viewer may read, updated live; undefined while loading. */
export function useCaseThreads(isPaused = false) {
  const [{ data, error }, execute] = useQuery({
    query: CASE_THREADS,
    requestPolicy: 'cache-and-network',
    pause: isPaused,
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['channel', 'channels', 'supportRequest', 'supportCase'], again);
  return { threads: data?.caseThreads, error, again };
}

/** The threads of one request. */
export const threadsOf = (
  threads: readonly CaseThread[] | undefined,
  requestId: string,
): readonly CaseThread[] => threads?.filter((one) => one.requestId === requestId) ?? NONE;

/** How many messages of these threads are unread. */
export const unreadIn = (threads: readonly CaseThread[]): number =>
  threads.reduce((sum, { unreadCount }) => sum + unreadCount, 0);

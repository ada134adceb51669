import { useQuery } from 'urql';
import { problemOf, type Problem } from '../../../lib/server/errors';
import { FOUNDING, type Founding } from './founding.graphql';

interface FoundingState {
  /** Nothing while it is not known; null where nothing was founded. */
  founding: Founding | null | undefined;
  problem: Problem | undefined;
  reload: () => void;
}

/** How far the founding is. */
export function useFounding(): FoundingState {
  const [{ data, error }, execute] = useQuery({
    query: FOUNDING,
    requestPolicy: 'cache-and-network',
  });
  const problem = problemOf(error);
  const isNone = problem?.code === 'NOT_FOUND';
  return {
    founding: isNone ? null : data?.founding,
    problem: isNone || data ? undefined : problem,
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
}

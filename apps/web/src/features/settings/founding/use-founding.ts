import { useQuery } from 'urql';
import { problemOf, type Problem } from '../../../lib/server/errors';
import { FOUNDING, type Founding } from './founding.graphql';

interface FoundingState {
  /** Undefined while loading; null if the instance had no founding. */
  founding: Founding | null | undefined;
  problem: Problem | undefined;
  reload: () => void;
}

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

import { useQuery } from 'urql';
import { requestProblemOf, type RequestProblem } from '../../../lib/server/errors';
import { FOUNDING_QUERY, type Founding } from './founding.graphql';

interface FoundingState {
  /** Undefined while loading; null if the instance had no founding. */
  founding: Founding | null | undefined;
  problem: RequestProblem | undefined;
  reload: () => void;
}

export function useFounding(): FoundingState {
  const [{ data, error }, execute] = useQuery({
    query: FOUNDING_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const problem = requestProblemOf(error);
  const isNone = problem?.code === 'NOT_FOUND';
  return {
    founding: isNone ? null : data?.founding,
    problem: isNone || data ? undefined : problem,
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
}

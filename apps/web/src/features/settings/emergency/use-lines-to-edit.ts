import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMe } from '../../../lib/server/session';
import { LINES_TO_EDIT_QUERY } from './emergency-lines.graphql';

/** The emergency lines as an administrator edits them, always from the server. `lines` is undefined while loading. */
export function useLinesToEdit() {
  const { language } = useMe();
  const [{ data, error }, execute] = useQuery({
    query: LINES_TO_EDIT_QUERY,
    variables: { language },
    requestPolicy: 'network-only',
  });
  return {
    lines: data?.emergencyLinesToEdit,
    reviewedAt: data?.emergencyList.reviewedAt,
    problem: requestProblemOf(error),
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
}

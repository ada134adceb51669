import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { CASE_TEAM, type Team } from './team.graphql';

const NONE: Team = {
  ...{ members: [], earlier: [], offers: [] },
  ...{ supporterAuthorIds: [], requesterAuthorId: null },
};

/** The supporters of a case, and those who are asked, updated live; empty while loading. */
export function useCaseTeam(id: string): Team {
  const [{ data }, execute] = useQuery({
    ...{ query: CASE_TEAM, variables: { id } },
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportRequest', 'supportCase'], () => execute({ requestPolicy: 'network-only' }));
  return data?.caseTeam ?? NONE;
}

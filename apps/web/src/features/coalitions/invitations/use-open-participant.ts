import { useClient } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { PARTICIPANT_QUERY } from '../participants/participants.graphql';

/**
 * Opens the page of a participant that has just entered. Its coalition is queried again, because the mutation ran with
 * the rights that the viewer had before.
 */
export function useOpenParticipant(): (id: string) => Promise<void> {
  const client = useClient();
  const navigate = usePageNavigate();
  return async (id) => {
    const requestPolicy = 'network-only' as const;
    const { data } = await client.query(PARTICIPANT_QUERY, { id }, { requestPolicy }).toPromise();
    const slug = data?.participant.coalition?.slug;
    const path = slug ? `/coalitions/${slug}/participants/${id}` : '/coalitions';
    navigate(path, { replace: true });
  };
}

import { Trans } from '@lingui/react/macro';
import { Navigate } from 'react-router';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { ButtonLink } from '../../../ui/actions/button';
import { Skeleton } from '../../../ui/display/skeleton';
import { EmptyState } from '../../../ui/page/empty-state';
import { NotFound } from '../../../ui/page/not-found';
import { Page } from '../../../ui/page/page';
import { COALITION_QUERY } from '../coalitions.graphql';

interface GoneParticipantProps {
  slug: string;
  /** Id of the group or organisation that the viewer saw as the participant under its earlier id. */
  partyId?: string | undefined;
}

/**
 * In place of a participant that does not exist under this id. One whose id changed with its name is opened for those
 * who see which group or organisation it is; the others get the way to the coalition.
 */
export function GoneParticipant({ slug, partyId }: GoneParticipantProps) {
  const [{ data, error }] = useQuery({
    query: COALITION_QUERY,
    variables: { slug },
    requestPolicy: 'network-only',
  });
  if (requestProblemOf(error)) return <NotFound />;
  if (!data) {
    return (
      <Page width={600}>
        <Skeleton kind="text" />
      </Page>
    );
  }
  const path = `/coalitions/${slug}`;
  const moved = (data.group.participants ?? []).find(
    ({ group, organisation }) => partyId && (group?.id ?? organisation?.id) === partyId,
  );
  if (moved) return <Navigate to={`${path}/participants/${moved.id}`} replace />;
  return (
    <Page width={600}>
      <EmptyState
        level="h1"
        title={<Trans>Este participante cambió de nombre o ya no está</Trans>}
        actions={
          <ButtonLink kind="primary" to={path}>
            <Trans>Ver la coalición</Trans>
          </ButtonLink>
        }
      >
        <Trans>En la página de la coalición están los participantes actuales.</Trans>
      </EmptyState>
    </Page>
  );
}

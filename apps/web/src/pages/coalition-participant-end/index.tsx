import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { GoneParticipant } from '../../features/coalitions/participants/gone-participant';
import { PARTICIPANT_QUERY } from '../../features/coalitions/participants/participants.graphql';
import { RemoveParticipant } from '../../features/coalitions/participants/remove-participant';
import { TakeOutParticipant } from '../../features/coalitions/participants/take-out-participant';
import { useParticipantLabel } from '../../features/coalitions/taking-part/participant-label';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/**
 * Ends a participant: its stewards or spokesperson take it out at once; a coalition steward of another one requests its
 * removal.
 */
export default function EndParticipantPage() {
  const { t } = useLingui();
  const { slug = '', id = '' } = useParams();
  const { confirm, sheet } = usePasswordConfirmation();
  const [{ data, error }, refetch] = useQuery({
    query: PARTICIPANT_QUERY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const problem = requestProblemOf(error);
  const participant = data?.participant;
  const name = useParticipantLabel()(participant ?? null);
  const isOwn = participant?.viewerCan.includes('takeOut') ?? false;
  const mayNot = participant && !isOwn && !participant.viewerCan.includes('remove');
  if (mayNot) return <NotFound />;
  if (problem?.code === 'NOT_FOUND') return <GoneParticipant slug={slug} />;
  const back = `/coalitions/${slug}/participants/${id}`;
  return (
    <Page title={t`Participante`} back={{ to: back, label: t`Participante` }} width={600}>
      {problem && !data && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!participant && !problem && <Skeleton kind="text" />}
      {participant && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              {isOwn ? (
                <Trans>¿Sacar a {name} de la coalición?</Trans>
              ) : (
                <Trans>Pedir que salga {name}</Trans>
              )}
            </h1>
            <p className="muted">
              {isOwn ? (
                <Trans>Pasa enseguida y no se puede deshacer.</Trans>
              ) : (
                <Trans>Lo aprueba otro grupo u organización de la coalición.</Trans>
              )}
            </p>
          </div>
          {isOwn ? (
            <TakeOutParticipant participant={participant} back={back} />
          ) : (
            <RemoveParticipant participant={participant} back={back} onConfirm={confirm} />
          )}
        </>
      )}
      {sheet}
    </Page>
  );
}

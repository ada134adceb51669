import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import {
  AlreadyInside,
  useParticipants,
} from '../../features/coalitions/invitations/already-inside';
import { CoalitionPreview } from '../../features/coalitions/invitations/coalition-preview';
import { EntryQuestion } from '../../features/coalitions/invitations/entry-question';
import {
  type CoalitionPreview as Preview,
  LINKED_COALITION_QUERY,
  USE_COALITION_LINK,
} from '../../features/coalitions/invitations/invitations.graphql';
import { type Acceptance, JoinForm } from '../../features/coalitions/invitations/join-form';
import { useOpenParticipant } from '../../features/coalitions/invitations/use-open-participant';
import {
  type Candidate,
  candidateInput,
  candidatesFor,
  divideCandidates,
  type Participants,
} from '../../features/coalitions/participants/candidates';
import { PARTICIPANT_CANDIDATES_QUERY } from '../../features/coalitions/participants/candidates.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Banner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** Target page of a link into a coalition. The token is in the fragment of the URL, so that no server logs it. */
export default function CoalitionLinkPage() {
  const { t } = useLingui();
  const token = useLocation().hash.slice(1);
  const requestPolicy = 'network-only' as const;
  const [{ data, error }, refetch] = useQuery({
    query: LINKED_COALITION_QUERY,
    variables: { token },
    requestPolicy,
    pause: token === '',
  });
  const [{ data: own, error: ownError }, refetchOwn] = useQuery({
    query: PARTICIPANT_CANDIDATES_QUERY,
    requestPolicy,
  });
  const participants = useParticipants(data?.linkedCoalition.slug);
  const again = () => refetch({ requestPolicy });
  const problem = requestProblemOf(error);
  const ownProblem = requestProblemOf(ownError);
  const isNone = token === '' || problem?.code === 'NOT_FOUND' || problem?.code === 'FORBIDDEN';
  return (
    <Page title={t`Invitación`} back={{ to: '/coalitions', label: t`Coaliciones` }} width={600}>
      {isNone && <NoLink />}
      {!isNone && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!problem && ownProblem && <LoadFailed problem={ownProblem} onRetry={() => refetchOwn()} />}
      {data && own && participants && (
        <Invitation
          key={token}
          token={token}
          coalition={data.linkedCoalition}
          candidates={candidatesFor(own, 'joinCoalition')}
          participants={participants}
          onOutdated={again}
        />
      )}
      {!isNone && !problem && !ownProblem && !(data && own && participants) && (
        <Skeleton kind="text" />
      )}
    </Page>
  );
}

function NoLink() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Con este enlace no se puede entrar</Trans>}
      actions={
        <ButtonLink to="/coalitions">
          <Trans>Ver las coaliciones</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Puede que ya se haya usado, que falte que lo aprueben o que hayan pasado sus catorce días.
        Pídele otro a quien te lo dio.
      </Trans>
    </EmptyState>
  );
}

interface InvitationProps {
  token: string;
  coalition: Preview;
  candidates: readonly Candidate[];
  onOutdated: () => void;
}

function Invitation({ participants, ...props }: InvitationProps & { participants: Participants }) {
  // The participants of the first render: the acceptance adds one, and the form stays until the next page is there.
  const [{ inside, outside }] = useState(() => divideCandidates(props.candidates, participants));
  if (inside.length > 0 && outside.length === 0) {
    return <AlreadyInside coalition={props.coalition} inside={inside} />;
  }
  return <Question {...props} candidates={outside} />;
}

function Question({ token, coalition, candidates, onOutdated }: InvitationProps) {
  return (
    <>
      <h1 className="breakable">
        <EntryQuestion coalition={coalition.name} candidates={candidates} />
      </h1>
      <CoalitionPreview coalition={coalition} hasConsent={candidates.length > 0} />
      {candidates.length === 0 ? (
        <Banner
          look="info"
          title={
            <Trans>
              Solo puede aceptar quien sostiene un grupo o representa a una organización
            </Trans>
          }
        >
          <Trans>Dale el enlace a esa persona: todavía no se usó.</Trans>
        </Banner>
      ) : (
        <Answer
          token={token}
          coalition={coalition}
          candidates={candidates}
          onOutdated={onOutdated}
        />
      )}
    </>
  );
}

function Answer({ token, coalition, candidates, onOutdated }: InvitationProps) {
  const { t } = useLingui();
  const open = useOpenParticipant();
  const toast = useToast();
  const use = useMutationState(USE_COALITION_LINK, GROUP_TYPES);
  const accept = async ({ candidate, ...acceptance }: Acceptance) => {
    const input = { token, ...candidateInput(candidate), ...acceptance };
    const participant = (await use.run({ input }))?.useCoalitionLink;
    if (!participant) return;
    const { name } = candidate;
    toast({ text: t`${name} ya es parte de ${coalition.name}. Ahora invita a su gente.` });
    await open(participant.id);
  };
  return (
    <JoinForm
      coalition={coalition}
      candidates={candidates}
      act={use}
      onAccept={(acceptance) => void accept(acceptance)}
      onOutdated={onOutdated}
      decline={
        <ButtonLink kind="line" to="/coalitions">
          <Trans>Ahora no</Trans>
        </ButtonLink>
      }
    />
  );
}

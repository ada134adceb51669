import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { CoalitionPreview } from '../../features/coalitions/invitations/coalition-preview';
import { EntryQuestion } from '../../features/coalitions/invitations/entry-question';
import {
  ACCEPT_COALITION_INVITATION,
  DECLINE_COALITION_INVITATION,
  RECEIVED_COALITION_INVITATIONS_QUERY,
  type ReceivedCoalitionInvitation,
} from '../../features/coalitions/invitations/invitations.graphql';
import { type Acceptance, JoinForm } from '../../features/coalitions/invitations/join-form';
import { useOpenParticipant } from '../../features/coalitions/invitations/use-open-participant';
import {
  candidateOfGroup,
  candidateOfOrganisation,
} from '../../features/coalitions/participants/candidates';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { requestProblemOf } from '../../lib/server/errors';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { ConfirmButton } from '../../ui/actions/confirm';
import { useToast } from '../../ui/actions/toast';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** An invitation to one of the viewer's groups or organisations: what it enters, how it is shown, and the answer. */
export default function CoalitionInvitationPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({
    query: RECEIVED_COALITION_INVITATIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['coalitionInvitation'], again);
  const problem = data ? undefined : requestProblemOf(error);
  // An accepted invitation is not in the list any more, while the page of the participant is still loading.
  const [accepting, setAccepting] = useState<ReceivedCoalitionInvitation>();
  const listed = data?.receivedCoalitionInvitations.find((one) => one.id === id);
  const invitation = listed ?? accepting;
  if (data && !invitation) return <NotFound />;
  return (
    <Page title={t`Invitación`} back={{ to: '/coalitions', label: t`Coaliciones` }} width={600}>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {invitation && (
        <Invitation
          key={id}
          invitation={invitation}
          onAccepting={setAccepting}
          onOutdated={again}
        />
      )}
    </Page>
  );
}

interface InvitationProps {
  invitation: ReceivedCoalitionInvitation;
  /** Called with the invitation when it is being accepted, and with nothing when that was refused. */
  onAccepting: (invitation: ReceivedCoalitionInvitation | undefined) => void;
  onOutdated: () => void;
}

function Invitation({ invitation, ...events }: InvitationProps) {
  const { i18n } = useLingui();
  const { coalition, group, organisation, expiresAt } = invitation;
  const name = group?.name ?? organisation?.name ?? '';
  const day = i18n.date(expiresAt, { day: 'numeric', month: 'long' });
  return (
    <>
      <div className="stack stack--2">
        <span className="eyebrow breakable">
          <Trans>Para {name}</Trans>
        </span>
        <h1 className="breakable">
          <EntryQuestion
            coalition={coalition.name}
            candidates={[{ kind: group ? 'group' : 'organisation' }]}
          />
        </h1>
        <p className="muted">
          <Trans>Vence: {day}.</Trans>
        </p>
      </div>
      <CoalitionPreview coalition={coalition} hasConsent />
      <Answer invitation={invitation} {...events} />
    </>
  );
}

function Answer({ invitation, onAccepting, onOutdated }: InvitationProps) {
  const { t } = useLingui();
  const open = useOpenParticipant();
  const toast = useToast();
  const { id, coalition, group, organisation } = invitation;
  const types = [...GROUP_TYPES, 'ReceivedCoalitionInvitation'];
  const accepting = useMutationState(ACCEPT_COALITION_INVITATION, types);
  const name = group?.name ?? organisation?.name ?? '';
  const candidates = [
    ...(group ? [candidateOfGroup(group)] : []),
    ...(organisation ? [candidateOfOrganisation(organisation)] : []),
  ];
  const accept = async ({ shownName, agreementsVersion }: Acceptance) => {
    const input = { invitationId: id, shownName, agreementsVersion };
    onAccepting(invitation);
    const participant = (await accepting.run({ input }))?.acceptCoalitionInvitation;
    if (!participant) {
      onAccepting(undefined);
      return;
    }
    toast({ text: t`${name} ya es parte de ${coalition.name}. Ahora invita a su gente.` });
    await open(participant.id);
  };
  if (candidates.length === 0) return <NotFound />;
  return (
    <JoinForm
      coalition={coalition}
      candidates={candidates}
      act={accepting}
      onAccept={(acceptance) => void accept(acceptance)}
      onOutdated={onOutdated}
      decline={<Decline id={id} coalition={coalition.name} />}
    />
  );
}

/** Declines for the whole group or organisation, after a confirmation: going back takes another invitation. */
function Decline({ id, coalition }: { id: string; coalition: string }) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  const toast = useToast();
  const decline = useMutationState(DECLINE_COALITION_INVITATION, ['ReceivedCoalitionInvitation']);
  const act = async () => {
    if (!(await decline.run({ id }))) return false;
    toast({ text: t`Invitación rechazada` });
    navigate('/coalitions', { replace: true });
    return true;
  };
  return (
    <ConfirmButton
      kind="line"
      label={<Trans>Rechazar</Trans>}
      title={<Trans>¿Rechazar la invitación a {coalition}?</Trans>}
      actKind="danger"
      actLabel={<Trans>Rechazar la invitación</Trans>}
      isBusy={decline.isBusy}
      message={decline.message}
      onAct={act}
    >
      <Trans>Si después quieren entrar, hará falta otra invitación.</Trans>
    </ConfirmButton>
  );
}

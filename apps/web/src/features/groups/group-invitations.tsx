import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { GroupInvitationsQuery } from '../../gql/types';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { DeclineHint, InvitationCard } from '../../ui/people/invitation-card';
import {
  ACCEPT_GROUP_INVITATION,
  DECLINE_GROUP_INVITATION,
  GROUP_INVITATIONS_QUERY,
} from './group-invitations.graphql';
import { AgreementsDisclosure } from './agreements/agreements-text';
import { usePinnedAgreements } from './agreements/pinned-agreements';
import './error-texts';

/** The viewer's open invitations to groups; renders nothing without any. */
export function GroupInvitations({ onJoined }: { onJoined?: () => void }) {
  const [{ data }, refetch] = useQuery({ query: GROUP_INVITATIONS_QUERY });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['groupInvitation'], again);
  const changed = () => {
    again();
    onJoined?.();
  };
  return data?.groupInvitations.map(
    ({ id, group }) =>
      group && <Invitation key={id} id={id} group={group} onChanged={changed} onConflict={again} />,
  );
}

interface InvitationProps {
  id: string;
  group: NonNullable<GroupInvitationsQuery['groupInvitations'][number]['group']>;
  onChanged: () => void;
  onConflict: () => void;
}

/** An invitation with the agreements that an acceptance consents to. */
function Invitation({ id, group, onChanged, onConflict }: InvitationProps) {
  const { t } = useLingui();
  const { pinned, notice } = usePinnedAgreements(group);
  return (
    <InvitationCard
      id={id}
      into={group}
      title={<Trans>Te invitan a {group.name}</Trans>}
      about={group.purpose}
      accept={{
        document: ACCEPT_GROUP_INVITATION,
        more: { agreementsVersion: pinned.agreements.version },
        label: <Trans>Entrar</Trans>,
        done: t`Entraste al grupo`,
      }}
      decline={{ document: DECLINE_GROUP_INVITATION, done: t`Invitación rechazada` }}
      onChanged={onChanged}
      onConflict={onConflict}
    >
      <DeclineHint />
      {notice}
      <AgreementsDisclosure agreements={pinned.agreements} />
      <ButtonLink kind="text" small to={`/groups/${group.slug}`}>
        <Trans>Ver el grupo y elegir con qué nombre entrar</Trans>
      </ButtonLink>
    </InvitationCard>
  );
}

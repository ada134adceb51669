import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useAct } from '../../lib/use-act';
import { useNews } from '../../lib/use-news';
import { Avatar } from '../../ui/avatar';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { useToast } from '../../ui/toast';
import type { GroupInvitationsQuery } from '../../gql/types';
import { ACCEPT_INVITATION, DECLINE_INVITATION, GROUP_INVITATIONS } from './groups.graphql';
import './reasons';
import { TwoAnswers } from '../../ui/two-answers';

type Invitation = GroupInvitationsQuery['groupInvitations'][number];

/** Invitations into groups that wait for an answer; nothing when there is none. */
export function GroupInvitations({ onJoined }: { onJoined?: () => void }) {
  const [{ data }, refetch] = useQuery({ query: GROUP_INVITATIONS });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['groupInvitation'], again);
  const changed = () => {
    again();
    onJoined?.();
  };
  return data?.groupInvitations.map((one) => (
    <InvitationCard key={one.id} invitation={one} onChanged={changed} />
  ));
}

function InvitationCard({
  invitation: { id, group },
  onChanged,
}: {
  invitation: Invitation;
  onChanged: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const accept = useAct(ACCEPT_INVITATION);
  const decline = useAct(DECLINE_INVITATION);
  if (!group) return null;
  const answer = async (run: typeof accept.run | typeof decline.run, text: string) => {
    if (!(await run({ id }))) return;
    toast({ text });
    onChanged();
  };
  return (
    <Card isWaiting>
      <Head group={group} />
      <TwoAnswers
        message={accept.message ?? decline.message}
        yes={{
          label: <Trans>Entrar</Trans>,
          isBusy: accept.isBusy,
          onClick: () => void answer(accept.run, t`Entraste al grupo`),
        }}
        no={{
          label: <Trans>Ahora no</Trans>,
          isBusy: decline.isBusy,
          onClick: () => void answer(decline.run, t`Invitación rechazada`),
        }}
      />
      <ButtonLink kind="text" small to={`/groups/${group.slug}`}>
        <Trans>Ver el grupo y elegir con qué nombre entrar</Trans>
      </ButtonLink>
    </Card>
  );
}

function Head({ group }: { group: NonNullable<Invitation['group']> }) {
  return (
    <div className="inline inline--3 top">
      <Avatar id={group.id} name={group.name} isGroup />
      <div className="grow">
        <b>
          <Trans>Te invitan a {group.name}</Trans>
        </b>
        <p className="xs muted">{group.purpose}</p>
      </div>
    </div>
  );
}

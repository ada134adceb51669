import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CHANNELS_QUERY } from '../../features/channels/list/listed-channels.graphql';
import { GROUP_MEMBERS_QUERY } from '../../features/groups/groups.graphql';
import { ConfirmGroupInvitation } from '../../features/groups/inviting/confirm-group-invitation';
import {
  SENT_GROUP_INVITATIONS_QUERY,
  SentGroupInvitationList,
} from '../../features/groups/sent-group-invitation-list';
import { type PickedPerson, PersonPicker } from '../../features/profiles/person/person-picker';
import { Button } from '../../ui/actions/button';

interface InvitingProps {
  groupId: string;
  group: string;
}

/**
 * Lets a steward invite a member and lists the invitations that stewards sent. The outcome of an invitation is not
 * disclosed.
 */
export function InviteMembers({ groupId, group }: InvitingProps) {
  const [isPicking, setPicking] = useState(false);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [{ data }, refetch] = useQuery({
    query: SENT_GROUP_INVITATIONS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  const allies = useAlliesOutside(groupId);
  const pick = (picked: PickedPerson) => {
    setPerson(picked);
    setPicking(false);
  };
  return (
    <>
      <section className="stack stack--2">
        <div className="btns">
          <Button
            kind="primary"
            icon="plus"
            onClick={() => setPicking(true)}
            aria-haspopup="dialog"
          >
            <Trans>Invitar a alguien</Trans>
          </Button>
        </div>
        <p className="xs muted">
          <Trans>
            Una invitación dura catorce días. No te decimos qué pasó con ella: la persona puede
            estar ya en el grupo con otro nombre, o preferir que no.
          </Trans>
        </p>
      </section>
      <SentGroupInvitationList sent={data?.sentGroupInvitations ?? []} onChanged={again} />
      <PersonPicker
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onPick={pick}
        suggested={{ title: <Trans>Aliadas y aliados</Trans>, people: allies }}
      />
      {person && (
        <ConfirmGroupInvitation
          {...{ groupId, group, person }}
          onInvited={again}
          onClose={() => setPerson(null)}
        />
      )}
    </>
  );
}

/** The viewer's allies by name, without those whom the first page of the group's list shows. */
function useAlliesOutside(groupId: string): readonly PickedPerson[] {
  const { i18n } = useLingui();
  const [{ data: listed }] = useQuery({ query: CHANNELS_QUERY });
  const [{ data: members }] = useQuery({
    query: GROUP_MEMBERS_QUERY,
    variables: { groupId, after: null },
  });
  const inside = new Set(members?.groupMembers.items.map(({ personId }) => personId));
  return (listed?.channels ?? [])
    .flatMap(({ allyId, isEnded, name }) => (allyId && !isEnded ? [{ id: allyId, name }] : []))
    .filter(({ id }) => !inside.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
}

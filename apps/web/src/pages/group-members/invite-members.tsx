import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { INVITE_TO_GROUP } from '../../features/groups/groups.graphql';
import {
  SENT_GROUP_INVITATIONS_QUERY,
  SentGroupInvitationList,
} from '../../features/groups/sent-group-invitation-list';
import { type PickedPerson, PersonPicker } from '../../features/profiles/person/person-picker';
import { Button } from '../../ui/actions/button';
import { ConfirmedMutationDialog } from '../../ui/actions/confirmed-mutation';

interface InvitingProps {
  groupId: string;
  group: string;
}

/**
 * Lets a steward invite a member and lists the invitations that stewards sent. The outcome of an invitation is not
 * disclosed.
 */
export function InviteMembers({ groupId, group }: InvitingProps) {
  const { t } = useLingui();
  const [isPicking, setPicking] = useState(false);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [{ data }, refetch] = useQuery({
    query: SENT_GROUP_INVITATIONS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  const name = person?.name ?? '';
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
      <PersonPicker isOpen={isPicking} onClose={() => setPicking(false)} onPick={pick} />
      {person && (
        <ConfirmedMutationDialog
          document={INVITE_TO_GROUP}
          variables={{ input: { groupId, personId: person.id } }}
          title={
            <Trans>
              ¿Invitar a {name} a {group}?
            </Trans>
          }
          actLabel={<Trans>Invitar</Trans>}
          actKind="primary"
          done={t`Invitación enviada`}
          onDone={again}
          onClose={() => setPerson(null)}
        >
          <Trans>Se entera enseguida, y verá el nombre del grupo y para qué existe.</Trans>
        </ConfirmedMutationDialog>
      )}
    </>
  );
}

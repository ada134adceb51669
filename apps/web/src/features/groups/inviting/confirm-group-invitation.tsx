import { Trans, useLingui } from '@lingui/react/macro';
import { ConfirmedMutationDialog } from '../../../ui/actions/confirmed-mutation';
import { INVITE_TO_GROUP } from '../groups.graphql';
import '../error-texts';

interface ConfirmGroupInvitationProps {
  groupId: string;
  /** Name of the group. */
  group: string;
  person: { readonly id: string; readonly name: string };
  onInvited: () => void;
  onClose: () => void;
}

/** Asks once more before a person is invited to a group. */
export function ConfirmGroupInvitation(props: ConfirmGroupInvitationProps) {
  const { groupId, group, person, onInvited, onClose } = props;
  const { t } = useLingui();
  const { name } = person;
  return (
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
      onDone={onInvited}
      onClose={onClose}
    >
      <Trans>Se entera enseguida, y verá el nombre del grupo y para qué existe.</Trans>
    </ConfirmedMutationDialog>
  );
}

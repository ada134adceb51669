import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import { ConfirmedMutationDialog } from '../../../ui/actions/confirmed-mutation';
import { INVITE_TO_GROUP } from '../groups.graphql';
import '../error-texts';

registerErrorTexts({
  'groupInvitation.removed': msg`Sacaron a esa persona de este grupo. Antes de invitarla, ve a «Personas» en el grupo, busca «Personas que sacaron» y elige «Permitir que vuelva».`,
});

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
      <Trans>
        Si le llega, se entera enseguida y verá el nombre del grupo y para qué existe. Puede que no
        le llegue: por ejemplo, si en los últimos 90 días rechazó o dejó vencer otra invitación a
        este grupo.
      </Trans>
    </ConfirmedMutationDialog>
  );
}

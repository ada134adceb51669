import { Trans, useLingui } from '@lingui/react/macro';
import { ConfirmedMutationDialog } from '../../../ui/actions/confirmed-mutation';
import { END_FACILITATION, MAKE_FACILITATOR } from './facilitators.graphql';
import type { GroupMember, RoleAction, RoleActionProps } from '../steward-actions';
import '../error-texts';

/** The viewer's actions about the role of facilitator of a member, or about their own. */
export function useFacilitatorActions({ isMe, viewerCan }: GroupMember): RoleAction[] {
  const { t } = useLingui();
  if (viewerCan.includes('makeFacilitator'))
    return [{ icon: 'channel', label: t`Darle la tarea de facilitar`, Dialog: Make }];
  if (!viewerCan.includes('endFacilitation')) return [];
  const label = isMe ? t`Dejar de facilitar` : t`Quitarle la tarea de facilitar`;
  return [{ icon: 'back', label, isDanger: true, Dialog: End }];
}

function Make({ member: { id, name }, onChanged, onClose }: RoleActionProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationDialog
      document={MAKE_FACILITATOR}
      variables={{ id }}
      title={<Trans>¿Quieres que {name} facilite?</Trans>}
      actKind="primary"
      actLabel={<Trans>Darle la tarea</Trans>}
      done={t`${name} facilita ahora`}
      onDone={onChanged}
      onClose={onClose}
    >
      <Trans>
        Desde ahora podrá crear, renombrar y archivar canales, cerrar temas y fijar mensajes. No
        quita mensajes de otras personas, no decide quién entra o sale ni cambia nada más. Lo verá
        en su bandeja, y puedes quitarle la tarea cuando quieras.
      </Trans>
    </ConfirmedMutationDialog>
  );
}

function End({ member: { id, name, isMe }, onChanged, onClose }: RoleActionProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationDialog
      document={END_FACILITATION}
      variables={{ id }}
      title={
        isMe ? (
          <Trans>¿Dejar de facilitar?</Trans>
        ) : (
          <Trans>¿Quieres que {name} deje de facilitar?</Trans>
        )
      }
      actKind="danger"
      actLabel={isMe ? <Trans>Dejar de facilitar</Trans> : <Trans>Quitarle la tarea</Trans>}
      done={isMe ? t`Ya no facilitas` : t`${name} ya no facilita`}
      onDone={onChanged}
      onClose={onClose}
    >
      {isMe ? (
        <Trans>
          Sigues aquí, y ya no creas ni archivas canales ni fijas mensajes. Los canales que creaste
          se quedan. Para volver a facilitar, alguien tendrá que darte la tarea otra vez.
        </Trans>
      ) : (
        <Trans>
          {name} sigue aquí, y ya no crea ni archiva canales ni fija mensajes. Los canales que creó
          se quedan. Lo verá en su bandeja, y queda anotado que lo hiciste.
        </Trans>
      )}
    </ConfirmedMutationDialog>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentType } from 'react';
import type { GroupMembersQuery } from '../../gql/types';
import { ConfirmedMutationDialog } from '../../ui/actions/confirmed-mutation';
import type { IconName } from '../../ui/display/icon';
import {
  END_STEWARDSHIP,
  HAND_OVER_GROUP,
  OFFER_STEWARDSHIP,
  WITHDRAW_STEWARDSHIP_OFFER,
} from './groups.graphql';
import './error-texts';

export type GroupMember = GroupMembersQuery['groupMembers']['items'][number];

export interface RoleActionProps {
  member: GroupMember;
  onChanged: () => void;
  onClose: () => void;
}

export interface RoleAction {
  readonly icon: IconName;
  readonly label: string;
  readonly isDanger?: boolean;
  /** Confirmation that explains the consequences and runs the action. */
  readonly Dialog: ComponentType<RoleActionProps>;
}

/** The viewer's actions about the stewardship of a member: offer it, withdraw the offer, hand over or end it. */
export function useStewardActions({ role, isMe, viewerCan }: GroupMember): RoleAction[] {
  const { t } = useLingui();
  const isOffered = viewerCan.includes('withdrawStewardshipOffer');
  const all: (RoleAction & { isThere: boolean })[] = [
    { isThere: isOffered, icon: 'close', label: t`Retirar el pedido`, Dialog: WithdrawOffer },
    {
      isThere: !isOffered && viewerCan.includes('offerStewardship'),
      icon: 'plus',
      label: t`Pedirle que sostenga el grupo`,
      Dialog: Offer,
    },
    {
      isThere: viewerCan.includes('handOver') && role !== 'steward',
      icon: 'send',
      label: t`Pasarle el grupo`,
      Dialog: HandOver,
    },
    {
      isThere: viewerCan.includes('endStewardship'),
      icon: 'back',
      label: isMe ? t`Dejar de sostenerlo` : t`Quitarle esta tarea`,
      isDanger: true,
      Dialog: End,
    },
  ];
  return all.filter(({ isThere }) => isThere);
}

function Offer({ member: { id, name }, onChanged, onClose }: RoleActionProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationDialog
      document={OFFER_STEWARDSHIP}
      variables={{ id }}
      title={<Trans>¿Pedirle a {name} que también sostenga el grupo?</Trans>}
      actKind="primary"
      actLabel={<Trans>Pedírselo</Trans>}
      done={t`Se lo pedimos a ${name}`}
      onDone={onChanged}
      onClose={onClose}
    >
      <Trans>
        Si acepta, podrá lo mismo que tú: decidir quién entra, sacar a alguien y editar el grupo.
        Tiene catorce días para responder; hasta entonces puedes retirar el pedido.
      </Trans>
    </ConfirmedMutationDialog>
  );
}

function WithdrawOffer({ member: { id, name }, onChanged, onClose }: RoleActionProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationDialog
      document={WITHDRAW_STEWARDSHIP_OFFER}
      variables={{ id }}
      title={<Trans>¿Retirar el pedido a {name}?</Trans>}
      actKind="primary"
      actLabel={<Trans>Retirar el pedido</Trans>}
      done={t`Pedido retirado`}
      onDone={onChanged}
      onClose={onClose}
    >
      <Trans>{name} sigue en el grupo y ya no podrá aceptar. Puedes pedírselo otra vez.</Trans>
    </ConfirmedMutationDialog>
  );
}

function HandOver({ member: { id, name }, onChanged, onClose }: RoleActionProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationDialog
      document={HAND_OVER_GROUP}
      variables={{ id }}
      title={<Trans>¿Pasarle el grupo a {name}?</Trans>}
      actKind="primary"
      actLabel={<Trans>Pasar el grupo</Trans>}
      done={t`${name} sostiene ahora el grupo`}
      onDone={onChanged}
      onClose={onClose}
    >
      <Trans>Sigues en el grupo, y {name} decide desde ahora quién entra.</Trans>
    </ConfirmedMutationDialog>
  );
}

function End({ member: { id, name, isMe }, onChanged, onClose }: RoleActionProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationDialog
      document={END_STEWARDSHIP}
      variables={{ id }}
      title={
        isMe ? (
          <Trans>¿Dejar de sostener el grupo?</Trans>
        ) : (
          <Trans>¿Que {name} deje de sostener el grupo?</Trans>
        )
      }
      actKind="danger"
      actLabel={isMe ? <Trans>Dejar de sostenerlo</Trans> : <Trans>Quitarle esta tarea</Trans>}
      done={isMe ? t`Ya no sostienes el grupo` : t`${name} ya no sostiene el grupo`}
      onDone={onChanged}
      onClose={onClose}
    >
      {isMe ? (
        <Trans>
          Sigues en el grupo, y ya no decides quién entra. Para volver a sostenerlo, alguien que lo
          sostiene tendrá que pedírtelo.
        </Trans>
      ) : (
        <Trans>
          {name} sigue en el grupo, y ya no decide quién entra. Queda anotado que lo hiciste.
        </Trans>
      )}
    </ConfirmedMutationDialog>
  );
}

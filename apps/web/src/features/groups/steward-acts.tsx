import { Trans, useLingui } from '@lingui/react/macro';
import type { GroupMembersQuery } from '../../gql/types';
import { ConfirmedAct } from '../../ui/actions/confirmed-act';
import { END_STEWARDSHIP, HAND_OVER, OFFER_STEWARDSHIP, WITHDRAW_OFFER } from './groups.graphql';
import './reasons';

type Member = GroupMembersQuery['groupMembers']['items'][number];

interface StewardActsProps {
  member: Member;
  onChanged: () => void;
}

const canTakeOver = ({ role, viewerCan }: Member) =>
  viewerCan.includes('handOver') && role !== 'steward';

/** Whether the viewer may change who holds the group with this member. */
export const hasStewardActs = (member: Member): boolean =>
  canTakeOver(member) || member.viewerCan.includes('endStewardship');

/** What a steward does about who else holds the group. */
export function StewardActs({ member, onChanged }: StewardActsProps) {
  const { viewerCan } = member;
  const isOffered = viewerCan.includes('withdrawStewardshipOffer');
  return (
    <>
      {isOffered && <WithdrawOffer member={member} onChanged={onChanged} />}
      {!isOffered && viewerCan.includes('offerStewardship') && (
        <Offer member={member} onChanged={onChanged} />
      )}
      {canTakeOver(member) && <HandOver member={member} onChanged={onChanged} />}
      {viewerCan.includes('endStewardship') && <End member={member} onChanged={onChanged} />}
    </>
  );
}

function Offer({ member: { id, name }, onChanged }: StewardActsProps) {
  const { t } = useLingui();
  return (
    <ConfirmedAct
      document={OFFER_STEWARDSHIP}
      variables={{ id }}
      label={<Trans>Pedirle que sostenga el grupo</Trans>}
      ariaLabel={t`Pedirle que sostenga el grupo: ${name}`}
      title={<Trans>¿Pedirle a {name} que también sostenga el grupo?</Trans>}
      actKind="primary"
      actLabel={<Trans>Pedírselo</Trans>}
      done={t`Se lo pedimos a ${name}`}
      onDone={onChanged}
    >
      <Trans>
        Si acepta, podrá lo mismo que tú: decidir quién entra, sacar a alguien y editar el grupo.
        Tiene catorce días para responder; hasta entonces puedes retirar el pedido.
      </Trans>
    </ConfirmedAct>
  );
}

function WithdrawOffer({ member: { id, name }, onChanged }: StewardActsProps) {
  const { t } = useLingui();
  return (
    <ConfirmedAct
      document={WITHDRAW_OFFER}
      variables={{ id }}
      label={<Trans>Retirar el pedido</Trans>}
      ariaLabel={t`Retirar el pedido a ${name}`}
      title={<Trans>¿Retirar el pedido a {name}?</Trans>}
      actKind="primary"
      actLabel={<Trans>Retirar el pedido</Trans>}
      done={t`Pedido retirado`}
      onDone={onChanged}
    >
      <Trans>{name} sigue en el grupo y ya no podrá aceptar. Puedes pedírselo otra vez.</Trans>
    </ConfirmedAct>
  );
}

function HandOver({ member: { id, name }, onChanged }: StewardActsProps) {
  const { t } = useLingui();
  return (
    <ConfirmedAct
      document={HAND_OVER}
      variables={{ id }}
      label={<Trans>Pasarle el grupo</Trans>}
      ariaLabel={t`Pasarle el grupo a ${name}`}
      title={<Trans>¿Pasarle el grupo a {name}?</Trans>}
      actKind="primary"
      actLabel={<Trans>Pasar el grupo</Trans>}
      done={t`${name} sostiene ahora el grupo`}
      onDone={onChanged}
    >
      <Trans>Sigues en el grupo, y {name} decide desde ahora quién entra.</Trans>
    </ConfirmedAct>
  );
}

function End({ member: { id, name, isMe }, onChanged }: StewardActsProps) {
  const { t } = useLingui();
  return (
    <ConfirmedAct
      document={END_STEWARDSHIP}
      variables={{ id }}
      label={isMe ? <Trans>Dejar de sostenerlo</Trans> : <Trans>Quitarle esta tarea</Trans>}
      ariaLabel={isMe ? t`Dejar de sostenerlo` : t`Quitarle esta tarea: ${name}`}
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
    </ConfirmedAct>
  );
}

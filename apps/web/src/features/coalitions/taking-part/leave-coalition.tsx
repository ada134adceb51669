import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../../lib/server/invalidate-cache';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { ErrorBanner } from '../../../ui/display/banner';
import type { Coalition } from '../coalitions.graphql';
import { LEAVE_COALITION } from './taking-part.graphql';
import '../error-texts';

interface LeaveCoalitionProps {
  coalition: Pick<Coalition, 'id' | 'slug' | 'name' | 'channels' | 'archivedChannels'>;
  /** The choice between keeping and deleting the viewer's messages, and its answer. */
  messagesChoice: ReactNode;
  deletesMessages: boolean;
}

/** Ends the viewer's entry, after a confirmation that lists what they no longer see and what stays. */
export function LeaveCoalition({ coalition, messagesChoice, ...props }: LeaveCoalitionProps) {
  const { t } = useLingui();
  const { id, slug, name } = coalition;
  const toast = useToast();
  const navigate = usePageNavigate();
  const leave = useMutationState(LEAVE_COALITION, [...GROUP_TYPES, 'HeldGrant']);
  const act = async () => {
    if (!(await leave.run({ coalitionId: id, deleteMessages: props.deletesMessages }))) return;
    toast({ text: t`Saliste de ${name}` });
    navigate(`/coalitions/${slug}`, { replace: true });
  };
  return (
    <>
      <Consequences coalition={coalition} />
      {messagesChoice}
      <div className="stack stack--2">
        <ErrorBanner text={leave.message} />
        <Button kind="danger" block isBusy={leave.isBusy} onClick={() => void act()}>
          <Trans>Salir de la coalición</Trans>
        </Button>
        <ButtonLink block to={`/coalitions/${slug}`}>
          <Trans>Quedarme</Trans>
        </ButtonLink>
      </div>
    </>
  );
}

function Consequences({
  coalition: { channels, archivedChannels },
}: Pick<LeaveCoalitionProps, 'coalition'>) {
  const seen = [...channels, ...archivedChannels].map(({ id, name }): ActionEffect => [
    'channel',
    <span key={id}>{name}</span>,
  ]);
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Qué termina al instante</Trans>}
        effects={[
          [
            'lock',
            <Trans key="access">
              Tu acceso a sus canales, archivos y personas, en todos tus dispositivos
            </Trans>,
          ],
          ...seen,
          ['device', <Trans key="device">La copia en este dispositivo: se borra al salir</Trans>],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué conservan otras personas</Trans>}
        effects={[
          ['people', <Trans key="memory">Lo que ya leyeron, copiaron o descargaron</Trans>],
          [
            'eye',
            <Trans key="exposure">
              Quienes sostienen la coalición ven por 30 días qué podías leer, para cambiar claves y
              enlaces. Qué leíste no lo ve nadie
            </Trans>,
          ],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={[
          [
            'coalition',
            <Trans key="invitation">Tu invitación: puedes volver a participar mientras dure</Trans>,
          ],
        ]}
      />
    </div>
  );
}

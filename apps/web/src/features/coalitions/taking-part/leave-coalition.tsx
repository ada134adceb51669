import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
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
}

/** Ends the viewer's entry, after a confirmation that lists what they no longer see and what stays. */
export function LeaveCoalition({ coalition }: LeaveCoalitionProps) {
  const { t } = useLingui();
  const { id, slug, name } = coalition;
  const toast = useToast();
  const navigate = useNavigate();
  const leave = useMutationState(LEAVE_COALITION, [...GROUP_TYPES, 'HeldGrant']);
  const act = async () => {
    if (!(await leave.run({ coalitionId: id }))) return;
    toast({ text: t`Saliste de ${name}` });
    void navigate(`/coalitions/${slug}`, { replace: true });
  };
  return (
    <>
      <Consequences coalition={coalition} />
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

function Consequences({ coalition: { channels, archivedChannels } }: LeaveCoalitionProps) {
  const seen = [...channels, ...archivedChannels].map(({ id, name }): ActionEffect => [
    'channel',
    <span key={id}>{name}</span>,
  ]);
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Dejas de ver</Trans>}
        effects={[...seen, ['people', <Trans key="people">Las personas que participan</Trans>]]}
      />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={[
          [
            'clock',
            <Trans key="messages">
              Lo que escribiste, con el nombre que usaste, hasta su borrado automático
            </Trans>,
          ],
          ['eye', <Trans key="memory">Lo que otras personas ya leyeron o guardaron</Trans>],
          [
            'coalition',
            <Trans key="invitation">
              Tu invitación: puedes volver a participar mientras dure, sin ver lo de antes
            </Trans>,
          ],
        ]}
      />
    </div>
  );
}

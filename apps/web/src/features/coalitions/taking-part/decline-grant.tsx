import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { DECLINE_GRANT } from './taking-part.graphql';
import { useWhenRefused } from './use-when-refused';

/** Declines a grant or takes that back. */
export const useDeclineGrant = () => useMutationState(DECLINE_GRANT, ['HeldGrant']);

interface DeclineGrantProps {
  grantId: string;
  coalition: string;
  /** Whether the viewer takes part with another grant. */
  isIn: boolean;
  /** Called when the grant cannot be used any more. */
  onClosed: () => void;
}

/** Declines at once and offers to undo it: nobody learns of it, so there is nothing to confirm. */
export function DeclineGrant({ grantId, coalition, isIn, onClosed }: DeclineGrantProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const act = useDeclineGrant();
  useWhenRefused(act.problem, ['NOT_FOUND'], onClosed);
  const undo = async () => {
    const isDone = await act.run({ id: grantId, isDeclined: false });
    if (!isDone) toast({ text: t`No se pudo deshacer. La invitación sigue en Coaliciones.` });
  };
  const decline = async () => {
    if (!(await act.run({ id: grantId, isDeclined: true }))) return;
    toast({
      text: isIn ? t`Invitación descartada` : t`No participas en ${coalition}`,
      onUndo: () => void undo(),
    });
    void navigate('/coalitions', { replace: true });
  };
  return (
    <div className="stack stack--2">
      <ErrorBanner text={act.message} />
      <Button kind="text" block isBusy={act.isBusy} onClick={() => void decline()}>
        {isIn ? <Trans>No quiero esta invitación</Trans> : <Trans>No quiero participar</Trans>}
      </Button>
      <p className="xs muted">
        <Trans>Nadie sabrá que dijiste que no. Puedes cambiar de idea en Coaliciones.</Trans>
      </p>
    </div>
  );
}

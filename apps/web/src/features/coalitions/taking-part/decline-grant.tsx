import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { requestProblemOf } from '../../../lib/server/errors';
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
  /** Called when the grant cannot be used any more. */
  onClosed: () => void;
}

/** Declines at once and offers to undo it: nobody learns of it, so there is nothing to confirm. */
export function DeclineGrant({ grantId, onClosed }: DeclineGrantProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const act = useDeclineGrant();
  useWhenRefused(act.problem, ['NOT_FOUND'], onClosed);
  const [, execute] = useMutation(DECLINE_GRANT);
  const undo = async () => {
    const variables = { id: grantId, isDeclined: false };
    const { error } = await execute(variables, { additionalTypenames: ['HeldGrant'] });
    const problem = requestProblemOf(error);
    if (problem?.code === 'NOT_FOUND') toast({ text: t`Esta invitación ya no sirve` });
    else if (problem) toast({ text: t`No se pudo deshacer. La invitación sigue en Coaliciones.` });
  };
  const decline = async () => {
    if (!(await act.run({ id: grantId, isDeclined: true }))) return;
    toast({ text: t`Invitación descartada`, onUndo: () => void undo() });
    navigate('/coalitions', { replace: true });
  };
  return (
    <div className="stack stack--2">
      <ErrorBanner text={act.message} />
      <Button kind="text" block isBusy={act.isBusy} onClick={() => void decline()}>
        <Trans>No quiero esta invitación</Trans>
      </Button>
      <p className="xs muted">
        <Trans>Nadie sabrá que dijiste que no. Puedes cambiar de idea en Coaliciones.</Trans>
      </p>
    </div>
  );
}

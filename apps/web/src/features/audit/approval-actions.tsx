import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { ConfirmButton } from '../../ui/actions/confirm';
import { FormProblem } from '../../ui/forms/form-problem';
import { useToast } from '../../ui/actions/toast';
import { type Approval, APPROVE_ACT, REFUSE_ACT, WITHDRAW_ACT } from './approvals.graphql';
import { ChangeReason } from './change-reason';
import './error-texts';
import { useActConsequence } from './use-act-kind';

interface ApprovalActsProps {
  act: Approval;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  /** Called after an action succeeded, or failed because the request had changed. */
  onChanged: () => void;
}

/** Buttons for the actions on an approval request that the server allows. */
export function ApprovalActions(props: ApprovalActsProps) {
  const { viewerCan } = props.act;
  return (
    <div className="stack stack--3">
      {viewerCan.includes('approve') && <Approve {...props} />}
      {viewerCan.includes('change') && <ChangeReason {...props} />}
      <div className="btns">
        {viewerCan.includes('refuse') && <Refuse {...props} />}
        {viewerCan.includes('withdraw') && <Withdraw {...props} />}
      </div>
    </div>
  );
}

/** Sends the hash of the request as shown: the server rejects the approval if the request has changed. */
function Approve({ act, onConfirm, onChanged }: ApprovalActsProps) {
  const { id, hash } = act;
  const { t } = useLingui();
  const toast = useToast();
  const consequence = useActConsequence(act);
  const { run, isBusy, problem } = useMutationState(APPROVE_ACT);
  const approve = async () => {
    if (await run({ input: { actId: id, hash } })) toast({ text: t`Aprobado: ya está hecho.` });
    onChanged();
  };
  return (
    <>
      <FormProblem problem={problem} />
      <Button
        kind="primary"
        block
        isBusy={isBusy}
        onClick={() => onConfirm(<p>{consequence}</p>, () => void approve())}
      >
        <Trans>Aprobar</Trans>
      </Button>
    </>
  );
}

function Refuse({ act: { id }, onChanged }: ApprovalActsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(REFUSE_ACT);
  const refuse = async () => {
    const isDone = (await run({ id })) !== undefined;
    if (isDone) toast({ text: t`Quedó sin aprobar.` });
    onChanged();
    return isDone;
  };
  return (
    <ConfirmButton
      kind="line"
      label={<Trans>No aprobar</Trans>}
      title={<Trans>¿No aprobarlo?</Trans>}
      actLabel={<Trans>No aprobar</Trans>}
      actKind="primary"
      isBusy={isBusy}
      message={message}
      onAct={refuse}
    >
      <Trans>No se hace nada. Quien lo pidió se entera de que no se aprobó.</Trans>
    </ConfirmButton>
  );
}

function Withdraw({ act: { id }, onChanged }: ApprovalActsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(WITHDRAW_ACT);
  const withdraw = async () => {
    const isDone = (await run({ id })) !== undefined;
    if (isDone) toast({ text: t`Retiraste el pedido.` });
    onChanged();
    return isDone;
  };
  return (
    <ConfirmButton
      kind="danger-line"
      label={<Trans>Retirar el pedido</Trans>}
      title={<Trans>¿Retirar el pedido?</Trans>}
      actLabel={<Trans>Retirar</Trans>}
      actKind="danger"
      isBusy={isBusy}
      message={message}
      onAct={withdraw}
    >
      <Trans>No se hace nada. Si hace falta, se puede pedir otra vez.</Trans>
    </ConfirmButton>
  );
}

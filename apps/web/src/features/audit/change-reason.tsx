import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { FormProblem } from '../../ui/forms/form-problem';
import { Sheet } from '../../ui/actions/sheet';
import { useToast } from '../../ui/actions/toast';
import { ReasonField } from '../../ui/forms/reason-field';
import { type Approval, CHANGE_ACT_REASON } from './approvals.graphql';

interface ChangeReasonProps {
  act: Approval;
  onConfirm: (what: ReactNode, act: () => void) => void;
  onChanged: () => void;
}

/** Changes the reason of a request. This replaces the request by a new one, so that approvers read it again. */
export function ChangeReason({ act, onConfirm, onChanged }: ChangeReasonProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState(act.reason);
  const { run, problem, fieldMessage } = useMutationState(CHANGE_ACT_REASON);
  const change = async () => {
    const data = await run({ input: { actId: act.id, reason } });
    if (data) toast({ text: t`Quedó como lo escribiste ahora.` });
    else setOpen(true);
    onChanged();
  };
  const ask = () => {
    setOpen(false);
    onConfirm(<What />, () => void change());
  };
  const error = fieldMessage('reason');
  return (
    <>
      <Button block icon="edit" onClick={() => setOpen(true)}>
        <Trans>Cambiar la razón</Trans>
      </Button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t`Cambiar la razón`}>
        <FormProblem problem={problem} />
        <ReasonForm value={reason} error={error} onChange={setReason} onSubmit={ask} />
      </Sheet>
    </>
  );
}

interface ReasonFormProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onSubmit: () => void;
}

function ReasonForm({ value, error, onChange, onSubmit }: ReasonFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ReasonField value={value} error={error} onChange={onChange} />
      <Button kind="primary" block type="submit">
        <Trans>Seguir</Trans>
      </Button>
    </form>
  );
}

function What() {
  return (
    <p>
      <Trans>
        Es como pedirlo de nuevo: dura otro día, y quien ya lo leyó lo lee otra vez antes de
        aprobar.
      </Trans>
    </p>
  );
}

import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { ErrorSummary } from '../../../ui/forms/error-summary';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import '../error-texts';
import type { EditableListErrors } from './use-editable-list-errors';

interface ListFormProps {
  faults: EditableListErrors;
  problem: RequestProblem | undefined;
  isBusy: boolean;
  /** Returns the ids of the blank inputs. */
  blanks: () => readonly string[];
  /** Called with the reason when no input is blank. */
  onWhole: (reason: string) => void;
  children: ReactNode;
}

/** Form that requests approval for a whole list, with a reason. */
export function EditableListForm({
  faults,
  problem,
  isBusy,
  blanks,
  onWhole,
  children,
}: ListFormProps) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const blank = reason.trim() === '' ? ['reason'] : [];
    if (faults.isWhole([...blanks(), ...blank])) onWhole(reason);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={faults.problems} attempt={faults.attempt} />
      {children}
      <ReasonField
        id="reason"
        value={reason}
        error={faults.errorOf('reason')}
        onChange={setReason}
      />
      <FormProblem problem={problem} />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

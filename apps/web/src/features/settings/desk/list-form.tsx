import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { ErrorSummary } from '../../../ui/forms/error-summary';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import '../instance/reasons';
import type { Faults } from './use-faults';

interface ListFormProps {
  faults: Faults;
  problem: Problem | undefined;
  isBusy: boolean;
  /** The fields that lack something, by their ids. */
  blanks: () => readonly string[];
  /** Nothing is missing: with this reason the list is asked for. */
  onWhole: (reason: string) => void;
  children: ReactNode;
}

/** A whole list and why it should be so, sent to whoever approves it. */
export function ListForm({ faults, problem, isBusy, blanks, onWhole, children }: ListFormProps) {
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

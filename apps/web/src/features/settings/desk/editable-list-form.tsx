import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useUnsentWarning } from '../../../lib/page/unsent-warning';
import type { RequestProblem } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { Banner } from '../../../ui/display/banner';
import { ErrorSummary } from '../../../ui/forms/error-summary';
import { FormProblem } from '../../../ui/forms/form-problem';
import { deleteListDraft, useListDraft } from '../../../ui/forms/list-drafts';
import { ReasonField } from '../../../ui/forms/reason-field';
import '../error-texts';
import type { EditableListErrors } from './use-editable-list-errors';

interface ListFormProps {
  faults: EditableListErrors;
  problem: RequestProblem | undefined;
  isBusy: boolean;
  /** Name of the list with its version: unsent changes are found again under it. */
  form: string;
  /** Whether the list differs from the current one. */
  isChanged: boolean;
  /** Shows the current list again. */
  onDiscarded: () => void;
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
  form,
  isChanged,
  onDiscarded,
  blanks,
  onWhole,
  children,
}: ListFormProps) {
  const [reason, setReason] = useListDraft(() => '', { form, part: 'reason' });
  const isUnsent = isChanged || reason !== '';
  // Above the form only on return: while the person writes, an inserted line would move the field away.
  const [wasUnsent] = useState(isUnsent);
  useUnsentWarning(isUnsent);
  const discard = () => {
    deleteListDraft(form);
    onDiscarded();
    // The list begins anew, without the button that had the focus.
    setTimeout(() => document.getElementById('main')?.focus());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const blank = reason.trim() === '' ? ['reason'] : [];
    if (faults.isWhole([...blanks(), ...blank])) onWhole(reason);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {isUnsent && wasUnsent && <Unsent onDiscard={discard} />}
      <ErrorSummary problems={faults.problems} attempt={faults.attempt} />
      {children}
      <ReasonField
        id="reason"
        value={reason}
        error={faults.errorOf('reason')}
        onChange={setReason}
      />
      <FormProblem problem={problem} />
      {isUnsent && !wasUnsent && <Unsent onDiscard={discard} />}
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

/** Tells that changes wait on this page, and discards them after a question. */
function Unsent({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Banner look="info" icon="edit" title={<Trans>Tienes cambios sin pedir</Trans>}>
      <Trans>
        Siguen aquí aunque vayas a otra página de Trama, hasta que cierres esta pestaña.
      </Trans>{' '}
      <ConfirmButton
        kind="text"
        label={<Trans>Descartar todos los cambios</Trans>}
        title={<Trans>¿Descartar todos los cambios?</Trans>}
        actLabel={<Trans>Descartar todo</Trans>}
        actKind="danger"
        isBusy={false}
        message={undefined}
        onAct={() => {
          onDiscard();
          return Promise.resolve(true);
        }}
      >
        <Trans>
          Se borra lo que cambiaste y la razón que escribiste, y queda la lista de antes. No se
          puede deshacer.
        </Trans>
      </ConfirmButton>
    </Banner>
  );
}

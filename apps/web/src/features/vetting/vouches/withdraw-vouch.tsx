import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type FormEvent } from 'react';
import type { WithdrawalReason } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { Dialog } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import '../application/error-texts';
import { WITHDRAW_VOUCH } from './vouch.graphql';
import { OWN_WITHDRAWAL_LABELS } from '../application/vetting-labels';

interface WithdrawVouchProps {
  id: string;
  /** Identifies the vouch: its number and date. */
  name: string;
  given: string;
}

/**
 * Withdraws a vouch with a reason, after explaining the consequences: the member is reviewed again, and is not removed
 * by this.
 */
export function WithdrawVouch({ id, name, given }: WithdrawVouchProps) {
  const { t } = useLingui();
  const toast = useToast();
  const withdraw = useMutationState(WITHDRAW_VOUCH);
  const [isOpen, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const reason = typed.get('reason') as WithdrawalReason;
    if (!(await withdraw.run({ input: { id, reason, words: String(typed.get('words')) } }))) return;
    setOpen(false);
    toast({ text: t`Aval retirado` });
  };
  const actions = (
    <Actions
      isBusy={withdraw.isBusy}
      onWithdraw={() => form.current?.requestSubmit()}
      onCancel={() => setOpen(false)}
    />
  );
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        <Trans>Retirar</Trans>
        <span className="vh"> {name}</span>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>¿Retirar este aval?</Trans>}
        actions={actions}
      >
        <form ref={form} className="stack" noValidate onSubmit={(event) => void submit(event)}>
          <p>
            <b>{name}</b> · {given}
          </p>
          <Why errorOf={withdraw.fieldMessage} />
          <FormProblem problem={withdraw.problem} />
        </form>
      </Dialog>
    </>
  );
}

interface ActionsProps {
  isBusy: boolean;
  onWithdraw: () => void;
  onCancel: () => void;
}

function Actions({ isBusy, onWithdraw, onCancel }: ActionsProps) {
  return (
    <>
      <Button kind="danger" isBusy={isBusy} onClick={onWithdraw}>
        <Trans>Retirar</Trans>
      </Button>
      <Button onClick={onCancel}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
}

function Why({ errorOf }: { errorOf: (field: string) => string | undefined }) {
  const { t, i18n } = useLingui();
  const reasons = Object.keys(OWN_WITHDRAWAL_LABELS) as WithdrawalReason[];
  return (
    <>
      <p>
        <Trans>
          Dos personas que leen postulaciones miran otra vez. Nadie sale por esto, y no sabrás qué
          pensaron. Cuenta igual entre los que diste.
        </Trans>
      </p>
      <ChoiceGroup legend={<Trans>Por qué</Trans>}>
        {reasons.map((one, at) => (
          <Choice key={one} name="reason" value={one} defaultChecked={at === 0}>
            {i18n._(OWN_WITHDRAWAL_LABELS[one])}
          </Choice>
        ))}
      </ChoiceGroup>
      <TextArea
        label={t`Si quieres contarlo`}
        hint={t`Lo leen solo esas dos personas.`}
        name="words"
        rows={3}
        isOptional
        error={errorOf('words')}
      />
    </>
  );
}

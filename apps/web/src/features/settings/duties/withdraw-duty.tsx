import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { DUTY_NAMES } from '../../../lib/text/duty-names';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { Sheet } from '../../../ui/actions/sheet';
import { REQUEST_DUTY_REMOVAL, type DutyHolder } from './duties.graphql';
import { DUTY_DESCRIPTIONS } from './duty-descriptions';
import '../error-texts';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

interface TakeDutyProps {
  holder: DutyHolder;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Lists the duties of a holder. Pressing a duty requests its withdrawal. */
export function WithdrawDuty({ holder, isOpen, onOpenChange, onConfirm, onAsked }: TakeDutyProps) {
  const { t } = useLingui();
  const take = useMutationState(REQUEST_DUTY_REMOVAL);
  const canTake = holder.duties.some((duty) => duty.canTake);
  const act = async (dutyId: string, reason: string) => {
    const asked = await take.run({ input: { dutyId, reason } });
    if (asked) onAsked(asked.askToTakeDuty.id);
    else onOpenChange(true);
  };
  const ask = (dutyId: string, reason: string) => {
    onOpenChange(false);
    onConfirm(<Consequences />, () => void act(dutyId, reason));
  };
  const name = holder.knownAs ?? t`Sin nombre todavía`;
  return (
    <Sheet isOpen={isOpen} onClose={() => onOpenChange(false)} title={name}>
      <FormProblem problem={take.problem} />
      {canTake ? (
        <TakeForm holder={holder} errorOfReason={take.fieldMessage('reason')} onAsk={ask} />
      ) : (
        <WhyNot holder={holder} />
      )}
    </Sheet>
  );
}

/**
 * Explains why a duty cannot be withdrawn: the viewer's own duties are given up on another page, and administrators
 * cannot withdraw the duty of an auditor.
 */
function WhyNot({ holder: { duties, isYou } }: { holder: DutyHolder }) {
  const { i18n } = useLingui();
  return (
    <>
      <ul className="bullets">
        {duties.map(({ id, name }) => (
          <li key={id}>
            <b>{i18n._(DUTY_NAMES[name]!)}</b>
            <br />
            <span className="muted">{i18n._(DUTY_DESCRIPTIONS[name])}</span>
          </li>
        ))}
      </ul>
      <Banner look="info">
        {isYou ? (
          <Trans>Tu propia tarea la dejas tú, en Tu cuenta.</Trans>
        ) : (
          <Trans>
            Quien administra no le quita la tarea a quien audita: la deja esa misma persona.
          </Trans>
        )}
      </Banner>
    </>
  );
}

interface TakeFormProps {
  holder: DutyHolder;
  errorOfReason: string | undefined;
  onAsk: (dutyId: string, reason: string) => void;
}

function TakeForm({ holder: { duties }, errorOfReason, onAsk }: TakeFormProps) {
  const { i18n } = useLingui();
  const [dutyId, setDutyId] = useState(duties.length === 1 ? duties[0]!.id : '');
  const [reason, setReason] = useState('');
  const { form, isWhole, errorOf } = useBlankCheck();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ dutyId, reason })) onAsk(dutyId, reason);
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <ChoiceGroup
        legend={<Trans>Qué tarea se le quita</Trans>}
        error={errorOf('dutyId', undefined)}
      >
        {duties.map(({ id, name, canTake }) => (
          <Choice
            key={id}
            name="dutyId"
            checked={dutyId === id}
            disabled={!canTake}
            note={i18n._(DUTY_DESCRIPTIONS[name])}
            onChange={() => setDutyId(id)}
          >
            {i18n._(DUTY_NAMES[name]!)}
          </Choice>
        ))}
      </ChoiceGroup>
      <ReasonField value={reason} error={errorOf('reason', errorOfReason)} onChange={setReason} />
      <WhoStays />
      <Button kind="danger-line" block type="submit">
        <Trans>Pedir que se quite</Trans>
      </Button>
    </form>
  );
}

function WhoStays() {
  return (
    <p className="xs muted">
      <Trans>
        Siempre quedan al menos una persona que administra y tres que leen postulaciones: a esas
        nadie se la quita.
      </Trans>
    </p>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Entonces la tarea se quita y sus sesiones se cierran.
      </Trans>
    </p>
  );
}

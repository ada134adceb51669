import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DutyName, MakeStaffInput } from '../../../gql/types';
import { DUTY_NAMES } from '../../../lib/text/duty-names';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { MAKE_STAFF } from './duties.graphql';
import { DUTY_DESCRIPTIONS } from './duty-descriptions';
import '../error-texts';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

/** Duties of staff accounts, which hold exactly one. */
const OF_STAFF = ['audit', 'administer'] as const satisfies readonly DutyName[];

interface MakeStaffProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

type Typed = Omit<MakeStaffInput, 'duty'> & { readonly duty: MakeStaffInput['duty'] | '' };

/** Requests a staff account for an auditor or administrator. Staff accounts are not members. */
export function MakeStaff({ onConfirm, onAsked }: MakeStaffProps) {
  const [typed, setTyped] = useState<Typed>({ duty: '', knownAs: '', reason: '' });
  const { run, isBusy, problem, fieldMessage } = useMutationState(MAKE_STAFF);
  const { form, isWhole, errorOf } = useBlankCheck();
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  const error = (name: keyof Typed) => errorOf(name, fieldMessage(name));
  const act = async ({ duty, ...rest }: Typed) => {
    const asked = duty && (await run({ input: { ...rest, duty } }));
    if (asked) onAsked(asked.askToMakeStaff.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ ...typed })) onConfirm(<Consequences />, () => void act(typed));
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <FormProblem problem={problem} />
      <WhichDuty duty={typed.duty} error={error('duty')} onChange={(duty) => set({ duty })} />
      <TextField
        label={<Trans>Cómo la conoce Administración</Trans>}
        maxLength={60}
        autoComplete="off"
        value={typed.knownAs}
        error={error('knownAs')}
        onChange={(event) => set({ knownAs: event.target.value })}
      />
      <ReasonField
        value={typed.reason}
        error={error('reason')}
        onChange={(reason) => set({ reason })}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

interface WhichDutyProps {
  duty: Typed['duty'];
  error: string | undefined;
  onChange: (duty: MakeStaffInput['duty']) => void;
}

function WhichDuty({ duty, error, onChange }: WhichDutyProps) {
  const { i18n } = useLingui();
  return (
    <ChoiceGroup
      legend={<Trans>Qué tarea</Trans>}
      hint={
        <Trans>
          Una sola, y en una cuenta que no es miembro. Quien también es miembro tiene dos cuentas.
        </Trans>
      }
      error={error}
    >
      {OF_STAFF.map((name) => (
        <Choice
          key={name}
          name="duty"
          checked={duty === name}
          note={i18n._(DUTY_DESCRIPTIONS[name])}
          onChange={() => onChange(name)}
        >
          {i18n._(DUTY_NAMES[name]!)}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Entonces tú recibes aquí un enlace y quien lo aprobó un código, cada uno una sola vez. Cada
        quien entrega lo suyo en persona: para tomar el lugar hacen falta los dos.
      </Trans>
    </p>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DutyName, GrantDutiesInput } from '../../../gql/types';
import { DUTY_NAMES } from '../../../lib/text/duty-names';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { CheckChoice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { REQUEST_DUTIES_GRANT } from './duties.graphql';
import { DUTY_DESCRIPTIONS } from './duty-descriptions';
import '../error-texts';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

/** Duties that members can hold, in any combination. */
const OF_MEMBERS = ['vet', 'moderate', 'support'] as const satisfies readonly DutyName[];
const NOTHING: GrantDutiesInput = { code: '', duties: [], knownAs: '', reason: '' };

interface GrantDutiesProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Requests duties for a member, identified by their duty code. */
export function GrantDuties({ onConfirm, onAsked }: GrantDutiesProps) {
  const [input, setInput] = useState(NOTHING);
  const { run, isBusy, problem, fieldMessage } = useMutationState(REQUEST_DUTIES_GRANT);
  const { form, isWhole, errorOf } = useBlankCheck();
  const set = (part: Partial<GrantDutiesInput>) => setInput((now) => ({ ...now, ...part }));
  const error = (name: keyof GrantDutiesInput) => errorOf(name, fieldMessage(name));
  const act = async () => {
    const asked = await run({ input: { ...input, code: input.code.trim() } });
    if (asked) onAsked(asked.askToGrantDuties.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ ...input })) onConfirm(<Consequences />, () => void act());
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <FormProblem problem={problem} />
      <CodeAndName input={input} errorOf={error} onChange={set} />
      <WhichDuties duties={input.duties} error={error('duties')} onChange={set} />
      <ReasonField
        value={input.reason}
        error={error('reason')}
        onChange={(reason) => set({ reason })}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

interface PartProps {
  input: GrantDutiesInput;
  errorOf: (name: keyof GrantDutiesInput) => string | undefined;
  onChange: (part: Partial<GrantDutiesInput>) => void;
}

function CodeAndName({ input: { code, knownAs }, errorOf, onChange }: PartProps) {
  return (
    <>
      <TextField
        label={<Trans>Código</Trans>}
        hint={
          <Trans>La persona lo hace en Tu cuenta, en Tus tareas, y te lo da fuera de Trama.</Trans>
        }
        className="mono"
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        error={errorOf('code')}
        onChange={(event) => onChange({ code: event.target.value })}
      />
      <TextField
        label={<Trans>Cómo la conoce Administración</Trans>}
        hint={<Trans>El nombre que acordaron. Lo ve la persona y lo ve Administración.</Trans>}
        maxLength={60}
        autoComplete="off"
        value={knownAs}
        error={errorOf('knownAs')}
        onChange={(event) => onChange({ knownAs: event.target.value })}
      />
    </>
  );
}

interface WhichDutiesProps {
  duties: readonly DutyName[];
  error: string | undefined;
  onChange: (part: Partial<GrantDutiesInput>) => void;
}

function WhichDuties({ duties, error, onChange }: WhichDutiesProps) {
  const { i18n } = useLingui();
  const toggle = (name: DutyName, isOn: boolean) =>
    onChange({ duties: [...duties.filter((one) => one !== name), ...(isOn ? [name] : [])] });
  return (
    <ChoiceGroup
      legend={<Trans>Qué tareas</Trans>}
      hint={
        <Trans>
          Estas tres se juntan como quieras. Auditar y administrar no se juntan con nada: van en una
          cuenta aparte, que no es miembro.
        </Trans>
      }
      error={error}
    >
      {OF_MEMBERS.map((name) => (
        <CheckChoice
          key={name}
          name="duties"
          checked={duties.includes(name)}
          note={i18n._(DUTY_DESCRIPTIONS[name])}
          onChange={(event) => toggle(name, event.target.checked)}
        >
          {i18n._(DUTY_NAMES[name]!)}
        </CheckChoice>
      ))}
    </ChoiceGroup>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Entonces la persona se entera, y sus sesiones se cierran para que entre con la tarea.
      </Trans>
    </p>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { Sheet } from '../../../ui/actions/sheet';
import { CASE_LIMITS, REQUEST_CASE_LIMITS } from './case-limits.graphql';
import './error-texts';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

interface CaseLimitsSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}
interface Limits {
  open: number;
  urgent: number;
}

/** Shows how many cases a supporter may have, and requests a change from another administrator. */
export function CaseLimitsSetting(props: CaseLimitsSettingProps) {
  const [{ data }] = useQuery({ query: CASE_LIMITS });
  return data ? <LimitsRow {...props} now={data.caseLimits} /> : null;
}

function LimitsRow({ now, onConfirm, onAsked }: CaseLimitsSettingProps & { now: Limits }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { run, problem, fieldMessage } = useMutationState(REQUEST_CASE_LIMITS);
  const act = async (limits: Limits, reason: string) => {
    const asked = await run({ input: { ...limits, reason } });
    if (asked) onAsked(asked.askToChangeCaseLimits.id);
    else setOpen(true);
  };
  const ask = (limits: Limits, reason: string) => {
    setOpen(false);
    onConfirm(<Consequences />, () => void act(limits, reason));
  };
  return (
    <>
      <Rows>
        <Row
          start={<IconTile icon="support" />}
          title={
            <Plural
              value={now.open}
              one="Quien da apoyo lleva # caso a la vez como máximo"
              other="Quien da apoyo lleva # casos a la vez como máximo"
            />
          }
          note={
            <Plural value={now.urgent} one="De ellos, # urgente" other="De ellos, # urgentes" />
          }
          onClick={() => setOpen(true)}
        />
      </Rows>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t`Casos a la vez`}>
        <FormProblem problem={problem} />
        <LimitsForm
          key={`${now.open} ${now.urgent}`}
          now={now}
          errorOf={(name) => fieldMessage(name)}
          onAsk={ask}
        />
      </Sheet>
    </>
  );
}

interface LimitsFormProps {
  now: Limits;
  errorOf: (name: 'open' | 'urgent' | 'reason') => string | undefined;
  onAsk: (limits: Limits, reason: string) => void;
}

function LimitsForm({ now, errorOf: errorOfServer, onAsk }: LimitsFormProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(String(now.open));
  const [urgent, setUrgent] = useState(String(now.urgent));
  const [reason, setReason] = useState('');
  const { form, isWhole, errorOf } = useBlankCheck();
  const isSame = Number(open) === now.open && Number(urgent) === now.urgent;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ open, urgent, reason }))
      onAsk({ open: Number(open), urgent: Number(urgent) }, reason);
  };
  const fieldProps = (name: 'open' | 'urgent', value: string, set: (value: string) => void) => ({
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    maxLength: 2,
    value,
    error: errorOf(name, errorOfServer(name)),
    onChange: ({ target }: { target: { value: string } }) => set(target.value.replace(/\D/gu, '')),
  });
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <TextField
        label={t`Pedidos y casos a la vez, por persona`}
        hint={t`De 1 a 50. Con el límite completo no se puede tomar otro.`}
        {...fieldProps('open', open, setOpen)}
      />
      <TextField label={t`De ellos, urgentes`} {...fieldProps('urgent', urgent, setUrgent)} />
      <ReasonField
        value={reason}
        error={errorOf('reason', errorOfServer('reason'))}
        onChange={setReason}
      />
      <Button kind="primary" block type="submit" disabled={isSame}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de Administración, hasta mañana a esta hora.
        Quien entonces tenga más casos los conserva, y no puede tomar otro hasta bajar del límite.
      </Trans>
    </p>
  );
}

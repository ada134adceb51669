import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { Sheet } from '../../../ui/actions/sheet';
import { REQUEST_RETENTION_CHANGE, SETTINGS_QUERY } from '../founding/founding.graphql';
import '../error-texts';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

/** Options in days; the first is the maximum. */
const OFFERED = [365, 180, 90, 30, 7, 1] as const;

interface LongestRetentionSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Shows the maximum retention of all channels, and requests a change from another administrator. */
export function LongestRetentionSetting(props: LongestRetentionSettingProps) {
  const [{ data }] = useQuery({ query: SETTINGS_QUERY });
  return data ? <Longest {...props} now={data.settings.longestRetentionDays} /> : null;
}

function Longest({ now, onConfirm, onAsked }: LongestRetentionSettingProps & { now: number }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { run, problem, fieldMessage } = useMutationState(REQUEST_RETENTION_CHANGE);
  const act = async (days: number, reason: string) => {
    const asked = await run({ input: { days, reason } });
    if (asked) onAsked(asked.askToChangeLongestRetention.id);
    else setOpen(true);
  };
  const ask = (days: number, reason: string) => {
    setOpen(false);
    onConfirm(<Consequences isLess={days < now} />, () => void act(days, reason));
  };
  return (
    <>
      <Rows>
        <Row
          start={<IconTile icon="clock" />}
          title={
            <Plural
              value={now}
              one="Los canales guardan # día como máximo"
              other="Los canales guardan # días como máximo"
            />
          }
          note={<Trans>Cada canal puede elegir menos; ninguno, más</Trans>}
          onClick={() => setOpen(true)}
        />
      </Rows>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t`Lo más que se guarda`}>
        <FormProblem problem={problem} />
        <LongestForm key={now} now={now} errorOfReason={fieldMessage('reason')} onAsk={ask} />
      </Sheet>
    </>
  );
}

interface LongestFormProps {
  now: number;
  errorOfReason: string | undefined;
  onAsk: (days: number, reason: string) => void;
}

function LongestForm({ now, errorOfReason, onAsk }: LongestFormProps) {
  const [days, setDays] = useState(now);
  const [reason, setReason] = useState('');
  const { form, isWhole, errorOf } = useBlankCheck();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ reason })) onAsk(days, reason);
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <HowLong now={now} days={days} onChange={setDays} />
      <ReasonField value={reason} error={errorOf('reason', errorOfReason)} onChange={setReason} />
      <Button kind={days < now ? 'danger' : 'primary'} block type="submit" disabled={days === now}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

interface HowLongProps {
  now: number;
  days: number;
  onChange: (days: number) => void;
}

function HowLong({ now, days, onChange }: HowLongProps) {
  const offered = [...new Set([...OFFERED, now])].toSorted((a, b) => b - a);
  return (
    <ChoiceGroup
      legend={<Trans>Cuánto</Trans>}
      hint={
        <Trans>
          Menos tiempo es menos que alguien pueda llevarse. Lo borrado tampoco lo encuentra quien lo
          necesite después.
        </Trans>
      }
      isGrid
    >
      {offered.map((one) => (
        <Choice
          key={one}
          name="days"
          checked={days === one}
          note={one === now ? <Trans>Ahora</Trans> : undefined}
          onChange={() => onChange(one)}
        >
          <Plural value={one} one="# día" other="# días" />
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

function Consequences({ isLess }: { isLess: boolean }) {
  return (
    <p>
      {isLess ? (
        <Trans>
          Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta
          hora. Entonces, en cada canal y cada conversación, lo que tenga más tiempo se borra en
          minutos y no vuelve.
        </Trans>
      ) : (
        <Trans>
          Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta
          hora. Entonces vale para lo que se escriba desde ese momento; lo ya escrito se borra en la
          fecha prevista.
        </Trans>
      )}
    </p>
  );
}

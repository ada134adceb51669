import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import { ReasonField } from '../../../ui/forms/reason-field';
import { Sheet } from '../../../ui/actions/sheet';
import { Skeleton } from '../../../ui/display/skeleton';
import { REQUEST_VOUCHES_CHANGE, SETTINGS_QUERY } from '../founding/founding.graphql';
import '../error-texts';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';

const POSSIBLE = [0, 1, 2, 3] as const;

interface VouchesSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Shows how many vouches an application needs, and requests a change from another administrator. */
export function VouchesSetting(props: VouchesSettingProps) {
  const [{ data, error }, execute] = useQuery({
    query: SETTINGS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const problem = requestProblemOf(error);
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton kind="row" rows={1} />;
  return <Vouches {...props} {...data.settings} />;
}

type VouchesProps = VouchesSettingProps & { vouchesNeeded: number; isFoundingRule: boolean };

function Vouches({ vouchesNeeded, isFoundingRule, onConfirm, onAsked }: VouchesProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { run, problem, fieldMessage } = useMutationState(REQUEST_VOUCHES_CHANGE);
  const act = async (vouches: number, reason: string) => {
    const asked = await run({ input: { vouches, reason } });
    if (asked) onAsked(asked.askToChangeVouchesNeeded.id);
    else setOpen(true);
  };
  const ask = (vouches: number, reason: string) => {
    setOpen(false);
    onConfirm(<Consequences />, () => void act(vouches, reason));
  };
  return (
    <>
      <Rows>
        <Row
          start={<IconTile icon="heart" />}
          title={
            <Plural
              value={vouchesNeeded}
              _0="Una postulación no necesita avales"
              one="Una postulación necesita # aval"
              other="Una postulación necesita # avales"
            />
          }
          note={
            isFoundingRule ? <FoundingRule /> : <Trans>De miembros que conocen a la persona</Trans>
          }
          onClick={() => setOpen(true)}
        />
      </Rows>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t`Avales por postulación`}>
        <FormProblem problem={problem} />
        <VouchesForm now={vouchesNeeded} errorOfReason={fieldMessage('reason')} onAsk={ask} />
      </Sheet>
    </>
  );
}

const FoundingRule = () => (
  <Trans>
    Vale cuando diez miembros hayan pasado su primer mes; hasta entonces no hace falta ninguno
  </Trans>
);

interface VouchesFormProps {
  now: number;
  errorOfReason: string | undefined;
  onAsk: (vouches: number, reason: string) => void;
}

function VouchesForm({ now, errorOfReason, onAsk }: VouchesFormProps) {
  const [vouches, setVouches] = useState(now);
  const [reason, setReason] = useState('');
  const { form, isWhole, errorOf } = useBlankCheck();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole({ reason })) onAsk(vouches, reason);
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <HowMany now={now} vouches={vouches} onChange={setVouches} />
      <ReasonField value={reason} error={errorOf('reason', errorOfReason)} onChange={setReason} />
      <Button kind="primary" block type="submit" disabled={vouches === now}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

interface HowManyProps {
  now: number;
  vouches: number;
  onChange: (vouches: number) => void;
}

function HowMany({ now, vouches, onChange }: HowManyProps) {
  return (
    <ChoiceGroup
      legend={<Trans>Cuántos</Trans>}
      hint={
        <Trans>
          Menos avales dejan entrar a quien nadie conoce todavía; más, cuesta a quien llega de
          lejos. Las dos lecturas siguen siempre.
        </Trans>
      }
      isGrid
    >
      {POSSIBLE.map((count) => (
        <Choice
          key={count}
          name="vouches"
          checked={vouches === count}
          note={count === now ? <Trans>Ahora</Trans> : undefined}
          onChange={() => onChange(count)}
        >
          {count}
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
        Entonces vale para cada postulación que se decida desde ese momento.
      </Trans>
    </p>
  );
}

import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { SupportKind } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { CheckChip, CheckChoice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import '../cases/error-texts';
import { KIND_LABELS } from '../support-labels';
import { type Rota, SET_SUPPORT_ROTA } from './rota.graphql';
import { weekdayHeading } from './weekday-name';

/** The kinds as the supporter reads them; the other label of the last one speaks for the requester. */
const TAKEN_LABELS = { ...KIND_LABELS, unsure: msg`Quien pide todavía no lo sabe` };
const KINDS = Object.keys(TAKEN_LABELS) as SupportKind[];

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** The days on which the viewer is on duty, and the kinds of request that they take. */
export function RotaForm({ rota }: { rota: Rota }) {
  const { t } = useLingui();
  const toast = useToast();
  const [days, setDays] = useState<readonly number[]>(rota.ownDays);
  const [takenKinds, setTakenKinds] = useState<readonly SupportKind[]>(rota.takenKinds);
  const { run, problem, isBusy } = useMutationState(SET_SUPPORT_ROTA);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = { days: [...days], takenKinds: [...takenKinds] };
    if (await run({ input })) toast({ text: t`Quedó guardado` });
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      <h2>
        <Trans>Tu guardia</Trans>
      </h2>
      <FormProblem problem={problem} />
      <DayChoice value={days} onChange={setDays} />
      <KindChoice value={takenKinds} onChange={setTakenKinds} />
      <p className="xs muted">
        <Trans>
          Los idiomas los eliges en <Link to="/cases/hours">tus horarios para llamadas</Link>. Sin
          idiomas, no te avisamos antes que a las demás personas.
        </Trans>
      </p>
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}

interface SetProps<T> {
  value: readonly T[];
  onChange: (value: readonly T[]) => void;
}

function DayChoice({ value, onChange }: SetProps<number>) {
  const { i18n } = useLingui();
  return (
    <ChoiceGroup
      legend={<Trans>Tus días de guardia</Trans>}
      hint={<Trans>Mientras descansas no apareces.</Trans>}
    >
      <span className="wrap">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <CheckChip
            key={day}
            name="days"
            checked={value.includes(day)}
            onChange={() => onChange(toggled(value, day))}
          >
            {weekdayHeading(day, i18n.locale)}
          </CheckChip>
        ))}
      </span>
    </ChoiceGroup>
  );
}

function KindChoice({ value, onChange }: SetProps<SupportKind>) {
  const { i18n } = useLingui();
  return (
    <ChoiceGroup
      legend={<Trans>Los pedidos que tomas</Trans>}
      hint={
        <Trans>Si no marcas ninguno, todos. En la cola ves y puedes tomar también los demás.</Trans>
      }
    >
      {KINDS.map((kind) => (
        <CheckChoice
          key={kind}
          name="takenKinds"
          checked={value.includes(kind)}
          onChange={() => onChange(toggled(value, kind))}
        >
          {i18n._(TAKEN_LABELS[kind])}
        </CheckChoice>
      ))}
    </ChoiceGroup>
  );
}

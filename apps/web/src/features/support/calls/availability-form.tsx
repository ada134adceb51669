import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Select } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import { LanguageChoice } from '../language-choice';
import { type AvailabilityDraft, draftOf, inputOf } from './availability-draft';
import { type Availability, SET_CALL_AVAILABILITY } from './calls.graphql';
import './error-texts';
import { ExceptionFields } from './exception-fields';
import { HoursFields } from './hours-fields';
import { ZoneOptions } from './time-picker';

interface AvailabilityFormProps {
  now: Availability | undefined;
  onSaved: () => void;
  /** An interpreter: nobody sees a city of theirs. */
  isInterpreter?: boolean;
}

/** When a supporter or an interpreter is available, in which languages: weekly hours as a list of weekdays, exceptions and limits. */
export function AvailabilityForm({ now, onSaved, isInterpreter = false }: AvailabilityFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(now));
  const { run, problem, isBusy, fieldMessage } = useMutationState(SET_CALL_AVAILABILITY);
  const { form, isWhole, errorOf } = useBlankCheck();
  const change = (more: Partial<AvailabilityDraft>) => setDraft({ ...draft, ...more });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(Object.fromEntries(draft.exceptions.map(({ id, date }) => [id, date])))) return;
    if (!(await run({ input: inputOf(draft) }))) return;
    toast({ text: t`Quedó guardado` });
    onSaved();
  };
  const nameOf = (day: number) => {
    const name = i18n.date(new Date(Date.UTC(2024, 0, day)), { weekday: 'long', timeZone: 'UTC' });
    return name.charAt(0).toLocaleUpperCase(i18n.locale) + name.slice(1);
  };
  return (
    <form className="stack" noValidate ref={form} onSubmit={(event) => void save(event)}>
      <FormProblem problem={problem} />
      <Languages
        isInterpreter={isInterpreter}
        draft={draft}
        onChange={change}
        fieldMessage={fieldMessage}
      />
      <section className="stack stack--3">
        <h2>
          <Trans>Cada semana</Trans>
        </h2>
        <ErrorBanner text={fieldMessage('weekly')} />
        {draft.week.map((hours, index) => (
          <HoursFields
            key={index}
            title={nameOf(index + 1)}
            hours={hours}
            onChange={(changed) => change({ week: draft.week.with(index, changed) })}
          />
        ))}
      </section>
      <ExceptionFields
        exceptions={draft.exceptions}
        error={fieldMessage('exceptions')}
        dateError={(id) => errorOf(id, undefined)}
        onChange={(exceptions) => change({ exceptions })}
      />
      <Places draft={draft} onChange={change} fieldMessage={fieldMessage} />
      <Limits draft={draft} onChange={change} />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}

interface PartProps {
  draft: AvailabilityDraft;
  onChange: (more: Partial<AvailabilityDraft>) => void;
}

type FieldProps = PartProps & { fieldMessage: (field: string) => string | undefined };

function Languages({
  draft,
  onChange,
  fieldMessage,
  isInterpreter,
}: FieldProps & { isInterpreter: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <LanguageChoice
        legend={isInterpreter ? t`Idiomas entre los que interpretas` : t`Idiomas en que conversas`}
        value={draft.languages}
        error={fieldMessage('languages')}
        onChange={(languages) => onChange({ languages })}
      />
      {!isInterpreter && (
        <p className="xs muted">
          <Trans>
            Los pedidos sin urgencia en estos idiomas te llegan primero, si puedes tomar otro;
            antes, a quien está de guardia ese día. Los urgentes llegan a todas las personas del
            equipo que no están en descanso ni en pausa.
          </Trans>
        </p>
      )}
    </>
  );
}

function Places({ draft, onChange, fieldMessage }: FieldProps) {
  const { t } = useLingui();
  const { zone, shownZone } = draft;
  return (
    <>
      <Select
        label={t`Tu zona horaria`}
        value={zone}
        error={fieldMessage('zone')}
        onChange={({ target }) => onChange({ zone: target.value, shownZone: target.value })}
      >
        <ZoneOptions chosen={zone} />
      </Select>
      <Select
        label={t`Ciudad que se muestra`}
        hint={t`Puede ser otra que tenga la misma hora todo el año.`}
        value={shownZone}
        error={fieldMessage('shownZone')}
        onChange={({ target }) => onChange({ shownZone: target.value })}
      >
        <ZoneOptions chosen={shownZone} />
      </Select>
    </>
  );
}

/** The usual values and the stored one, which saving must not change. */
const withStored = (usual: readonly number[], stored: number): number[] =>
  [...new Set([...usual, stored])].toSorted((a, b) => a - b);

function Limits({ draft, onChange }: PartProps) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`Descanso después de cada llamada`}
        value={draft.bufferMinutes}
        onChange={({ target }) => onChange({ bufferMinutes: Number(target.value) })}
      >
        {withStored([0, 15, 30, 60], draft.bufferMinutes).map((minutes) => (
          <option key={minutes} value={minutes}>
            {t`${minutes} minutos`}
          </option>
        ))}
      </Select>
      <Select
        label={t`Anticipación mínima`}
        value={draft.noticeHours}
        onChange={({ target }) => onChange({ noticeHours: Number(target.value) })}
      >
        {withStored([2, 12, 24, 48], draft.noticeHours).map((hours) => (
          <option key={hours} value={hours}>
            {t`${hours} horas`}
          </option>
        ))}
      </Select>
      <Select
        label={t`Anticipación máxima`}
        value={draft.horizonDays}
        onChange={({ target }) => onChange({ horizonDays: Number(target.value) })}
      >
        {withStored([7, 14, 30], draft.horizonDays).map((days) => (
          <option key={days} value={days}>
            {t`${days} días`}
          </option>
        ))}
      </Select>
      <Select
        label={t`Llamadas en un día`}
        value={draft.dailyLimit}
        onChange={({ target }) => onChange({ dailyLimit: Number(target.value) })}
      >
        {withStored([1, 2, 3, 4, 5], draft.dailyLimit).map((calls) => (
          <option key={calls} value={calls}>
            {t`Hasta ${calls}`}
          </option>
        ))}
      </Select>
    </>
  );
}

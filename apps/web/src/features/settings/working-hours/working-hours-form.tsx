import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { CheckChip, ChoiceGroup } from '../../../ui/forms/choice';
import { Select, TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import { minutesOfTime, timeOfMinutes } from '../../../lib/text/clock-minutes';
import { regionalZones } from '../../../lib/text/time-zone-names';
import '../error-texts';
import { HolidayFields, type HolidayDraft } from './holiday-fields';
import { ASK_FOR_WORKING_HOURS, type WorkingHours } from './working-hours.graphql';

interface WorkingHoursFormProps {
  now: WorkingHours;
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

interface HoursDraft {
  readonly zone: string;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly holidays: readonly HolidayDraft[];
  readonly reason: string;
}

const draftOf = ({ zone, weekdays, from, to, holidays }: WorkingHours): HoursDraft => ({
  ...{ zone, weekdays, from: timeOfMinutes(from), to: timeOfMinutes(to) },
  holidays: holidays.map(({ date, country }) => ({ id: crypto.randomUUID(), date, country })),
  reason: '',
});

/** Requests other working hours and holidays; another administrator must approve them. */
export function WorkingHoursForm({ now, onConfirm, onAsked }: WorkingHoursFormProps) {
  const [draft, setDraft] = useState(() => draftOf(now));
  const { form, isWhole, errorOf } = useBlankCheck(draft.holidays.map(({ id }) => id).join());
  const { run, problem, isBusy, fieldMessage, clear } = useMutationState(ASK_FOR_WORKING_HOURS);
  const change = (more: Partial<HoursDraft>) => setDraft({ ...draft, ...more });
  const ask = async ({ weekdays, from, to, holidays, ...rest }: HoursDraft) => {
    const input = {
      ...{ ...rest, weekdays: [...weekdays], from: minutesOfTime(from), to: minutesOfTime(to) },
      holidays: holidays.map(({ date, country }) => ({ date, country })),
    };
    const id = (await run({ input }))?.askToChangeWorkingHours.id;
    if (id) onAsked(id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { weekdays, from, to, holidays, reason } = draft;
    const days = holidays.flatMap(({ date, country }, index) => [
      [`holidays.${index}.date`, date],
      [`holidays.${index}.country`, country],
    ]);
    if (!isWhole({ weekdays, from, to, ...Object.fromEntries(days), reason })) return;
    onConfirm(<Consequences />, () => void ask(draft));
  };
  const messageOf = (field: string) => errorOf(field, fieldMessage(field));
  return (
    <form className="stack" noValidate ref={form} onSubmit={submit}>
      <FormProblem problem={problem} />
      <HoursFields draft={draft} onChange={change} errorOf={messageOf} />
      <HolidayFields
        holidays={draft.holidays}
        onChange={(holidays) => {
          // The errors name the rows by their index.
          if (holidays.length !== draft.holidays.length) clear();
          change({ holidays });
        }}
        errorOf={messageOf}
      />
      <ReasonField
        value={draft.reason}
        error={messageOf('reason')}
        onChange={(reason) => change({ reason })}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

interface HoursFieldsProps {
  draft: HoursDraft;
  onChange: (more: Partial<HoursDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

function HoursFields({ draft, onChange, errorOf }: HoursFieldsProps) {
  const { t, i18n } = useLingui();
  const { zone, weekdays, from, to } = draft;
  const toggle = (day: number) =>
    weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day];
  const nameOf = (day: number) =>
    i18n.date(new Date(Date.UTC(2024, 0, day)), { weekday: 'long', timeZone: 'UTC' });
  return (
    <>
      <Select
        label={t`Zona horaria`}
        value={zone}
        error={errorOf('zone')}
        onChange={({ target }) => onChange({ zone: target.value })}
      >
        {regionalZones(zone, i18n.locale).map((one) => (
          <option key={one.zone} value={one.zone}>
            {one.name}
          </option>
        ))}
      </Select>
      <ChoiceGroup legend={<Trans>Días en que se contesta</Trans>} error={errorOf('weekdays')}>
        <span className="wrap">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <CheckChip
              key={day}
              name="weekdays"
              checked={weekdays.includes(day)}
              onChange={() => onChange({ weekdays: toggle(day) })}
            >
              {nameOf(day)}
            </CheckChip>
          ))}
        </span>
      </ChoiceGroup>
      <TextField
        type="time"
        label={t`Desde`}
        value={from}
        error={errorOf('from')}
        onChange={({ target }) => onChange({ from: target.value })}
      />
      <TextField
        type="time"
        label={t`Hasta`}
        hint={t`23:59 es hasta el final del día.`}
        value={to}
        error={errorOf('to')}
        onChange={({ target }) => onChange({ to: target.value })}
      />
    </>
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Entonces empieza a valer. Las respuestas ya prometidas pueden adelantarse, pero no se
        atrasan.
      </Trans>
    </p>
  );
}

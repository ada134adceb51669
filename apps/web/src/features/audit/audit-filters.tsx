import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { AuditFilter, DutyName } from '../../gql/types';
import { DUTY_NAMES } from '../../lib/text/duty-names';
import { Button } from '../../ui/actions/button';
import { Select, TextField } from '../../ui/forms/field';
import { Sheet } from '../../ui/actions/sheet';
import { SUBJECT_LABELS } from './audit-subjects';
import { ACTION_NAMES } from './action-names';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Filters of the audit log: duty, action, subject, period and actor. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const count = Object.keys(filter).length;
  const apply = (next: AuditFilter) => {
    setOpen(false);
    onChange(next);
  };
  return (
    <div className="inline wrap">
      <Button icon="search" onClick={() => setOpen(true)}>
        <Trans>Filtrar</Trans>
      </Button>
      {count > 0 && (
        <>
          <span className="xs muted" role="status">
            <Plural value={count} one="# filtro puesto" other="# filtros puestos" />
          </span>
          <Button kind="text" onClick={() => onChange({})}>
            <Trans>Quitar</Trans>
          </Button>
        </>
      )}
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t`Filtrar`}>
        <FilterForm filter={filter} onApply={apply} />
      </Sheet>
    </div>
  );
}

function FilterForm({
  filter,
  onApply,
}: {
  filter: AuditFilter;
  onApply: (filter: AuditFilter) => void;
}) {
  const [subject, setSubject] = useState(filter.subjectType ?? '');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onApply(filterIn(new FormData(event.currentTarget)));
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <WhichDuty duty={filter.duty ?? ''} />
      <WhichSubject subject={subject} onChange={setSubject} />
      <WhichAct key={subject} subject={subject} filter={filter} />
      <Days filter={filter} />
      <TextField
        label={<Trans>Quién</Trans>}
        hint={<Trans>El identificador entero. También puedes tocarlo en un registro.</Trans>}
        name="actorId"
        className="mono"
        maxLength={36}
        autoComplete="off"
        spellCheck={false}
        defaultValue={filter.actorId ?? ''}
      />
      <Button kind="primary" block type="submit">
        <Trans>Ver</Trans>
      </Button>
    </form>
  );
}

function WhichDuty({ duty }: { duty: string }) {
  const { t, i18n } = useLingui();
  return (
    <Select label={<Trans>Con qué tarea</Trans>} name="duty" defaultValue={duty}>
      <option value="">{t`Cualquiera`}</option>
      {Object.entries(DUTY_NAMES).map(([name, words]) => (
        <option key={name} value={name}>
          {i18n._(words)}
        </option>
      ))}
    </Select>
  );
}

interface WhichSubjectProps {
  subject: string;
  onChange: (subject: string) => void;
}

function WhichSubject({ subject, onChange }: WhichSubjectProps) {
  const { t, i18n } = useLingui();
  return (
    <Select
      label={<Trans>Sobre qué</Trans>}
      name="subjectType"
      value={subject}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t`Cualquier cosa`}</option>
      {Object.entries(SUBJECT_LABELS).map(([name, words]) => (
        <option key={name} value={name}>
          {i18n._(words)}
        </option>
      ))}
    </Select>
  );
}

/** One select for subject type and action: an action is only unique together with its subject. */
function WhichAct({ subject, filter }: { subject: string; filter: AuditFilter }) {
  const { t, i18n } = useLingui();
  const acts = Object.entries(ACTION_NAMES).filter(([key]) =>
    key.startsWith(subject && `${subject}.`),
  );
  const now = filter.action ? `${filter.subjectType}.${filter.action}` : '';
  const isAmong = acts.some(([key]) => key === now);
  return (
    <Select label={<Trans>Qué</Trans>} name="act" defaultValue={isAmong ? now : ''}>
      <option value="">{t`Cualquier acto`}</option>
      {acts.map(([key, words]) => (
        <option key={key} value={key}>
          {i18n._(words)}
        </option>
      ))}
    </Select>
  );
}

function Days({ filter: { from, to } }: { filter: AuditFilter }) {
  const last = to && dayOf(new Date(Date.parse(to) - 1));
  return (
    <div className="grid2">
      <TextField
        label={<Trans>Desde el día</Trans>}
        name="from"
        type="date"
        defaultValue={from ? dayOf(new Date(from)) : ''}
      />
      <TextField
        label={<Trans>Hasta el día</Trans>}
        name="to"
        type="date"
        defaultValue={last ?? ''}
      />
    </div>
  );
}

/** A day in the device's time zone, formatted for `<input type="date">`. */
const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Start of the day `later` days after `day`, in the device's time zone. */
function beginningOf(day: string, later = 0): string {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

function filterIn(form: FormData): AuditFilter {
  const of = (name: string) => String(form.get(name) ?? '').trim();
  const [subjectOfAct, action] = of('act').split('.');
  const subjectType = subjectOfAct || of('subjectType');
  return {
    ...(of('duty') && { duty: of('duty') as DutyName }),
    ...(subjectType && { subjectType }),
    ...(action && { action }),
    ...(of('from') && { from: beginningOf(of('from')) }),
    ...(of('to') && { to: beginningOf(of('to'), 1) }),
    ...(of('actorId') && { actorId: of('actorId') }),
  };
}

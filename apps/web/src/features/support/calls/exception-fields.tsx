import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import { TextField } from '../../../ui/forms/field';
import type { ExceptionDraft } from './availability-draft';
import { HoursFields } from './hours-fields';

interface ExceptionFieldsProps {
  exceptions: readonly ExceptionDraft[];
  error: string | undefined;
  /** Error text of the date of an exception. */
  dateError: (id: string) => string | undefined;
  onChange: (exceptions: readonly ExceptionDraft[]) => void;
}

/** Dates with other hours than the week, or with none. */
export function ExceptionFields({ exceptions, error, dateError, onChange }: ExceptionFieldsProps) {
  const { t } = useLingui();
  const edit = (exception: ExceptionDraft, more: Partial<ExceptionDraft>) =>
    onChange(exceptions.map((one) => (one === exception ? { ...one, ...more } : one)));
  const add = () => onChange([...exceptions, { id: crypto.randomUUID(), date: '', hours: [] }]);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Días distintos</Trans>
      </h2>
      <ErrorBanner text={error} />
      {exceptions.map((exception) => (
        <div key={exception.id} className="stack stack--2">
          <TextField
            type="date"
            label={t`Fecha`}
            value={exception.date}
            error={dateError(exception.id)}
            onChange={({ target }) => edit(exception, { date: target.value })}
          />
          <HoursFields
            title={exception.date}
            hours={exception.hours}
            onChange={(hours) => edit(exception, { hours })}
          />
          <span>
            <Button
              kind="text"
              small
              onClick={() => onChange(exceptions.filter((one) => one !== exception))}
            >
              <Trans>Quitar este día</Trans>
            </Button>
          </span>
        </div>
      ))}
      <Button icon="plus" block onClick={add}>
        <Trans>Agregar otro día</Trans>
      </Button>
    </section>
  );
}

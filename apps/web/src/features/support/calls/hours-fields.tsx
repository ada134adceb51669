import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { type HoursDraft, newHours } from './availability-draft';

interface HoursFieldsProps {
  /** The weekday or date. */
  title: string;
  hours: readonly HoursDraft[];
  onChange: (hours: readonly HoursDraft[]) => void;
}

/** The hours of one day; none is a day without calls. */
export function HoursFields({ title, hours, onChange }: HoursFieldsProps) {
  const { t } = useLingui();
  const edit = (hour: HoursDraft, more: Partial<HoursDraft>) =>
    onChange(hours.map((one) => (one === hour ? { ...one, ...more } : one)));
  return (
    <fieldset className="card stack stack--2" aria-label={title}>
      {/* The browser draws a legend on the edge of the card. */}
      {title && (
        <span className="h3" aria-hidden="true">
          {title}
        </span>
      )}
      {hours.map((hour) => (
        <div key={hour.id} className="inline wrap">
          <TextField
            type="time"
            label={t`Desde`}
            value={hour.from}
            onChange={({ target }) => edit(hour, { from: target.value })}
          />
          <TextField
            type="time"
            label={t`Hasta`}
            value={hour.to}
            onChange={({ target }) => edit(hour, { to: target.value })}
          />
          <Button
            kind="text"
            small
            aria-label={t`Quitar el horario ${hour.from} de ${title}`}
            onClick={() => onChange(hours.filter((one) => one !== hour))}
          >
            <Trans>Quitar</Trans>
          </Button>
        </div>
      ))}
      <span className="inline wrap">
        {hours.length === 0 && (
          <span className="muted">
            <Trans>Sin llamadas</Trans>
          </span>
        )}
        <Button
          small
          icon="plus"
          aria-label={t`Agregar un horario: ${title}`}
          onClick={() => onChange([...hours, newHours()])}
        >
          <Trans>Agregar un horario</Trans>
        </Button>
      </span>
    </fieldset>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Button } from '../../../ui/actions/button';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Select, TextField } from '../../../ui/forms/field';

export interface HolidayDraft {
  /** Identifies the row while it is edited. */
  readonly id: string;
  readonly date: string;
  readonly country: string;
}

interface HolidayFieldsProps {
  holidays: readonly HolidayDraft[];
  onChange: (holidays: readonly HolidayDraft[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** The holidays, one row for each day and country. */
export function HolidayFields({ holidays, onChange, errorOf }: HolidayFieldsProps) {
  const last = holidays.at(-1);
  const add = () =>
    onChange([...holidays, { id: crypto.randomUUID(), date: '', country: last?.country ?? '' }]);
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Días feriados</Trans>
      </h2>
      <p className="xs muted">
        <Trans>
          Si es feriado en uno de estos países, ese día no cuenta para el plazo de nadie.
        </Trans>
      </p>
      <ErrorBanner text={errorOf('holidays')} />
      {holidays.map((holiday, index) => (
        <HolidayRow
          key={holiday.id}
          holiday={holiday}
          errorOf={(field) => errorOf(`holidays.${index}.${field}`)}
          isRepeated={isRepeated(holidays, index)}
          onChange={(more) =>
            onChange(holidays.map((one) => (one === holiday ? { ...one, ...more } : one)))
          }
          onRemove={() => onChange(holidays.filter((one) => one !== holiday))}
        />
      ))}
      <Button icon="plus" block onClick={add}>
        <Trans>Sumar un día feriado</Trans>
      </Button>
    </section>
  );
}

/** Whether an earlier row has the same day and country. */
const isRepeated = (holidays: readonly HolidayDraft[], index: number) => {
  const { date, country } = holidays[index]!;
  const isSame = (one: HolidayDraft) => one.date === date && one.country === country;
  return date !== '' && country !== '' && holidays.findIndex(isSame) < index;
};

interface HolidayRowProps {
  holiday: HolidayDraft;
  isRepeated: boolean;
  onChange: (more: Partial<HolidayDraft>) => void;
  onRemove: () => void;
  errorOf: (field: string) => string | undefined;
}

function HolidayRow({ holiday, isRepeated, onChange, onRemove, errorOf }: HolidayRowProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  const { date, country } = holiday;
  const countries = [...(taxonomy?.countries ?? []), ...(taxonomy?.otherCountries ?? [])];
  return (
    <div className="card stack stack--2">
      <TextField
        type="date"
        label={t`Fecha`}
        value={date}
        error={errorOf('date')}
        onChange={({ target }) => onChange({ date: target.value })}
      />
      <Select
        label={t`País`}
        // The options arrive with the taxonomy; until then the chosen one has none.
        value={taxonomy ? country : ''}
        error={errorOf('country')}
        onChange={({ target }) => onChange({ country: target.value })}
      >
        <option value="">{t`Elige un país`}</option>
        {countries.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      {isRepeated && (
        <Banner look="warn" role="status">
          <Trans>Ya está en la lista; cuenta una sola vez.</Trans>
        </Banner>
      )}
      <span>
        <Button kind="text" small onClick={onRemove} aria-label={t`Quitar el feriado ${date}`}>
          <Trans>Quitar</Trans>
        </Button>
      </span>
    </div>
  );
}

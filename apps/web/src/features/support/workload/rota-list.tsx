import { Trans, useLingui } from '@lingui/react/macro';
import { cityOfTimeZone } from '../../../lib/text/time-zone-names';
import { Badge } from '../../../ui/display/badge';
import type { Rota } from './rota.graphql';
import { weekdayHeading } from './weekday-name';

/** The people on duty on each day of the week. */
export function RotaList({ rota: { zone, today, days } }: { rota: Rota }) {
  const { t, i18n } = useLingui();
  const city = cityOfTimeZone(zone);
  const names = new Intl.ListFormat(i18n.locale);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Cada semana</Trans>
      </h2>
      <ul className="card card--flush rows" aria-label={t`Quién está de guardia`}>
        {days.map(({ weekday, workNames }) => (
          <li key={weekday} className="row" aria-current={weekday === today ? 'date' : undefined}>
            <span className="grow">
              <span className="row__t">{weekdayHeading(weekday, i18n.locale)}</span>
              <span className="row__s">
                {workNames.length > 0 ? (
                  names.format(workNames)
                ) : (
                  <Badge look="warn">
                    <Trans>Nadie</Trans>
                  </Badge>
                )}
              </span>
            </span>
            {weekday === today && (
              <Badge look="ok">
                <Trans>Hoy</Trans>
              </Badge>
            )}
          </li>
        ))}
      </ul>
      <p className="xs muted">
        <Trans>Los días empiezan a medianoche en {city}.</Trans>
      </p>
    </section>
  );
}

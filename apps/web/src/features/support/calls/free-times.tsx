import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../../ui/display/card';
import type { Availability } from './calls.graphql';

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** The free times of the next two weeks in words, one line a day. */
export function FreeTimes({ availability: { freeTimes, zone } }: { availability: Availability }) {
  const { i18n } = useLingui();
  const days = Map.groupBy(freeTimes, (time) => i18n.date(time, { ...DAY, timeZone: zone }));
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Lo que queda libre en dos semanas</Trans>
      </h2>
      {days.size === 0 && (
        <p className="muted">
          <Trans>Nada: con estos horarios nadie puede reservar una llamada contigo.</Trans>
        </p>
      )}
      <ul>
        {[...days].map(([day, times]) => (
          <li key={day}>
            {day}: {times.map((time) => i18n.date(time, { ...CLOCK, timeZone: zone })).join(' · ')}
          </li>
        ))}
      </ul>
    </Card>
  );
}

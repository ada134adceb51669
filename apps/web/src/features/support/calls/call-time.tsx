import { Trans, useLingui } from '@lingui/react/macro';
import { cityOfTimeZone } from '../../../lib/text/time-zone-names';

/** Shown first to a viewer whose device tells no city; some browsers hide the zone. */
const FIRST_ZONE = 'America/Bogota';

/** The zone of the device if it has a city; undefined for `UTC` and fixed offsets. */
export function cityZone(): string | undefined {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return /^(?!Etc\/).+\//.test(zone) ? zone : undefined;
}

/**
 * The zone in which the viewer reads the time of a call on every page: that of the device, or the one stored for their side
 * if the device tells no city.
 */
export const ownZone = (stored?: string | null): string => cityZone() ?? stored ?? FIRST_ZONE;

/** The zone in which the viewer reads times until they choose another. */
export const deviceZone = (): string => ownZone();

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

interface CallTimeProps {
  startsAt: string;
  /** The zone of the viewer. */
  zone: string;
}

/** `Martes 1 de diciembre, 10:00`, in the zone of the viewer. */
export function CallDay({ startsAt, zone }: CallTimeProps) {
  const { i18n } = useLingui();
  const day = i18n.date(startsAt, { ...DAY, timeZone: zone });
  const time = i18n.date(startsAt, { ...CLOCK, timeZone: zone });
  return `${day.charAt(0).toLocaleUpperCase(i18n.locale)}${day.slice(1)}, ${time}`;
}

/** `en Lima · 12:00 en São Paulo`: the viewer's city, and the time of the other side. */
export function CallCities({ startsAt, zone, otherZone }: CallTimeProps & { otherZone: string }) {
  const { i18n } = useLingui();
  const dayIn = (timeZone: string) => i18n.date(startsAt, { ...DAY, timeZone });
  const city = cityOfTimeZone(zone);
  const otherCity = cityOfTimeZone(otherZone);
  if (city === otherCity) return <Trans>en {city}</Trans>;
  const isSameDay = dayIn(zone) === dayIn(otherZone);
  const style = isSameDay ? CLOCK : { weekday: 'long' as const, ...CLOCK };
  const otherTime = i18n.date(startsAt, { ...style, timeZone: otherZone });
  return (
    <Trans>
      en {city} · {otherTime} en {otherCity}
    </Trans>
  );
}

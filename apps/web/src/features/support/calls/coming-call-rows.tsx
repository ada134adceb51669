import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { IconTile, Row } from '../../../ui/display/card';
import { CallDay, ownZone } from './call-time';
import type { ComingCall } from './use-coming-calls';

const SOON_MS = 60 * 60 * 1_000;

/** A row for each coming call: today, soon, or on its day. */
export function ComingCallRows({ calls }: { calls: readonly ComingCall[] }) {
  return calls.map((call) => <ComingCallRow key={`${call.path} ${call.startsAt}`} call={call} />);
}

function ComingCallRow({ call: { path, startsAt, zone, role } }: { call: ComingCall }) {
  return (
    <Row
      to={path}
      start={<IconTile icon="clock" look="clay" />}
      title={<When startsAt={startsAt} zone={ownZone(zone)} />}
      note={
        role === 'interpreter' ? (
          <Trans>Interpretas esta llamada</Trans>
        ) : role === 'supporter' ? (
          <Trans>Llamada con quien pidió apoyo</Trans>
        ) : (
          <Trans>Tu primera llamada</Trans>
        )
      }
    />
  );
}

function When({ startsAt, zone }: { startsAt: string; zone: string }) {
  const { i18n } = useLingui();
  const now = useNow();
  const dayOf = (at: string | number) =>
    i18n.date(new Date(at), { dateStyle: 'short', timeZone: zone });
  const time = i18n.date(startsAt, { hour: 'numeric', minute: '2-digit', timeZone: zone });
  const left = Date.parse(startsAt) - now;
  if (left <= 0) return <Trans>Ahora: la llamada de las {time}</Trans>;
  if (left <= SOON_MS) return <Trans>Falta poco: llamada a las {time}</Trans>;
  if (dayOf(startsAt) === dayOf(now)) return <Trans>Hoy a las {time}</Trans>;
  return <CallDay startsAt={startsAt} zone={zone} />;
}

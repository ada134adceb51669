import { Trans } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { CallCities, CallDay, deviceZone } from './call-time';
import { useCall } from './use-call';

interface OwnCallRowProps {
  request: { readonly id: string; readonly stage: string; readonly viewerCan: readonly string[] };
}

/** On the page of a request: the booked call, or the way to book one. */
export function OwnCallRow({ request: { id, stage, viewerCan } }: OwnCallRowProps) {
  const { booked, isLoading } = useCall(id);
  if (isLoading || !viewerCan.includes('arrangeCall')) return null;
  if (!booked && stage !== 'accepted') return null;
  const icon = <IconTile icon="clock" look="clay" />;
  return (
    <Rows>
      {booked ? (
        <Row
          to={`/support/${id}/call`}
          start={icon}
          title={<Trans>Tu primera llamada</Trans>}
          note={
            <>
              <CallDay startsAt={booked.startsAt} zone={deviceZone()} />{' '}
              <CallCities
                startsAt={booked.startsAt}
                zone={deviceZone()}
                otherZone={booked.supporterZone}
              />
            </>
          }
        />
      ) : (
        <Row
          to={`/support/${id}/call`}
          start={icon}
          title={<Trans>Reservar la primera llamada</Trans>}
          note={<Trans>40 minutos, a una hora que te sirva</Trans>}
        />
      )}
    </Rows>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { Banner } from '../../../ui/display/banner';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { CallCities, CallDay, ownZone } from './call-time';
import type { Call } from './calls.graphql';
import { useCall } from './use-call';

interface OwnCallRowProps {
  request: { readonly id: string; readonly stage: string; readonly viewerCan: readonly string[] };
}

/** On the page of a request: the booked call, or the way to book one. */
export function OwnCallRow({ request: { id, stage, viewerCan } }: OwnCallRowProps) {
  const { call, booked, isLoading } = useCall(id);
  if (isLoading || !viewerCan.includes('arrangeCall')) return null;
  if (!booked && stage !== 'accepted') return <CancelledCall call={call} />;
  const icon = <IconTile icon="clock" look="clay" />;
  return (
    <>
      {!booked && <CancelledCall call={call} />}
      <Rows>
        {booked ? (
          <Row
            to={`/support/${id}/call`}
            start={icon}
            title={<Trans>Tu primera llamada</Trans>}
            note={
              <>
                <CallDay startsAt={booked.startsAt} zone={ownZone(booked.requesterZone)} />{' '}
                <CallCities
                  startsAt={booked.startsAt}
                  zone={ownZone(booked.requesterZone)}
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
    </>
  );
}

/** Tells that a coming call does not take place, unless the viewer cancelled it. */
function CancelledCall({ call }: { call: Call | undefined }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (call?.state !== 'cancelled' || call.endedBy === 'requester') return null;
  if (Date.parse(call.startsAt) < now) return null;
  const style = { dateStyle: 'long', timeStyle: 'short' } as const;
  const when = i18n.date(call.startsAt, { ...style, timeZone: ownZone(call.requesterZone) });
  return (
    <Banner look="warn" icon="clock" title={<Trans>La llamada del {when} se canceló</Trans>}>
      <Trans>Podrás reservar otra con quien acompañe tu caso.</Trans>
    </Banner>
  );
}

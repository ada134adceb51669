import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { CallCities, CallDay, ownZone } from './call-time';
import { MY_INTRODUCTORY_CALLS } from './calls.graphql';

/** The booked calls of a supporter, and the way to their availability. */
export function MyCalls() {
  const [{ data }, execute] = useQuery({
    query: MY_INTRODUCTORY_CALLS,
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportCase'], () => execute({ requestPolicy: 'network-only' }));
  const calls = data?.myIntroductoryCalls.filter(({ viewerSide }) => viewerSide === 'supporter');
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Tus llamadas</Trans>
      </h2>
      <Rows>
        {calls?.map(({ requestId, number, startsAt, supporterZone, requesterZone, hasLink }) => (
          <Row
            key={requestId}
            to={`/cases/${requestId}`}
            start={<IconTile icon="clock" look="clay" />}
            title={<CallDay startsAt={startsAt} zone={ownZone(supporterZone)} />}
            note={
              <>
                <CallCities
                  startsAt={startsAt}
                  zone={ownZone(supporterZone)}
                  otherZone={requesterZone}
                />{' '}
                · {number}
                {!hasLink && (
                  <>
                    {' '}
                    · <Trans>falta el enlace</Trans>
                  </>
                )}
              </>
            }
          />
        ))}
        <Row
          to="/cases/hours"
          start={<IconTile icon="clock" />}
          title={<Trans>Tus horarios para llamadas</Trans>}
          note={calls?.length === 0 ? <Trans>No tienes llamadas reservadas</Trans> : undefined}
        />
      </Rows>
    </section>
  );
}

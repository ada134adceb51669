import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { MyIntroductoryCallsQuery } from '../../../gql/types';
import { useNow } from '../../../lib/page/use-now';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { CallCities, CallDay, ownZone } from './call-time';
import { MY_INTRODUCTORY_CALLS } from './calls.graphql';
import { isCallSoon } from './soon';

type MyCall = MyIntroductoryCallsQuery['myIntroductoryCalls'][number];

function useMyCalls(): readonly MyCall[] | undefined {
  const [{ data }, execute] = useQuery({
    query: MY_INTRODUCTORY_CALLS,
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportCase'], () => execute({ requestPolicy: 'network-only' }));
  return data?.myIntroductoryCalls.filter(({ viewerSide }) => viewerSide === 'supporter');
}

/** The booked calls of a supporter that have begun or begin within a day. */
export function SoonCalls() {
  const now = useNow();
  const calls = useMyCalls()?.filter((call) => isCallSoon(call, now)) ?? [];
  if (calls.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Tus próximas llamadas</Trans>
      </h2>
      <Rows>
        {calls.map((call) => (
          <CallRow key={call.requestId} call={call} />
        ))}
      </Rows>
    </section>
  );
}

/** The later calls of a supporter, and the way to their availability. */
export function LaterCalls() {
  const now = useNow();
  const calls = useMyCalls();
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Tus llamadas</Trans>
      </h2>
      <Rows>
        {calls
          ?.filter((call) => !isCallSoon(call, now))
          .map((call) => (
            <CallRow key={call.requestId} call={call} />
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

function CallRow({ call }: { call: MyCall }) {
  const { requestId, number, startsAt, supporterZone, requesterZone, hasLink } = call;
  const { interpreterName } = call;
  const zone = ownZone(supporterZone);
  return (
    <Row
      to={`/cases/${requestId}`}
      start={<IconTile icon="clock" look="clay" />}
      title={<CallDay startsAt={startsAt} zone={zone} />}
      note={
        <>
          <CallCities startsAt={startsAt} zone={zone} otherZone={requesterZone} /> · {number}
          {interpreterName && (
            <>
              {' '}
              · <Trans>con intérprete: {interpreterName}</Trans>
            </>
          )}
          {!hasLink && (
            <>
              {' '}
              · <Trans>falta el enlace</Trans>
            </>
          )}
        </>
      }
    />
  );
}

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import type { CallOutcome } from '../../../gql/types';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { CallDay, ownZone } from './call-time';
import { PAST_CALLS, type PastCall } from './past-calls.graphql';

/** The result of a call, in words for both sides. */
const LED_TO: Record<CallOutcome, MessageDescriptor> = {
  lightTouch: msg`El caso siguió como apoyo breve (Light Touch Support)`,
  matchbox: msg`Se propuso Matchbox (trabajo conjunto más intenso)`,
  referred: msg`Se derivó a otro lugar`,
  notNow: msg`Quedó en «ahora no»`,
};

type Side = 'requester' | 'supporter';

interface PastCallsProps {
  requestId: string;
  side: Side;
}

/** The earlier calls of a case: when they were, how they ended and what they led to. Nothing without one. */
export function PastCalls({ requestId, side }: PastCallsProps) {
  const { i18n } = useLingui();
  const [{ data }, execute] = useQuery({
    ...{ query: PAST_CALLS, variables: { id: requestId } },
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportRequest', 'supportCase'], () => execute({ requestPolicy: 'network-only' }));
  const calls = data?.pastCalls ?? [];
  if (calls.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Llamadas anteriores</Trans>
      </h2>
      <Rows>
        {calls.map((call) => (
          <Row
            key={call.id}
            start={<IconTile icon="clock" look="plain" />}
            title={
              <CallDay
                startsAt={call.startsAt}
                zone={ownZone(side === 'requester' ? call.requesterZone : call.supporterZone)}
              />
            }
            note={
              call.outcome ? i18n._(LED_TO[call.outcome]) : <HowItEnded call={call} side={side} />
            }
          />
        ))}
      </Rows>
    </section>
  );
}

/** The other side is named by its part in the case. A requester may read of calls from before the case was theirs. */
function HowItEnded({ call: { state, endedBy }, side }: { call: PastCall; side: Side }) {
  if (state === 'held') return <Trans>Se hizo</Trans>;
  // A missed call is ended by the side that came.
  if (state === 'missed') return endedBy === side ? OTHER_MISSED[side] : OWN_MISSED[side];
  if (!endedBy) return <Trans>Se canceló</Trans>;
  return endedBy === side ? OWN_CANCELLED[side] : OTHER_CANCELLED[side];
}

const OWN_MISSED: Record<Side, ReactNode> = {
  requester: <Trans>No llegó nadie de tu lado</Trans>,
  supporter: <Trans>No llegaste</Trans>,
};

const OTHER_MISSED: Record<Side, ReactNode> = {
  requester: <Trans>Quien da apoyo no llegó</Trans>,
  supporter: <Trans>Quien pidió apoyo no llegó</Trans>,
};

const OWN_CANCELLED: Record<Side, ReactNode> = {
  requester: <Trans>Se canceló de tu lado</Trans>,
  supporter: <Trans>La cancelaste</Trans>,
};

const OTHER_CANCELLED: Record<Side, ReactNode> = {
  requester: <Trans>La canceló quien da apoyo</Trans>,
  supporter: <Trans>La canceló quien pidió apoyo</Trans>,
};

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CallOutcome } from '../../../gql/types';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { CallDay, ownZone } from './call-time';
import type { PastCall } from './past-calls.graphql';
import { usePastCalls } from './use-past-calls';

/** The result of a call, in words for both sides. */
const OUTCOME_TEXTS: Record<CallOutcome, MessageDescriptor> = {
  lightTouch: msg`El caso siguió como apoyo breve (Light Touch Support)`,
  matchbox: msg`Se propuso Matchbox (trabajo conjunto más intenso)`,
  referred: msg`Se derivó a otro lugar`,
  notNow: msg`Por ahora no sigue`,
};

type Side = 'requester' | 'supporter';

interface PastCallsProps {
  requestId: string;
  side: Side;
}

/** The earlier calls of a case: when they were, how they ended and what they led to. Nothing without one. */
export function PastCalls({ requestId, side }: PastCallsProps) {
  const { i18n } = useLingui();
  const calls = usePastCalls(requestId);
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
              call.outcome ? (
                i18n._(OUTCOME_TEXTS[call.outcome])
              ) : (
                <CallEnding call={call} side={side} />
              )
            }
          />
        ))}
      </Rows>
    </section>
  );
}

/** Each side is named by its part in the case. Both read only calls of the time when the case was theirs. */
function CallEnding({ call: { state, endedBy }, side }: { call: PastCall; side: Side }) {
  if (state === 'held') return <Trans>Se realizó</Trans>;
  const isOwn = endedBy === side;
  // A missed call is ended by the side that came.
  if (state === 'missed') return isOwn ? OTHER_MISSED[side] : <Trans>No te conectaste</Trans>;
  if (!endedBy) return <Trans>Se canceló</Trans>;
  return isOwn ? <Trans>La cancelaste</Trans> : OTHER_CANCELLED[side];
}

const OTHER_MISSED: Record<Side, ReactNode> = {
  requester: <Trans>Quien da apoyo no se conectó</Trans>,
  supporter: <Trans>Quien pidió apoyo no se conectó</Trans>,
};

const OTHER_CANCELLED: Record<Side, ReactNode> = {
  requester: <Trans>La canceló quien da apoyo</Trans>,
  supporter: <Trans>La canceló quien pidió apoyo</Trans>,
};

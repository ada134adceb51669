import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { DAY_AND_TIME } from '../../../lib/text/day-and-time';
import { ownZone } from '../calls/call-time';
import type { Call } from '../calls/calls.graphql';
import { useCallsOfCase } from '../calls/use-calls-of-case';
import type { OwnRequest } from '../own/own-requests.graphql';
import { StageLine } from './stage-line';

/** The way of a request for its requester. */
export function OwnStages({ request }: { request: OwnRequest }) {
  const { booked, hadCall } = useCallsOfCase(request.id);
  return (
    <StageLine stage={request.stage} hasBookedCall={!!booked} hadCall={hadCall}>
      <NextStep {...{ request, booked, hadCall }} />
    </StageLine>
  );
}

interface NextStepProps {
  request: OwnRequest;
  booked: Call | undefined;
  hadCall: boolean;
}

function NextStep({ request, booked, hadCall }: NextStepProps) {
  const { stage, hasQuestion, silenceEndsAt, isWithoutSupporter } = request;
  if (hasQuestion) return <Trans>te preguntan algo. Contesta aquí abajo.</Trans>;
  if (silenceEndsAt) return <Trans>di si el acompañamiento sigue.</Trans>;
  const isOpen = stage === 'waiting' || stage === 'claimed' || stage === 'accepted';
  if (isOpen && booked) return <OwnCall call={booked} />;
  switch (stage) {
    case 'waiting':
      if (isWithoutSupporter)
        return <Trans>elige cómo seguir. Aquí abajo están las opciones.</Trans>;
      return <Trans>tu pedido espera a una persona de apoyo.</Trans>;
    case 'claimed':
      return <Trans>una persona lo lee y te contesta aquí.</Trans>;
    case 'accepted':
      if (hadCall) return <Trans>sigue en la conversación.</Trans>;
      return <Trans>reserva la primera llamada o escribe en la conversación.</Trans>;
    case 'declined':
      return <Trans>lee la respuesta.</Trans>;
    case 'duplicate':
      return <Trans>sigue en tu otro pedido.</Trans>;
    default:
      return <EndedStep request={request} />;
  }
}

function OwnCall({ call }: { call: Call }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (Date.parse(call.startsAt) < now)
    return <Trans>después de la llamada, aquí leerás cómo sigue.</Trans>;
  const when = i18n.date(call.startsAt, { ...DAY_AND_TIME, timeZone: ownZone(call.requesterZone) });
  return <Trans>tienes una llamada el {when}.</Trans>;
}

function EndedStep({ request: { reopenableUntil } }: Pick<NextStepProps, 'request'>) {
  const { i18n } = useLingui();
  const day = reopenableUntil && i18n.date(reopenableUntil, { dateStyle: 'long' });
  if (day) return <Trans>nada pendiente. Puedes reabrirlo hasta el {day}.</Trans>;
  return <Trans>nada pendiente.</Trans>;
}

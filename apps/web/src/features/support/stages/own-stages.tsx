import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { ownZone } from '../calls/call-time';
import type { Call } from '../calls/calls.graphql';
import { useCall } from '../calls/use-call';
import type { OwnRequest } from '../own/own-requests.graphql';
import { CALL_TIME } from './call-time-format';
import { StageLine } from './stage-line';

/** The way of a request for its requester. */
export function OwnStages({ request }: { request: OwnRequest }) {
  const { call } = useCall(request.id);
  return (
    <StageLine stage={request.stage} callState={call?.state}>
      <NextStep request={request} call={call} />
    </StageLine>
  );
}

interface NextStepProps {
  request: OwnRequest;
  call: Call | undefined;
}

function NextStep({ request, call }: NextStepProps) {
  const { stage, hasQuestion, silenceEndsAt, isWithoutSupporter } = request;
  if (hasQuestion) return <Trans>te preguntan algo. Contesta aquí abajo.</Trans>;
  if (silenceEndsAt) return <Trans>di si el acompañamiento sigue.</Trans>;
  const isOpen = stage === 'waiting' || stage === 'claimed' || stage === 'accepted';
  if (isOpen && call?.state === 'booked') return <OwnCall call={call} />;
  switch (stage) {
    case 'waiting':
      if (isWithoutSupporter)
        return <Trans>elige cómo seguir. Aquí abajo están las opciones.</Trans>;
      return <Trans>tu pedido espera a una persona de apoyo.</Trans>;
    case 'claimed':
      return <Trans>una persona lo lee y te contesta aquí.</Trans>;
    case 'accepted':
      if (call?.state === 'held') return <Trans>sigan en la conversación.</Trans>;
      return <Trans>reserva la primera llamada o escribe en la conversación.</Trans>;
    case 'declined':
      return <Trans>lee la respuesta y dónde más buscar.</Trans>;
    case 'duplicate':
      return <Trans>sigue en tu otro pedido.</Trans>;
    default:
      return <Ended request={request} />;
  }
}

function OwnCall({ call }: { call: Call }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (Date.parse(call.startsAt) < now)
    return <Trans>después de la llamada, te escriben cómo sigue.</Trans>;
  const when = i18n.date(call.startsAt, { ...CALL_TIME, timeZone: ownZone(call.requesterZone) });
  return <Trans>la llamada, el {when}.</Trans>;
}

function Ended({ request: { reopenableUntil } }: Pick<NextStepProps, 'request'>) {
  const { i18n } = useLingui();
  const day = reopenableUntil && i18n.date(reopenableUntil, { dateStyle: 'long' });
  if (day) return <Trans>nada pendiente. Puedes reabrirlo hasta el {day}.</Trans>;
  return <Trans>nada pendiente.</Trans>;
}

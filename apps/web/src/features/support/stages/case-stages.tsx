import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { DAY_AND_TIME } from '../../../lib/text/day-and-time';
import { ownZone } from '../calls/call-time';
import type { Call } from '../calls/calls.graphql';
import { useCallsOfCase } from '../calls/use-calls-of-case';
import type { CaseFile } from '../cases/cases.graphql';
import { StageLine } from './stage-line';

/** The way of a request for its supporter. */
export function CaseStages({ file }: { file: CaseFile }) {
  const { booked, hadCall } = useCallsOfCase(file.id, !file.viewerCan.includes('readCall'));
  return (
    <StageLine stage={file.stage} hasBookedCall={!!booked} hadCall={hadCall}>
      <NextStep file={file} booked={booked} />
    </StageLine>
  );
}

function NextStep({ file, booked }: { file: CaseFile; booked: Call | undefined }) {
  if (file.waitsForRequesterUntil) return <Trans>espera la respuesta de quien pidió.</Trans>;
  if (file.pausedUntil) return <Trans>el caso está en pausa.</Trans>;
  if (file.silenceEndsAt) return <Trans>di si el acompañamiento sigue.</Trans>;
  if (booked) return <CaseCallStep call={booked} />;
  if (file.stage === 'claimed') return <Trans>lee el pedido y contesta.</Trans>;
  return <Trans>sigue en la conversación.</Trans>;
}

function CaseCallStep({ call }: { call: Call }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (Date.parse(call.startsAt) < now)
    return <Trans>después de la llamada, anota cómo sigue.</Trans>;
  const when = i18n.date(call.startsAt, { ...DAY_AND_TIME, timeZone: ownZone(call.supporterZone) });
  return <Trans>tienes una llamada el {when}.</Trans>;
}

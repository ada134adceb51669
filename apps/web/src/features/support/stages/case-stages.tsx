import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { ownZone } from '../calls/call-time';
import type { Call } from '../calls/calls.graphql';
import { useCall } from '../calls/use-call';
import type { CaseFile } from '../cases/cases.graphql';
import { CALL_TIME } from './call-time-format';
import { StageLine } from './stage-line';

/** The way of a request for its supporter. */
export function CaseStages({ file }: { file: CaseFile }) {
  const { call } = useCall(file.id, !file.viewerCan.includes('readCall'));
  return (
    <StageLine stage={file.stage} callState={call?.state}>
      <NextStep file={file} call={call} />
    </StageLine>
  );
}

function NextStep({ file, call }: { file: CaseFile; call: Call | undefined }) {
  if (file.waitsForRequesterUntil) return <Trans>espera la respuesta de quien pidió.</Trans>;
  if (file.pausedUntil) return <Trans>el caso está en pausa.</Trans>;
  if (file.silenceEndsAt) return <Trans>di si el acompañamiento sigue.</Trans>;
  if (call?.state === 'booked') return <CaseCallStep call={call} />;
  if (file.stage === 'claimed') return <Trans>lee el pedido y contesta.</Trans>;
  return <Trans>sigan en la conversación.</Trans>;
}

function CaseCallStep({ call }: { call: Call }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (Date.parse(call.startsAt) < now)
    return <Trans>anota cómo sigue después de la llamada.</Trans>;
  const when = i18n.date(call.startsAt, { ...CALL_TIME, timeZone: ownZone(call.supporterZone) });
  return <Trans>la llamada, el {when}.</Trans>;
}

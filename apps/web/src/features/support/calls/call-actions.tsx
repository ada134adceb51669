import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CallCancelReason } from '../../../gql/types';
import { useNow } from '../../../lib/page/use-now';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ActionEffects } from '../../../ui/display/action-effects';
import { Card } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { type Call, CANCEL_CALL, MOVE_CALL, REPORT_MISSED_CALL } from './calls.graphql';
import { CANCEL_LABELS } from './call-labels';
import { TimePicker } from './time-picker';

interface CallActionsProps {
  call: Call;
  onChanged: () => void;
}

/** Moves or cancels a call before it begins; afterwards records that the other side did not come. */
export function CallActions({ call, onChanged }: CallActionsProps) {
  const [open, setOpen] = useState<'move' | 'cancel'>();
  const now = useNow();
  const done = () => {
    setOpen(undefined);
    onChanged();
  };
  if (Date.parse(call.startsAt) <= now) return <Missed call={call} onChanged={onChanged} />;
  if (open === 'move') return <Move call={call} onChanged={done} />;
  if (open === 'cancel')
    return <Cancel call={call} onChanged={done} onBack={() => setOpen(undefined)} />;
  return (
    <div className="stack stack--2">
      <Button block icon="clock" onClick={() => setOpen('move')}>
        <Trans>Cambiar la hora</Trans>
      </Button>
      <Button block icon="close" onClick={() => setOpen('cancel')}>
        <Trans>Cancelar la llamada</Trans>
      </Button>
    </div>
  );
}

function Move({ call: { requestId }, onChanged }: CallActionsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, problem, isBusy } = useMutationState(MOVE_CALL);
  const move = async (startsAt: string, zone: string) => {
    if (!(await run({ input: { requestId, startsAt, zone } }))) return false;
    toast({ text: t`Cambiaste la hora` });
    onChanged();
    return true;
  };
  return (
    <TimePicker
      requestId={requestId}
      actLabel={<Trans>Cambiar a esta hora</Trans>}
      onPick={move}
      problem={problem}
      isBusy={isBusy}
      otherwise={<Trans>La llamada sigue a la hora de antes.</Trans>}
    />
  );
}

function Cancel({
  call: { requestId, viewerSide },
  onChanged,
  onBack,
}: CallActionsProps & { onBack: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [reason, setReason] = useState<CallCancelReason>('time');
  const { run, problem, isBusy } = useMutationState(CANCEL_CALL);
  const act = async () => {
    if (!(await run({ input: { requestId, reason } }))) return;
    toast({ text: t`Cancelaste la llamada` });
    onChanged();
  };
  return (
    <Card className="stack--3">
      <ActionEffects
        title={<Trans>Si la cancelas</Trans>}
        effects={[
          ['bell', <Trans key="told">Avisamos a la otra persona</Trans>],
          [
            'support',
            <Trans key="queue">Si el pedido todavía no tiene respuesta, vuelve a la cola</Trans>,
          ],
          ...(viewerSide === 'requester'
            ? ([['clock', <Trans key="again">Puedes reservar otra hora</Trans>]] as const)
            : []),
        ]}
      />
      <ChoiceGroup legend={<Trans>Por qué</Trans>}>
        {(Object.keys(CANCEL_LABELS) as CallCancelReason[]).map((one) => (
          <Choice key={one} name="reason" checked={reason === one} onChange={() => setReason(one)}>
            {i18n._(CANCEL_LABELS[one])}
          </Choice>
        ))}
      </ChoiceGroup>
      <FormProblem problem={problem} />
      <Button kind="danger-line" block isBusy={isBusy} onClick={() => void act()}>
        <Trans>Cancelar la llamada</Trans>
      </Button>
      <Button block onClick={onBack}>
        <Trans>Volver sin cambiar nada</Trans>
      </Button>
    </Card>
  );
}

function Missed({ call: { requestId }, onChanged }: CallActionsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, problem, isBusy } = useMutationState(REPORT_MISSED_CALL);
  const act = async () => {
    if (!(await run({ id: requestId }))) return;
    toast({ text: t`Quedó anotado` });
    onChanged();
  };
  return (
    <div className="stack stack--2">
      <FormProblem problem={problem} />
      <Button block isBusy={isBusy} onClick={() => void act()}>
        <Trans>La otra persona no llegó</Trans>
      </Button>
      <p className="xs muted">
        <Trans>Si el pedido todavía no tiene respuesta, vuelve a la cola.</Trans>
      </p>
    </div>
  );
}

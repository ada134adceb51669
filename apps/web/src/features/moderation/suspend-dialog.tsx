import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReportReason } from '../../gql/types';
import { useAct } from '../../lib/use-act';
import { Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Choice, ChoiceGroup } from '../../ui/choice';
import { Dialog } from '../../ui/sheet';
import { SUSPEND } from './matters.graphql';
import { ReasonChoice } from './reason-choice';

/** One person may order no more. */
const HOURS = [24, 48, 72] as const;

interface SuspendDialogProps {
  id: string;
  isOpen: boolean;
  onClose: () => void;
  onDone: (text: string) => void;
}

/** Suspends whoever is reported, for a time that is chosen here. */
export function SuspendDialog({ id, isOpen, onClose, onDone }: SuspendDialogProps) {
  const { t } = useLingui();
  const suspend = useAct(SUSPEND);
  const [hours, setHours] = useState<number>(HOURS[0]);
  const [reason, setReason] = useState<ReportReason>();
  const [isTried, setTried] = useState(false);
  const act = async () => {
    setTried(true);
    if (!reason || !(await suspend.run({ input: { matterId: id, hours, reason } }))) return;
    onDone(t`Cuenta suspendida`);
    onClose();
  };
  const error = isTried && !reason ? t`Elige una opción.` : undefined;
  const title = <Trans>Suspender la cuenta</Trans>;
  const actions = (
    <>
      <Button kind="danger" isBusy={suspend.isBusy} onClick={() => void act()}>
        <Trans>Suspender</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Volver</Trans>
      </Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={actions}>
      <Problem text={suspend.message} />
      <WhatHappens />
      <HowLong hours={hours} onChange={setHours} />
      <ReasonChoice
        isAtDesk
        legend={<Trans>Por qué</Trans>}
        reason={reason}
        error={error}
        onChange={setReason}
      />
    </Dialog>
  );
}

function WhatHappens() {
  return (
    <p>
      <Trans>
        Sus sesiones se cierran ahora. Vuelve por sí sola al terminar el plazo. No se puede repetir
        en treinta días.
      </Trans>
    </p>
  );
}

function HowLong({ hours, onChange }: { hours: number; onChange: (hours: number) => void }) {
  return (
    <ChoiceGroup legend={<Trans>Por cuánto tiempo</Trans>}>
      {HOURS.map((value) => (
        <Choice key={value} name="hours" checked={hours === value} onChange={() => onChange(value)}>
          <Trans>{value} horas</Trans>
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

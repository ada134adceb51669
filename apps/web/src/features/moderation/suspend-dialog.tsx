import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/use-act';
import { Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Choice, ChoiceGroup } from '../../ui/choice';
import { Dialog } from '../../ui/sheet';
import { SUSPEND } from './desk.graphql';

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
  const act = async () => {
    if (await suspend.run({ input: { reportId: id, hours } })) onDone(t`Cuenta suspendida`);
  };
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
  const title = <Trans>Suspender la cuenta</Trans>;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={actions}>
      <Problem text={suspend.message} />
      <p>
        <Trans>
          Sus sesiones se cierran ahora. Vuelve por sí sola al terminar el plazo. No se puede
          repetir en treinta días.
        </Trans>
      </p>
      <HowLong hours={hours} onChange={setHours} />
    </Dialog>
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

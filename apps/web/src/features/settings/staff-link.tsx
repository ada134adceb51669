import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { currentLanguage } from '../../lib/language';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { FormProblem } from '../../ui/form-problem';
import { TAKE_STAFF_LINK } from './duties.graphql';
import './reasons';
import { ShownOnce } from './shown-once';

interface StaffLinkProps {
  actId: string;
  /** Asks for the password, names what follows, and calls `act` once it was right. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** The link of a seat that was approved, once, for whoever asked for it. */
export function StaffLink({ actId, onConfirm }: StaffLinkProps) {
  const [secret, setSecret] = useState<string>();
  const { run, isBusy, problem } = useAct(TAKE_STAFF_LINK);
  const take = async () => setSecret((await run({ id: actId }))?.takeStaffLink);
  if (secret) {
    const link = `${location.origin}/${currentLanguage()}/set-up?t=${secret}`;
    return (
      <ShownOnce
        title={<Trans>Este es el enlace</Trans>}
        secret={link}
        onDone={() => setSecret(undefined)}
      >
        <Trans>
          Se muestra una sola vez. Quien lo abra toma el lugar: dalo en persona. Sirve durante tres
          días desde la aprobación; si nadie lo usa, el lugar desaparece.
        </Trans>
      </ShownOnce>
    );
  }
  return (
    <>
      <FormProblem problem={problem} />
      <Button
        kind="primary"
        block
        icon="key"
        isBusy={isBusy}
        onClick={() => onConfirm(<Once />, () => void take())}
      >
        <Trans>Mostrar el enlace</Trans>
      </Button>
    </>
  );
}

function Once() {
  return (
    <p>
      <Trans>El enlace se muestra una sola vez. Tenlo listo para darlo en persona.</Trans>
    </p>
  );
}

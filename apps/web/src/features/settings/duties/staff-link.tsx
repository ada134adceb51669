import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { currentLanguage } from '../../../lib/text/language';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { FormProblem } from '../../../ui/forms/form-problem';
import { FETCH_STAFF_CODE, FETCH_STAFF_LINK } from './duties.graphql';
import '../error-texts';
import { OneTimeSecret } from './one-time-secret';

interface SeatProps {
  actId: string;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** Link of an approved staff invitation, shown once to the administrator who requested it. */
export function StaffLink({ actId, onConfirm }: SeatProps) {
  const [secret, setSecret] = useState<string>();
  const { run, isBusy, problem } = useMutationState(FETCH_STAFF_LINK);
  const take = async () => setSecret((await run({ id: actId }))?.takeStaffLink);
  if (secret) {
    const link = `${location.origin}/${currentLanguage()}/set-up?t=${secret}`;
    return (
      <OneTimeSecret
        title={<Trans>Este es el enlace</Trans>}
        secret={link}
        onDone={() => setSecret(undefined)}
      >
        <Trans>
          Se muestra una sola vez. Dalo en persona a quien toma el lugar. Solo no alcanza: el código
          lo da quien aprobó. Los dos sirven durante tres días desde la aprobación; si nadie los
          usa, el lugar desaparece.
        </Trans>
      </OneTimeSecret>
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
        onClick={() => onConfirm(<LinkOnce />, () => void take())}
      >
        <Trans>Mostrar el enlace</Trans>
      </Button>
    </>
  );
}

/** Code that the link needs, shown once to the administrator who approved it. */
export function StaffCode({ actId, onConfirm }: SeatProps) {
  const [code, setCode] = useState<string>();
  const { run, isBusy, problem } = useMutationState(FETCH_STAFF_CODE);
  const take = async () => setCode((await run({ id: actId }))?.takeStaffCode);
  if (code) {
    return (
      <OneTimeSecret
        title={<Trans>Este es el código</Trans>}
        secret={code}
        onDone={() => setCode(undefined)}
      >
        <Trans>
          Se muestra una sola vez. Dalo en persona a quien toma el lugar, y a nadie más: tampoco a
          quien pidió la cuenta, que ya tiene el enlace. Sirve durante tres días desde la
          aprobación.
        </Trans>
      </OneTimeSecret>
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
        onClick={() => onConfirm(<CodeOnce />, () => void take())}
      >
        <Trans>Mostrar el código</Trans>
      </Button>
    </>
  );
}

function LinkOnce() {
  return (
    <p>
      <Trans>El enlace se muestra una sola vez. Tenlo listo para darlo en persona.</Trans>
    </p>
  );
}

function CodeOnce() {
  return (
    <p>
      <Trans>El código se muestra una sola vez. Tenlo listo para darlo en persona.</Trans>
    </p>
  );
}

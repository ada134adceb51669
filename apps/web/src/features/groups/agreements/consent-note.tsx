import { Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';

/** Tells that entering consents to the agreements that the page shows; renders nothing without any. */
export function ConsentNote({ agreements }: { agreements: { text: string } }) {
  if (agreements.text === '') return null;
  return (
    <p className="xs muted">
      <Trans>Al entrar aceptas estos acuerdos.</Trans>
    </p>
  );
}

/** Calls `onChanged` when the server refuses because other agreements are current, so that the page shows those. */
export function useAgreementsChanged(
  problem: RequestProblem | undefined,
  onChanged: () => void,
): void {
  const show = useEffectEvent(onChanged);
  useEffect(() => {
    if (problem?.reason === 'agreements.changed') show();
  }, [problem]);
}

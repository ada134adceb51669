import { useEffect, useEffectEvent } from 'react';
import type { RequestProblem } from './errors';

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

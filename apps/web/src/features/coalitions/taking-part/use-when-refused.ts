import { useEffect, useEffectEvent } from 'react';
import type { ErrorCode, RequestProblem } from '../../../lib/server/errors';

/** Calls `act` when the server refuses with one of these codes. */
export function useWhenRefused(
  problem: RequestProblem | undefined,
  codes: readonly ErrorCode[],
  act: () => void,
): void {
  const run = useEffectEvent(() => {
    if (problem && codes.includes(problem.code)) act();
  });
  useEffect(() => run(), [problem]);
}

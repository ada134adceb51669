import { DAY } from '#kernel/clock.js';
import { IntroductionState } from './introduction.entity.js';

export const EXPIRES_AFTER = 30 * DAY;
export const ASK_AGAIN_AFTER = 90 * DAY;
/** Open at once, and begun within thirty days; on probation one open. */
export const MAX_OPEN = 3;
export const MAX_OPEN_ON_PROBATION = 1;
export const MAX_IN_30_DAYS = 10;

interface Timed {
  readonly state: IntroductionState;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
}

/**
 * The state that one side is shown. To the asker a declined one is waiting until it expires, as if nobody had answered;
 * time alone ends both the same way.
 */
export function shownState(
  { state, expiresAt, answeredAt }: Timed,
  isAsker: boolean,
  now: Date,
): IntroductionState {
  const { waiting, declined, expired } = IntroductionState;
  const isDeclined = state === declined || (state === expired && answeredAt !== null);
  if (isDeclined && !isAsker) return declined;
  if (state !== waiting && state !== declined) return state;
  return expiresAt > now ? waiting : expired;
}

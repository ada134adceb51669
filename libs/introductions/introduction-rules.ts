import { DAY } from '#kernel/clock.js';
import { IntroductionState } from './introduction.entity.js';

export const INTRODUCTION_DURATION = 30 * DAY;
export const MIN_TIME_BETWEEN_REQUESTS = 90 * DAY;
/** Limits per requester: open requests (lower on probation), and requests within thirty days. */
export const MAX_OPEN_INTRODUCTIONS = 3;
export const MAX_OPEN_INTRODUCTIONS_ON_PROBATION = 1;
export const MAX_INTRODUCTIONS_IN_30_DAYS = 10;

interface Timed {
  readonly state: IntroductionState;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
}

/**
 * Returns the state that a viewer sees. The requester sees a declined request as waiting until it expires, so that a
 * decline looks like no answer.
 */
export function visibleIntroductionState(
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

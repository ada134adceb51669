import type { SupportStage } from '../../../gql/types';

export const CASE_STEPS = ['received', 'call', 'running', 'end'] as const;
/** A part of the way of a request, from its sending to its end. */
export type CaseStep = (typeof CASE_STEPS)[number];

export interface CaseProgress {
  readonly stage: SupportStage;
  /** Whether a call is booked. */
  readonly hasBookedCall: boolean;
  /** Whether a call took place, also before one that was cancelled. */
  readonly hadCall: boolean;
}

/** The step at which a request is. A booked call comes before the work, also in a case that was accepted without one. */
export function stepOf({ stage, hasBookedCall }: CaseProgress): CaseStep {
  if (stage !== 'waiting' && stage !== 'claimed' && stage !== 'accepted') return 'end';
  if (hasBookedCall) return 'call';
  return stage === 'accepted' ? 'running' : 'received';
}

/** Whether a step lies behind the request. A request can be answered, and a case can end, without a call. */
export function isDone(step: CaseStep, progress: CaseProgress): boolean {
  const now = CASE_STEPS.indexOf(stepOf(progress));
  if (CASE_STEPS.indexOf(step) >= now) return false;
  if (step === 'call') return progress.hadCall;
  return step === 'received' || progress.stage === 'closed';
}

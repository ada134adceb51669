import type { SupportStage } from '../../../gql/types';

export const CASE_STEPS = ['received', 'call', 'running', 'end'] as const;
/** A part of the way of a request, from its sending to its end. */
export type CaseStep = (typeof CASE_STEPS)[number];

interface Progress {
  readonly stage: SupportStage;
  /** The state of the last call; undefined without one. */
  readonly callState: string | undefined;
}

/** The step at which a request is. A booked call comes before the work, also in a case that was accepted without one. */
export function stepOf({ stage, callState }: Progress): CaseStep {
  if (stage !== 'waiting' && stage !== 'claimed' && stage !== 'accepted') return 'end';
  if (callState === 'booked') return 'call';
  return stage === 'accepted' ? 'running' : 'received';
}

/** Whether a step lies behind the request. A request can be answered, and a case can end, without a call. */
export function isDone(step: CaseStep, progress: Progress): boolean {
  const now = CASE_STEPS.indexOf(stepOf(progress));
  if (CASE_STEPS.indexOf(step) >= now) return false;
  if (step === 'call') return progress.callState === 'held';
  return step === 'received' || progress.stage === 'closed';
}

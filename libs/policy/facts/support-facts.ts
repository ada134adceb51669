import type { IdSet } from './fact-types.js';

export interface EmergencyLineFacts {
  id: string;
}

export type SupportStage =
  'waiting' | 'claimed' | 'accepted' | 'declined' | 'duplicate' | 'withdrawn' | 'closed';
export interface SupportRequestFacts {
  requesterId: string;
  stage: SupportStage;
  /** The account id of the supporter who claimed or accepted the request; empty before and after. */
  assigneeIds: IdSet;
  /** Account ids that the requester excluded, or that have a conflict of interest towards the requester. */
  recusedIds: IdSet;
}

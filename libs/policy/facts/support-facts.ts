import type { IdSet } from './fact-types.js';

export interface EmergencyLineFacts {
  id: string;
}

export type SupportStage =
  'waiting' | 'claimed' | 'accepted' | 'declined' | 'duplicate' | 'withdrawn' | 'closed';
export interface SupportRequestFacts {
  requesterId: string;
  stage: SupportStage;
  /** Whether the requester left the case or lost their standing; it is paused until somebody goes on or it closes. */
  hasRequesterLeft: boolean;
  /** The account id of the supporter who claimed or accepted the request; empty before and after. */
  assigneeIds: IdSet;
  /** The account ids of the supporters of the accepted case besides the one who leads it. */
  supporterIds: IdSet;
  /** The account ids of the supporters who are asked to join the case or to take it over. */
  offeredIds: IdSet;
  /** The account ids of the people of the partner side. */
  partnerIds: IdSet;
  /** The account ids of the people who are invited to the partner side and did not decline. */
  invitedIds: IdSet;
  /** The account id of the person of the partner side to whom the requester offers the case; empty without an offer. */
  nextOwnerIds: IdSet;
  /** The account ids of the outside helpers, from the question to the end. */
  helperIds: IdSet;
  /** Account ids that the requester excluded, or that have a conflict of interest towards the requester. */
  recusedIds: IdSet;
}

/** The part of a supporter in a case, in which the side knows them by the work name. */
export interface SupporterFacts {
  /** Null after the account was deleted. */
  accountId: string | null;
  /**
   * The account ids of the requester of the case, and of everybody who was on its side while the supporter had this part, as
   * long as the case exists.
   */
  requesterIds: IdSet;
}

export type InterpretationState = 'offered' | 'agreed' | 'refused' | 'withdrawn' | 'ended';
/** An interpreter whom a requester was offered. */
export interface InterpretationFacts {
  /** The account of the interpreter. */
  accountId: string;
  state: InterpretationState;
  /** Account ids that have a conflict of interest towards the requester, or are excluded. */
  recusedIds: IdSet;
}

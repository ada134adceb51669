import type { IdSet, NullableDate } from './fact-types.js';

/** A group or organisation in a coalition. */
export interface ParticipantFacts {
  id: string;
  coalitionId: string;
  /** Copied from the coalition. */
  isListed: boolean;
  endedAt: NullableDate;
}

export interface CoalitionInvitationFacts {
  coalitionId: string;
  /** The invitation is a link; otherwise it names a group or an organisation. */
  isLink: boolean;
  /**
   * The invitation can be accepted, apart from its date: it is approved, nobody accepted, declined or withdrew it, the
   * account that made it is still coalition steward, and the group or organisation that it names is no participant yet.
   */
  isOpen: boolean;
  /** A link was used. */
  isUsed: boolean;
  isWithdrawn: boolean;
  expiresAt: Date;
  /** Account ids of the stewards of the invited group, or of the spokesperson of the invited organisation, without those
   * whom a block or a separation hides from the account that made it. */
  ownerIds: IdSet;
}

/** A participant lets one of its people take part in the coalition. */
export interface CoalitionGrantFacts {
  accountId: string;
  participantId: string;
  coalitionId: string;
  /** The account accepted the grant, and takes part. The acceptance of a removed person no longer counts. */
  isAccepted: boolean;
  /** The participant is in the coalition, and the membership or affiliation for which the grant was given holds. */
  isHeld: boolean;
}

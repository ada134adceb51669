interface MemberCount {
  /** Null if the viewer may not know it. */
  readonly memberCount: number | null;
  readonly myMembershipId: string | null;
}

/** How many members there are besides the viewer; null if that is not known. */
export const otherMembers = ({ memberCount, myMembershipId }: MemberCount): number | null =>
  memberCount === null ? null : memberCount - (myMembershipId === null ? 0 : 1);

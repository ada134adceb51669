/** Smallest number of members that outsiders may see. A smaller one could identify a person. */
export const MIN_VISIBLE_MEMBER_COUNT = 5;

export const visibleMemberCount = (count: number, isInside: boolean): number | null =>
  isInside || count >= MIN_VISIBLE_MEMBER_COUNT ? count : null;

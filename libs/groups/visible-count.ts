/** Smallest number of members that outsiders may see. A smaller one could identify a person. */
export const MIN_VISIBLE_COUNT = 5;

export const visibleCount = (count: number, isInside: boolean): number | null =>
  isInside || count >= MIN_VISIBLE_COUNT ? count : null;

/** Smallest number of members that outsiders may see. A smaller one could identify a person. */
export const SHOWN_FROM = 5;

export const shownCount = (count: number, isInside: boolean): number | null =>
  isInside || count >= SHOWN_FROM ? count : null;

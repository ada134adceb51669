/** An item with an expiry time, by server time. */
export interface ExpiringItem {
  readonly expiresAt: string;
}

export const isUnexpired = ({ expiresAt }: ExpiringItem, now: number): boolean =>
  Date.parse(expiresAt) > now;

/** Returns the earliest expiry time of the items, or Infinity if there are none. */
export const nextExpiry = (endings: readonly ExpiringItem[]): number =>
  endings.reduce((next, { expiresAt }) => Math.min(next, Date.parse(expiresAt)), Infinity);

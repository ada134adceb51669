/** An item with an expiry time, by server time. */
export interface Expiring {
  readonly expiresAt: string;
}

export const isUnexpired = ({ expiresAt }: Expiring, now: number): boolean =>
  Date.parse(expiresAt) > now;

/** Returns the earliest expiry time of the items, or Infinity if there are none. */
export const nextExpiry = (endings: readonly Expiring[]): number =>
  endings.reduce((next, { expiresAt }) => Math.min(next, Date.parse(expiresAt)), Infinity);

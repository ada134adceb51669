/** An item with an expiry time, by server time. */
export interface Ending {
  readonly expiresAt: string;
}

export const isLiving = ({ expiresAt }: Ending, now: number): boolean =>
  Date.parse(expiresAt) > now;

/** Returns the earliest expiry time of the items, or Infinity if there are none. */
export const nextEnd = (endings: readonly Ending[]): number =>
  endings.reduce((next, { expiresAt }) => Math.min(next, Date.parse(expiresAt)), Infinity);

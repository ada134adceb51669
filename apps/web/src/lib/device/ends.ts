/** What is over at a moment that the server says. */
export interface Ending {
  readonly expiresAt: string;
}

export const isLiving = ({ expiresAt }: Ending, now: number): boolean =>
  Date.parse(expiresAt) > now;

/** When the next of them is over; never, where none is there. */
export const nextEnd = (endings: readonly Ending[]): number =>
  endings.reduce((next, { expiresAt }) => Math.min(next, Date.parse(expiresAt)), Infinity);

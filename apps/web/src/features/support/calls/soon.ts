const SOON_MS = 24 * 60 * 60 * 1_000;

/** Whether a call has begun or begins within a day. Such a call stands before the general queue. */
export const isCallSoon = ({ startsAt }: { readonly startsAt: string }, now: number): boolean =>
  Date.parse(startsAt) - now <= SOON_MS;

import { useEffect, useState } from 'react';

/** The moment in milliseconds, again each half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Whole minutes until an instant, at most 30: `now` may be half a minute old. */
export const minutesUntil = (at: string, now: number): number =>
  Math.min(30, Math.ceil((Date.parse(at) - now) / 60_000));

import { useEffect, useState } from 'react';

/** Current time in milliseconds, updated every 30 seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Whole minutes until an instant, at most 30, because `now` may be 30 seconds old. */
export const minutesUntil = (at: string, now: number): number =>
  Math.min(30, Math.ceil((Date.parse(at) - now) / 60_000));

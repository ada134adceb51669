import { useEffect, useEffectEvent } from 'react';

/** A claim lasts 30 minutes. It is renewed more often, and only while the viewer is active. */
const RENEW_EVERY = 5 * 60_000;

/**
 * Calls `renew` at intervals if there was input since the last call. An open page without input does not count as
 * activity.
 */
export function useClaimRenewal(renew: (() => void) | undefined): void {
  const act = useEffectEvent(() => renew?.());
  useEffect(() => {
    let isActive = false;
    const notice = () => (isActive = true);
    const events = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const name of events) addEventListener(name, notice, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (isActive && document.visibilityState === 'visible') act();
      isActive = false;
    }, RENEW_EVERY);
    return () => {
      for (const name of events) removeEventListener(name, notice, { capture: true });
      clearInterval(timer);
    };
  }, []);
}

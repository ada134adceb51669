import { useEffect, useRef } from 'react';
import { connection } from '../lib/server/connection';
import { useRefreshFaces } from '../lib/server/use-refresh-faces';
import { useNews } from '../lib/server/use-news';

/** Some changes reach no news: a block is not told to the blocked, nor a changed avatar to everybody who sees it. */
const MAX_AGE_MS = 3 * 60_000;
const CHECK_MS = 60_000;
/** Least time between two refreshes that news ask for. */
const REST_MS = 3_000;
const SUBJECTS = ['blocks', 'group', 'profile', 'alliance'];

/** Refreshes faces after news, when the page is shown again, and when they are old. */
export function FaceRefresher(): null {
  const refresh = useRefreshFaces();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const restsUntil = useRef(0);
  useNews(SUBJECTS, () => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        restsUntil.current = performance.now() + REST_MS;
        refresh();
      },
      Math.max(0, restsUntil.current - performance.now()),
    );
  });
  useEffect(() => {
    const refreshOlderThan = (age: number) => {
      if (document.visibilityState === 'visible' && connection() !== 'offline') refresh(age);
    };
    const whenShown = () => refreshOlderThan(REST_MS);
    document.addEventListener('visibilitychange', whenShown);
    const check = setInterval(() => refreshOlderThan(MAX_AGE_MS), CHECK_MS);
    return () => {
      document.removeEventListener('visibilitychange', whenShown);
      clearInterval(check);
    };
  }, [refresh]);
  return null;
}

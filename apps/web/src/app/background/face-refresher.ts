import { useEffect, useRef } from 'react';
import { connectionState } from '../../lib/server/connection';
import { useRefreshFaces } from '../../lib/server/use-refresh-faces';
import { useNews } from '../../lib/server/use-news';

/**
 * Maximum age of loaded faces. Some changes send no notice: a blocked member does not learn of the block, and viewers
 * do not learn of a changed picture.
 */
const MAX_AGE_MS = 3 * 60_000;
const CHECK_MS = 60_000;
/** Minimum interval between two refreshes caused by notices. */
const REST_MS = 3_000;
const SUBJECTS = ['blocks', 'group', 'profile', 'alliance'];

/** Refreshes faces after a notice, when the page becomes visible again, and when they are older than `MAX_AGE_MS`. */
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
      if (document.visibilityState === 'visible' && connectionState() !== 'offline') refresh(age);
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

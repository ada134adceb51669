import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Problem } from '../../lib/errors';
import { useAct } from '../../lib/use-act';
import { useNews } from '../../lib/use-news';
import { type ApplicationFile, CLAIM, OPEN, RELEASE } from './desk.graphql';
import { hasDraft } from './drafts';

/** A claim lasts 30 minutes; it is renewed sooner, and only while somebody is really there. */
const RENEW_EVERY = 5 * 60_000;

export interface OpenFile {
  file: ApplicationFile | undefined;
  problem: Problem | undefined;
  /** Something changed since it was opened; opening again is the reader's own act, since it is written down. */
  isStale: boolean;
  /** After one's own review: whoever wrote one needs no claim. */
  reopen: () => Promise<void>;
  release: () => Promise<void>;
}

/** Claims an application, opens its file, keeps the claim while the reader is active, and gives it back on leaving. */
export function useFile(id: string): OpenFile {
  const { run: claim, problem: claimProblem } = useAct(CLAIM);
  const { run: read, problem: readProblem } = useAct(OPEN);
  const { run: giveBack } = useAct(RELEASE);
  const [file, setFile] = useState<ApplicationFile>();
  const [isStale, setStale] = useState(false);
  const reopen = useCallback(async () => {
    const data = await read({ id });
    setFile(data?.openApplication);
    setStale(false);
  }, [read, id]);
  const open = useCallback(async () => {
    if (await claim({ id })) await reopen();
  }, [claim, reopen, id]);
  useEffect(() => {
    const timer = setTimeout(() => void open()); // not at once: passing by claims nothing
    return () => clearTimeout(timer);
  }, [open]);
  useRenewal(file?.claimEndsAt ? () => void claim({ id }) : undefined);
  useNews(['application'], (news) => news && setStale(file !== undefined), [id]);
  const leave = useEffectEvent(() => {
    if (file?.claimEndsAt && !hasDraft(id)) void giveBack({ id });
  });
  useEffect(() => () => leave(), []);
  const release = async () => void (await giveBack({ id }));
  return { file, problem: claimProblem ?? readProblem, isStale, reopen, release };
}

/** Calls `renew` now and then, if there was a key or a touch since: an open page alone is nobody's presence. */
function useRenewal(renew: (() => void) | undefined): void {
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

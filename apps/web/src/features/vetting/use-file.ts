import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Problem, problemOf } from '../../lib/errors';
import { useAct } from '../../lib/use-act';
import { useNews } from '../../lib/use-news';
import { type ApplicationFile, CLAIM, OPEN, QUEUED, RELEASE } from './desk.graphql';
import { dropDraft, hasDraft } from './drafts';

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
  const { isStale, closed, note } = useChanges(id, () => setFile(undefined));
  const reopen = useCallback(async () => {
    await note();
    const data = await read({ id });
    setFile(data?.openApplication);
  }, [note, read, id]);
  const open = useCallback(async () => {
    if (await claim({ id })) await reopen();
  }, [claim, reopen, id]);
  useEffect(() => {
    const timer = setTimeout(() => void open()); // not at once: passing by claims nothing
    return () => clearTimeout(timer);
  }, [open]);
  useRenewal(file?.claimEndsAt ? () => void claim({ id }) : undefined);
  const leave = useEffectEvent(() => {
    if (file?.claimEndsAt && !hasDraft(id)) void giveBack({ id });
  });
  useEffect(() => () => leave(), []);
  const release = async () => void (await giveBack({ id }));
  const problem = closed ?? claimProblem ?? readProblem;
  return { file, problem, isStale: isStale && file !== undefined, reopen, release };
}

/**
 * Asks, when there is news of it, whether the application is still the viewer's to read. Once it is not, `onClosed` is
 * called and what was being written goes with the page. Asking opens nothing, so it is not written down.
 */
function useChanges(id: string, onClosed: () => void) {
  const client = useClient();
  const seen = useRef('');
  const [isStale, setStale] = useState(false);
  const [closed, setClosed] = useState<Problem>();
  const look = useCallback(async () => {
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(QUEUED, { id }, options).toPromise();
    return { problem: problemOf(error), state: JSON.stringify(data?.queuedApplication ?? null) };
  }, [client, id]);
  /** What there is now is about to be opened. */
  const note = useCallback(async () => {
    seen.current = (await look()).state;
    setStale(false);
  }, [look]);
  const ask = async () => {
    const { problem, state } = await look();
    if (problem?.code === 'NOT_FOUND') {
      dropDraft(id);
      setClosed(problem);
      onClosed();
    } else if (!problem) setStale(state !== seen.current);
  };
  useNews(['application'], () => void ask(), [id]);
  return { isStale, closed, note };
}

/** Calls `renew` now and then, if there was a key or a touch since: an open page alone is nobody's presence. */
export function useRenewal(renew: (() => void) | undefined): void {
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

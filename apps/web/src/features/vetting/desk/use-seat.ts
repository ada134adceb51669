import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type DocumentInput, useClient } from 'urql';
import { type Problem, problemOf } from '../../../lib/server/errors';
import { useAct } from '../../../lib/server/use-act';
import { useNews } from '../../../lib/server/use-news';
import '../application/reasons';

/** A claim lasts 30 minutes; it is renewed sooner, and only while somebody is really there. */
const RENEW_EVERY = 5 * 60_000;

interface ById {
  id: string;
}
type Document<Data> = DocumentInput<Data, ById>;

/** How a file of one kind is taken, opened, followed and given back. */
export interface Doors<File, Opened, Queued> {
  readonly news: string;
  readonly claim: Document<unknown>;
  readonly open: Document<Opened>;
  readonly fileOf: (data: Opened) => File;
  readonly release: Document<unknown>;
  /** How it stands in the queue; asking opens nothing, so it is not written down. */
  readonly queued: Document<Queued>;
  /** What was being written of it: with that the claim is kept on leaving, and it goes when the file closes. */
  readonly draft?: { has: (id: string) => boolean; drop: (id: string) => void };
}

export interface OpenFile<File> {
  file: File | undefined;
  problem: Problem | undefined;
  /** Something changed since it was opened; opening again is the reader's own act, since it is written down. */
  isStale: boolean;
  reopen: () => Promise<void>;
  release: () => Promise<void>;
}

/** Claims a file, opens it, keeps the claim while the reader is active, and gives it back on leaving. */
export function useSeat<File extends { claimEndsAt?: unknown }, Opened, Queued>(
  id: string,
  doors: Doors<File, Opened, Queued>,
): OpenFile<File> {
  const { fileOf, draft } = doors;
  const { run: claim, problem: claimProblem } = useAct(doors.claim);
  const { run: read, problem: readProblem } = useAct(doors.open);
  const { run: giveBack } = useAct(doors.release);
  const [file, setFile] = useState<File>();
  const { isStale, closed, note } = useChanges(id, doors, () => setFile(undefined));
  const reopen = useCallback(async () => {
    await note();
    const data = await read({ id });
    setFile(data && fileOf(data));
  }, [note, read, fileOf, id]);
  const open = useCallback(async () => {
    if (await claim({ id })) await reopen();
  }, [claim, reopen, id]);
  useEffect(() => {
    const timer = setTimeout(() => void open()); // not at once: passing by claims nothing
    return () => clearTimeout(timer);
  }, [open]);
  useRenewal(file?.claimEndsAt ? () => void claim({ id }) : undefined);
  const leave = useEffectEvent(() => {
    if (file?.claimEndsAt && !draft?.has(id)) void giveBack({ id });
  });
  useEffect(() => () => leave(), []);
  const release = async () => void (await giveBack({ id }));
  const problem = closed ?? claimProblem ?? readProblem;
  return { file, problem, isStale: isStale && file !== undefined, reopen, release };
}

/** Asks, when there is news of it, whether the file is still the viewer's to read. Once it is not, `onClosed` is called. */
function useChanges<File, Opened, Queued>(
  id: string,
  { queued, news, draft }: Doors<File, Opened, Queued>,
  onClosed: () => void,
) {
  const client = useClient();
  const seen = useRef('');
  const [isStale, setStale] = useState(false);
  const [closed, setClosed] = useState<Problem>();
  const look = useCallback(async () => {
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(queued, { id }, options).toPromise();
    return { problem: problemOf(error), state: JSON.stringify(data ?? null) };
  }, [client, queued, id]);
  /** What there is now is about to be opened. */
  const note = useCallback(async () => {
    seen.current = (await look()).state;
    setStale(false);
  }, [look]);
  const ask = async () => {
    const { problem, state } = await look();
    if (problem?.code === 'NOT_FOUND') {
      draft?.drop(id);
      setClosed(problem);
      onClosed();
    } else if (!problem) setStale(state !== seen.current);
  };
  useNews([news], () => void ask(), [id]);
  return { isStale, closed, note };
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

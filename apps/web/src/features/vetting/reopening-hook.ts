import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Problem, problemOf } from '../../lib/errors';
import { useAct } from '../../lib/use-act';
import { useNews } from '../../lib/use-news';
import './reasons';
import {
  CLAIM_REOPENING,
  OPEN_REOPENING,
  QUEUED_REOPENING,
  RELEASE_REOPENING,
  type ReopeningFile,
} from './reopening.graphql';
import { useRenewal } from './use-file';

export interface OpenedReopening {
  file: ReopeningFile | undefined;
  problem: Problem | undefined;
  /** Somebody said what they think since it was opened; opening again is the reader's own act, since it is written down. */
  isStale: boolean;
  reopen: () => Promise<void>;
  release: () => Promise<void>;
}

/** Takes a seat at a reopening, opens it, keeps the seat while the reader is active, and gives it back on leaving. */
export function useReopening(id: string): OpenedReopening {
  const { run: claim, problem: claimProblem } = useAct(CLAIM_REOPENING);
  const { run: read, problem: readProblem } = useAct(OPEN_REOPENING);
  const { run: giveBack } = useAct(RELEASE_REOPENING);
  const [file, setFile] = useState<ReopeningFile>();
  const { isStale, closed, note } = useChanges(id, () => setFile(undefined));
  const reopen = useCallback(async () => {
    await note();
    setFile((await read({ id }))?.openReopening);
  }, [note, read, id]);
  const open = useCallback(async () => {
    if (await claim({ id })) await reopen();
  }, [claim, reopen, id]);
  useEffect(() => {
    const timer = setTimeout(() => void open()); // not at once: passing by claims nothing
    return () => clearTimeout(timer);
  }, [open]);
  useRenewal(file?.claimEndsAt ? () => void claim({ id }) : undefined);
  const leave = useEffectEvent(() => void (file?.claimEndsAt && giveBack({ id })));
  useEffect(() => () => leave(), []);
  const release = async () => void (await giveBack({ id }));
  const problem = closed ?? claimProblem ?? readProblem;
  return { file, problem, isStale: isStale && file !== undefined, reopen, release };
}

/** Asks, when there is news of it, whether it is still the viewer's to read; asking opens nothing. */
function useChanges(id: string, onClosed: () => void) {
  const client = useClient();
  const seen = useRef('');
  const [isStale, setStale] = useState(false);
  const [closed, setClosed] = useState<Problem>();
  const look = useCallback(async () => {
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(QUEUED_REOPENING, { id }, options).toPromise();
    return { problem: problemOf(error), state: JSON.stringify(data?.queuedReopening ?? null) };
  }, [client, id]);
  const note = useCallback(async () => {
    seen.current = (await look()).state;
    setStale(false);
  }, [look]);
  const ask = async () => {
    const { problem, state } = await look();
    if (problem?.code === 'NOT_FOUND') {
      setClosed(problem);
      onClosed();
    } else if (!problem) setStale(state !== seen.current);
  };
  useNews(['reopening'], () => void ask(), [id]);
  return { isStale, closed, note };
}

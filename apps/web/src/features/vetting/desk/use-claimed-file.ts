import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type DocumentInput, useClient } from 'urql';
import { type RequestProblem, requestProblemOf } from '../../../lib/server/errors';
import { useClaimRenewal } from '../../../lib/server/use-claim-renewal';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import '../application/error-texts';

interface ById {
  id: string;
}
type Document<Data> = DocumentInput<Data, ById>;

/** GraphQL documents and functions for one kind of file: claim, open, watch and release. */
export interface FileOperations<File, Opened, Queued> {
  readonly news: string;
  readonly claim: Document<unknown>;
  readonly open: Document<Opened>;
  readonly fileOf: (data: Opened) => File;
  readonly release: Document<unknown>;
  /** Reads the queue item, without opening the file and therefore without an audit entry. */
  readonly queued: Document<Queued>;
  /**
   * Access to the viewer's drafts. The claim is kept if the viewer leaves the file with a draft. The draft is deleted
   * when the file closes.
   */
  readonly draft?: { has: (id: string) => boolean; drop: (id: string) => void };
}

export interface ClaimedFile<File> {
  file: File | undefined;
  problem: RequestProblem | undefined;
  /**
   * Whether the file has changed since it was opened. It is not reloaded automatically, because each opening is
   * audited.
   */
  isStale: boolean;
  reopen: () => Promise<void>;
  release: () => Promise<void>;
}

/** Claims and opens a file, renews the claim while the viewer is active, and releases it on unmount. */
export function useClaimedFile<File extends { claimEndsAt?: unknown }, Opened, Queued>(
  id: string,
  doors: FileOperations<File, Opened, Queued>,
): ClaimedFile<File> {
  const { fileOf, draft } = doors;
  const { run: claim, problem: claimProblem } = useMutationState(doors.claim);
  const { run: read, problem: readProblem } = useMutationState(doors.open);
  const { run: giveBack } = useMutationState(doors.release);
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
    // Deferred, so that a page that is left at once claims nothing.
    const timer = setTimeout(() => void open());
    return () => clearTimeout(timer);
  }, [open]);
  useClaimRenewal(file?.claimEndsAt ? () => void claim({ id }) : undefined);
  const leave = useEffectEvent(() => {
    if (file?.claimEndsAt && !draft?.has(id)) void giveBack({ id });
  });
  useEffect(() => () => leave(), []);
  const release = async () => void (await giveBack({ id }));
  const problem = closed ?? claimProblem ?? readProblem;
  return { file, problem, isStale: isStale && file !== undefined, reopen, release };
}

/** Checks on each change notice whether the file is still available, and calls `onClosed` if not. */
function useChanges<File, Opened, Queued>(
  id: string,
  { queued, news, draft }: FileOperations<File, Opened, Queued>,
  onClosed: () => void,
) {
  const client = useClient();
  const seen = useRef('');
  const [isStale, setStale] = useState(false);
  const [closed, setClosed] = useState<RequestProblem>();
  const look = useCallback(async () => {
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(queued, { id }, options).toPromise();
    return { problem: requestProblemOf(error), state: JSON.stringify(data ?? null) };
  }, [client, queued, id]);
  /** Stores the current state of the queue item, before the file is opened, to detect later changes. */
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

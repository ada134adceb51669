import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf, problemText, type RequestProblem } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import {
  CLAIM_MATTER,
  DESK_MATTER_QUERY,
  type DeskMatter,
  type MatterFile,
  OPEN_MATTER,
} from './matters.graphql';
import '../acts/act-error-texts';

export interface OpenMatter {
  /** The matter as in the queue; undefined while loading. */
  matter: DeskMatter | undefined;
  /** Whether the matter is closed or unavailable to the viewer. */
  isGone: boolean;
  /** The reports, after the viewer opened them. */
  file: MatterFile | undefined;
  /**
   * Whether the matter has changed since it was opened. It is not reloaded automatically, because each opening is
   * audited.
   */
  isStale: boolean;
  isBusy: boolean;
  message: string | undefined;
  /** Claims the matter and loads its file, also if the file is already open. */
  open: () => Promise<void>;
}

/** A matter at the desk: its queue item, and its file once the viewer opens it. */
export function useMatter(id: string): OpenMatter {
  const [{ data, error }, execute] = useQuery({
    query: DESK_MATTER_QUERY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const lookAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useNews(['matter'], lookAgain, [id]);
  const claim = useMutationState(CLAIM_MATTER);
  const read = useMutationState(OPEN_MATTER);
  const [opened, setOpened] = useState<Opened>();
  const { run: take } = claim;
  const { run: openFile } = read;
  const open = useCallback(async () => {
    const taken = await take({ id });
    if (!taken) return;
    const file = (await openFile({ id }))?.openMatter;
    setOpened(file && { file, as: taken.claimMatter });
    lookAgain();
  }, [take, openFile, lookAgain, id]);
  const problem = requestProblemOf(error);
  const isGone = [problem, claim.problem, read.problem].some(isNotFound);
  const matter = isGone ? undefined : data?.deskMatter;
  return {
    matter,
    isGone,
    file: matter?.isMine ? opened?.file : undefined,
    isStale: matter !== undefined && opened !== undefined && isOther(matter, opened.as),
    isBusy: claim.isBusy || read.isBusy,
    message: claim.message ?? read.message ?? (problem && problemText(problem)),
    open,
  };
}

interface Opened {
  readonly file: MatterFile;
  /** The queue item as it was when the file was opened. */
  readonly as: DeskMatter;
}

const isOther = (now: DeskMatter, then: DeskMatter) =>
  now.reportCount !== then.reportCount || now.stage !== then.stage;
const isNotFound = (problem: RequestProblem | undefined) => problem?.code === 'NOT_FOUND';

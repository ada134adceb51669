import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { problemOf, sentence, type Problem } from '../../../lib/server/errors';
import { useAct } from '../../../lib/server/use-act';
import { useNews } from '../../../lib/server/use-news';
import { CLAIM, DESK_MATTER, type DeskMatter, type MatterFile, OPEN } from './matters.graphql';
import '../acts/act-reasons';

export interface OpenMatter {
  /** As the queue shows it; nothing while it loads. */
  matter: DeskMatter | undefined;
  /** It closed, or is not for this account. */
  isGone: boolean;
  /** What was forwarded, once the viewer opened it. */
  file: MatterFile | undefined;
  /** Something changed since it was opened; opening again is the reader's own act, since it is written down. */
  isStale: boolean;
  isBusy: boolean;
  message: string | undefined;
  /** Takes the matter and opens it, or opens it again. */
  open: () => Promise<void>;
}

/** One matter at the desk: as the queue shows it, and opened once the viewer says so. */
export function useMatter(id: string): OpenMatter {
  const [{ data, error }, execute] = useQuery({
    query: DESK_MATTER,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const lookAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useNews(['matter'], lookAgain, [id]);
  const claim = useAct(CLAIM);
  const read = useAct(OPEN);
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
  const problem = problemOf(error);
  const isGone = [problem, claim.problem, read.problem].some(isNotFound);
  const matter = isGone ? undefined : data?.deskMatter;
  return {
    matter,
    isGone,
    file: matter?.isMine ? opened?.file : undefined,
    isStale: matter !== undefined && opened !== undefined && isOther(matter, opened.as),
    isBusy: claim.isBusy || read.isBusy,
    message: claim.message ?? read.message ?? (problem && sentence(problem)),
    open,
  };
}

interface Opened {
  readonly file: MatterFile;
  /** How the matter stood then. */
  readonly as: DeskMatter;
}

const isOther = (now: DeskMatter, then: DeskMatter) =>
  now.reportCount !== then.reportCount || now.stage !== then.stage;
const isNotFound = (problem: Problem | undefined) => problem?.code === 'NOT_FOUND';

import { useCallback, useEffect, useState } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { type OwnNotice, MARK_NOTICE_SEEN } from './notices.graphql';

interface OpenNotice {
  notice: OwnNotice | undefined;
  problem: RequestProblem | undefined;
  reload: () => void;
}

/** Loads one notice and marks it as seen. */
export function useNotice(id: string): OpenNotice {
  const { run, problem } = useMutationState(MARK_NOTICE_SEEN);
  const [notice, setNotice] = useState<OwnNotice>();
  const reload = useCallback(
    () => void run({ id }).then((data) => data && setNotice(data.seeNotice)),
    [run, id],
  );
  useEffect(() => {
    const timer = setTimeout(reload);
    return () => clearTimeout(timer);
  }, [reload]);
  useNews(['notice'], reload);
  return { notice, problem: notice ? undefined : problem, reload };
}

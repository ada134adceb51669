import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { type OwnNotice, SEE_NOTICE } from './notices.graphql';

interface OpenNotice {
  notice: OwnNotice | undefined;
  problem: Problem | undefined;
  reload: () => void;
}

/** Loads one notice and marks it as seen. */
export function useNotice(id: string): OpenNotice {
  const { run, problem } = useMutationState(SEE_NOTICE);
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

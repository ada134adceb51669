import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { type RequestProblem, requestProblemOf } from '../../../lib/server/errors';
import { useClaimRenewal } from '../../../lib/server/use-claim-renewal';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import './error-texts';
import {
  type CaseFile,
  CLAIM_SUPPORT_REQUEST,
  OPEN_SUPPORT_REQUEST,
  SUPPORT_CASE,
} from './cases.graphql';

interface OpenedCase {
  file: CaseFile | undefined;
  problem: RequestProblem | undefined;
  reopen: () => Promise<void>;
  /** Renews the claim. */
  renew: () => Promise<void>;
}

/**
 * Opens a request or case that is assigned to the viewer, renews a claim while the viewer is active, and closes it as
 * soon as the viewer may no longer read it.
 */
export function useCase(id: string): OpenedCase {
  const client = useClient();
  const { run: open, problem: openProblem } = useMutationState(OPEN_SUPPORT_REQUEST);
  const { run: claim } = useMutationState(CLAIM_SUPPORT_REQUEST);
  const [file, setFile] = useState<CaseFile>();
  const [closed, setClosed] = useState<RequestProblem>();
  const reopen = useCallback(async () => {
    const data = await open({ id });
    setFile(data?.openSupportRequest);
  }, [open, id]);
  useEffect(() => {
    // Deferred, so that a page that is left at once opens nothing.
    const timer = setTimeout(() => void reopen());
    return () => clearTimeout(timer);
  }, [reopen]);
  const checkAccess = async () => {
    const options = { requestPolicy: 'network-only' } as const;
    const { error } = await client.query(SUPPORT_CASE, { id }, options).toPromise();
    const problem = requestProblemOf(error);
    if (problem?.code !== 'NOT_FOUND') return;
    setClosed(problem);
    setFile(undefined);
  };
  const renew = async () => {
    const claimEndsAt = (await claim({ id }))?.claimSupportRequest;
    // The answer may arrive after the viewer accepted the request; then it has no claim.
    if (claimEndsAt) setFile((now) => (now?.claimEndsAt ? { ...now, claimEndsAt } : now));
    else await checkAccess();
  };
  useClaimRenewal(file?.claimEndsAt ? () => void renew() : undefined);
  useNews(['supportCase'], () => void checkAccess());
  return { file, problem: closed ?? openProblem, reopen, renew };
}

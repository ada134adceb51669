import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { type RequestProblem, requestProblemOf } from '../../../lib/server/errors';
import { useClaimRenewal } from '../../../lib/server/use-claim-renewal';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { SUPPORT_OPENINGS_CONTEXT } from '../openings.graphql';
import './error-texts';
import {
  type CaseFile,
  CLAIM_SUPPORT_REQUEST,
  OPEN_SUPPORT_REQUEST,
  SUPPORT_CASE,
} from './cases.graphql';

/** A renewal makes a claim last this long. */
const RENEWED_MS = 30 * 60_000;

interface OpenedCase {
  file: CaseFile | undefined;
  problem: RequestProblem | undefined;
  reopen: () => Promise<void>;
  /** Renews the claim. */
  renew: () => Promise<void>;
  /** False once a renewal did not move the end of the claim. */
  canRenew: boolean;
}

/**
 * Opens a request or case that is assigned to the viewer, reloads it when it changes, renews a claim while the viewer is
 * active, and closes it as soon as the viewer may no longer read it.
 */
export function useCase(id: string): OpenedCase {
  const client = useClient();
  const { run: open, problem: openProblem } = useMutationState(
    OPEN_SUPPORT_REQUEST,
    SUPPORT_OPENINGS_CONTEXT.additionalTypenames,
  );
  const { run: claim } = useMutationState(CLAIM_SUPPORT_REQUEST);
  const [file, setFile] = useState<CaseFile>();
  const [closed, setClosed] = useState<RequestProblem>();
  const [lastEnd, setLastEnd] = useState<string>();
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
    const { data, error } = await client.query(SUPPORT_CASE, { id }, options).toPromise();
    if (data) {
      const { silenceEndsAt, pausedUntil } = data.supportCase;
      setFile((now) => now && { ...now, silenceEndsAt, pausedUntil });
    }
    const problem = requestProblemOf(error);
    if (problem?.code === 'NOT_FOUND') setClosed(problem);
  };
  // An error of the network must not remove a case that is being read.
  const reload = async () => {
    const data = await open({ id });
    if (data) setFile(data.openSupportRequest);
    else await checkAccess();
  };
  const renew = async () => {
    const claimEndsAt = (await claim({ id }))?.claimSupportRequest;
    if (!claimEndsAt) return checkAccess();
    // A longer claim needs no renewal, and has one left.
    const isLong = Date.parse(claimEndsAt) - Date.now() > RENEWED_MS;
    if (claimEndsAt === file?.claimEndsAt && !isLong) setLastEnd(claimEndsAt);
    // The answer may arrive after the viewer accepted the request; then it has no claim.
    setFile((now) => (now?.claimEndsAt ? { ...now, claimEndsAt } : now));
  };
  const isRenewed = file?.claimEndsAt && !file.waitsForRequesterUntil;
  useClaimRenewal(isRenewed ? () => void renew() : undefined);
  // Notices about other requests must not open this one: its requester sees every opening.
  useNews(['supportCase'], (news) => void (news && news.id !== id ? checkAccess() : reload()));
  const canRenew = file?.claimEndsAt !== lastEnd;
  // A response that was sent before access ended must not show the case again.
  return {
    file: closed ? undefined : file,
    problem: closed ?? openProblem,
    reopen,
    renew,
    canRenew,
  };
}

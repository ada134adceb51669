import { useState } from 'react';
import { useClient } from 'urql';
import type { VerifyChainQuery } from '../../gql/types';
import { requestProblemOf, type RequestProblem } from '../../lib/server/errors';
import { VERIFY_AUDIT_CHAIN } from './audit.graphql';

export type VerificationResult = VerifyChainQuery['auditVerification'];

/** Verifies the whole audit chain in parts and reports the progress. */
export function useChainVerification() {
  const client = useClient();
  const [progress, setProgress] = useState<number>();
  const [result, setResult] = useState<VerificationResult>();
  const [problem, setProblem] = useState<RequestProblem>();
  const verify = async (heads: string) => {
    setResult(undefined);
    setProblem(undefined);
    let found: VerificationResult | undefined;
    do {
      setProgress(found ? found.upTo / found.total : 0);
      const variables = { from: found?.upTo ?? 0, heads };
      const options = { requestPolicy: 'network-only' } as const;
      const { data, error } = await client
        .query(VERIFY_AUDIT_CHAIN, variables, options)
        .toPromise();
      if (!data) {
        setProblem(requestProblemOf(error));
        break;
      }
      found = joined(found, data.auditVerification);
    } while (!found.isDone);
    setProgress(undefined);
    if (found?.isDone) setResult(found);
  };
  return { verify, progress, result, problem };
}

const joined = (
  before: VerificationResult | undefined,
  part: VerificationResult,
): VerificationResult => ({
  ...part,
  faults: [...(before?.faults ?? []), ...part.faults],
  unnamed: (before?.unnamed ?? 0) + part.unnamed,
});

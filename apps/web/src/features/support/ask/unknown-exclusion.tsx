import { Trans } from '@lingui/react/macro';
import type { RequestProblem } from '../../../lib/server/errors';

/** Whether the server refused a request because an excluded supporter no longer has an account. */
export const isExclusionProblem = (problem: RequestProblem | undefined): boolean =>
  problem?.code === 'NOT_FOUND' || problem?.fields['excludedIds'] !== undefined;

export function UnknownExclusion() {
  return <Trans>Alguien a quien excluiste ya no da apoyo. Revisa a quién excluyes.</Trans>;
}

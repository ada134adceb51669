import { Trans } from '@lingui/react/macro';
import type { Candidate } from '../participants/candidates';

interface EntryQuestionProps {
  /** Name of the coalition. */
  coalition: string;
  /** The groups and organisations that can enter. */
  candidates: readonly Pick<Candidate, 'kind'>[];
}

/** Asks whether the viewer's group or organisation enters a coalition; names the kind if there is only one. */
export function EntryQuestion({ coalition, candidates }: EntryQuestionProps) {
  const kinds = new Set(candidates.map(({ kind }) => kind));
  if (kinds.size !== 1)
    return <Trans>¿Entra tu grupo u organización a la coalición {coalition}?</Trans>;
  return kinds.has('group') ? (
    <Trans>¿Entra tu grupo a la coalición {coalition}?</Trans>
  ) : (
    <Trans>¿Entra tu organización a la coalición {coalition}?</Trans>
  );
}

import { useTermNames } from '../../lib/server/taxonomy';

/** Joins terms into one line: "Amazonía · Brasil". */
export function TermNames({ terms }: { terms: readonly string[] }) {
  const nameOf = useTermNames();
  return terms.flatMap((term) => nameOf(term) ?? []).join(' · ');
}

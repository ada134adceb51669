import { useTermNames } from '../../lib/server/taxonomy';

/** Terms as words in a line: "Amazonía · Brasil". */
export function Terms({ terms }: { terms: readonly string[] }) {
  const nameOf = useTermNames();
  return terms.flatMap((term) => nameOf(term) ?? []).join(' · ');
}

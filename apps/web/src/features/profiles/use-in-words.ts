import { useTermNames } from '../../lib/taxonomy';
import type { Search } from './use-search';

/** What a search asks for, in a line. */
export function useInWords(): (search: Search) => string {
  const nameOf = useTermNames();
  return ({ chips, words }) =>
    [...chips.map((chip) => nameOf(chip) ?? chip), ...(words ? [`“${words}”`] : [])].join(' · ');
}

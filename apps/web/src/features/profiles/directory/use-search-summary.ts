import { useChipNames } from './chip-names';
import type { SearchFilters } from './search-url';

/** Describes a search in one line. */
export function useSearchSummary(): (search: SearchFilters) => string {
  const nameOf = useChipNames();
  return ({ chips, words }) =>
    [...chips.map((chip) => nameOf(chip)), ...(words ? [`“${words}”`] : [])].join(' · ');
}

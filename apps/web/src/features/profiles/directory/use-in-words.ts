import { useChipNames } from './chip-names';
import type { Asked } from './search-address';

/** Describes a search in one line. */
export function useInWords(): (search: Asked) => string {
  const nameOf = useChipNames();
  return ({ chips, words }) =>
    [...chips.map((chip) => nameOf(chip)), ...(words ? [`“${words}”`] : [])].join(' · ');
}

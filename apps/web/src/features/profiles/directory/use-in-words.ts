import { useChipNames } from './chip-names';
import type { Asked } from './search-address';

/** What a search asks for, in a line. */
export function useInWords(): (search: Asked) => string {
  const nameOf = useChipNames();
  return ({ chips, words }) =>
    [...chips.map((chip) => nameOf(chip)), ...(words ? [`“${words}”`] : [])].join(' · ');
}

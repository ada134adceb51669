import { useChipUndo } from '../../../ui/display/use-chip-undo';
import type { DirectorySearch } from './search-url';

/**
 * Returns a function that applies a search with fewer filters, and offers to return to the one before while the calling
 * component is open.
 */
export function useRemoveFilters(
  search: DirectorySearch,
  onSearch: (search: DirectorySearch) => void,
): (next: DirectorySearch, text?: string) => void {
  const offerUndo = useChipUndo();
  return (next, text) => {
    onSearch(next);
    offerUndo(() => onSearch(search), text);
  };
}

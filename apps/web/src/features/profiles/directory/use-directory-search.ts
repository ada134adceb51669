import { startTransition, useCallback, useMemo, useOptimistic } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { queryStringOf, type DirectorySearch, parseSearch } from './search-url';

/**
 * The search of the current page, restored when the viewer navigates back. Changes apply optimistically, so that a
 * second tap before the navigation adds to the first.
 */
export function useDirectorySearch(): [DirectorySearch, (search: DirectorySearch) => void] {
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const words = (location.state as { words?: string } | null)?.words ?? '';
  const addressed = useMemo(() => parseSearch(params, words), [params, words]);
  const [search, hold] = useOptimistic(addressed);
  const change = useCallback(
    (next: DirectorySearch) => {
      startTransition(() => {
        hold(next);
        void navigate({ search: queryStringOf(next) }, { state: { words: next.words } });
      });
    },
    [navigate, hold],
  );
  return [search, change];
}

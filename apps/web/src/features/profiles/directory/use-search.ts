import { startTransition, useCallback, useMemo, useOptimistic } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { addressOf, type Search, searchAt } from './search-address';

/**
 * The search of the current page, restored when the viewer navigates back. Changes apply optimistically, so that a
 * second tap before the navigation adds to the first.
 */
export function useSearch(): [Search, (search: Search) => void] {
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const words = (location.state as { words?: string } | null)?.words ?? '';
  const addressed = useMemo(() => searchAt(params, words), [params, words]);
  const [search, hold] = useOptimistic(addressed);
  const change = useCallback(
    (next: Search) => {
      startTransition(() => {
        hold(next);
        void navigate({ search: addressOf(next) }, { state: { words: next.words } });
      });
    },
    [navigate, hold],
  );
  return [search, change];
}

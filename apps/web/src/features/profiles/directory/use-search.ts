import { startTransition, useCallback, useMemo, useOptimistic } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { PeopleOrder } from '../../../gql/types';

const CHIP = 'c';
const ORDER = 'by';

export interface Asked {
  /** Ids of terms, in the address. */
  readonly chips: readonly string[];
  /** Free words never stand in an address: they stay in the page's history. */
  readonly words: string;
}
export interface Search extends Asked {
  /** Who comes first, in the address too. */
  readonly order: PeopleOrder;
}

/**
 * The search of the directory, kept where going back finds it again. What was asked last holds at once: until the page
 * follows its address, a second tap adds to the first.
 */
export function useSearch(): [Search, (search: Search) => void] {
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const words = (location.state as { words?: string } | null)?.words ?? '';
  const addressed = useMemo((): Search => {
    const order = params.get(ORDER) === 'name' ? 'name' : 'overlap';
    return { chips: params.getAll(CHIP), words, order };
  }, [params, words]);
  const [search, hold] = useOptimistic(addressed);
  const change = useCallback(
    (next: Search) => {
      const address = new URLSearchParams(next.chips.map((chip) => [CHIP, chip]));
      if (next.order === 'name') address.set(ORDER, next.order);
      const to = { search: address.toString() };
      startTransition(() => {
        hold(next);
        void navigate(to, { state: { words: next.words } });
      });
    },
    [navigate, hold],
  );
  return [search, change];
}

/** The same without what was asked last. */
export const lessOf = (search: Search): Search => {
  const { chips, words } = search;
  return { ...search, chips: words ? chips : chips.slice(0, -1), words: '' };
};

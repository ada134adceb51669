import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

const CHIP = 'c';

export interface Search {
  /** Ids of terms, in the address. */
  readonly chips: readonly string[];
  /** Free words never stand in an address: they stay in the page's history. */
  readonly words: string;
}

/** The search of the directory, kept where going back finds it again. */
export function useSearch(): [Search, (search: Search) => void] {
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const words = (location.state as { words?: string } | null)?.words ?? '';
  const search = useMemo(() => ({ chips: params.getAll(CHIP), words }), [params, words]);
  const change = useCallback(
    (next: Search) => {
      const address = new URLSearchParams(next.chips.map((chip) => [CHIP, chip]));
      const to = { search: address.toString() };
      void navigate(to, { state: { words: next.words } });
    },
    [navigate],
  );
  return [search, change];
}

import type { ReactNode } from 'react';
import type { Pages } from '../../lib/server/use-pages';
import { Skeleton } from '../display/skeleton';
import { LoadFailed } from './load-failed';
import { LoadMore } from './load-more';

interface PagedListProps<Item> {
  pages: Pages<Item>;
  /** Shown for an empty list. */
  nothing: ReactNode;
  children: (item: Item) => ReactNode;
}

/** The items that `usePages` loaded, with its error and a button for the next page. */
export function PagedList<Item>({ pages, nothing, children }: PagedListProps<Item>) {
  const { items, problem, hasMore, isBusy, more, reload } = pages;
  const failed = problem && <LoadFailed problem={problem} onRetry={items ? more : reload} />;
  if (!items) return failed ?? <Skeleton rows={3} />;
  if (items.length === 0 && !hasMore) return nothing;
  return (
    <>
      {items.map(children)}
      {failed ?? <LoadMore hasMore={hasMore} isBusy={isBusy} onMore={more} />}
    </>
  );
}

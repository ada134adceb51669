import type { ReactNode } from 'react';
import type { PagedList } from '../../lib/server/use-paged-list';
import { Skeleton } from '../display/skeleton';
import { LoadFailed } from './load-failed';
import { LoadMore } from './load-more';

interface PagedItemsProps<Item> {
  pages: PagedList<Item>;
  /** Shown for an empty list. */
  nothing: ReactNode;
  children: (item: Item) => ReactNode;
}

/** The items that `usePagedList` loaded, with its error and a button for the next page. */
export function PagedItems<Item>({ pages, nothing, children }: PagedItemsProps<Item>) {
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

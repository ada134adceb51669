import { useState } from 'react';
import { type RequestPolicy, useClient, useQuery, type TypedDocumentNode } from 'urql';
import { requestProblemOf, type RequestProblem } from './errors';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface PagedList<Item> {
  /** All items loaded so far; undefined before the first response. */
  items: Item[] | undefined;
  problem: RequestProblem | undefined;
  hasMore: boolean;
  isBusy: boolean;
  more: () => void;
  /** Loads the list again from the first page. */
  reload: () => void;
}

/**
 * Hook for a list that is loaded page by page with a cursor. `pick` finds the page in a response; `of` identifies the
 * list; `requestPolicy` says whether the urql cache may answer.
 */
export function usePagedList<Data, Item, Of extends object>(
  document: TypedDocumentNode<Data, Of & { after?: string | null | undefined }>,
  pick: (data: Data) => Page<Item>,
  of: Of = {} as Of,
  requestPolicy: RequestPolicy = 'cache-first',
): PagedList<Item> {
  const client = useClient();
  const variables = { ...of, after: null };
  const [first, execute] = useQuery({ query: document, variables, requestPolicy });
  const [later, setLater] = useState<{ of: Data; pages: Page<Item>[] }>();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RequestProblem>();
  const { data } = first;
  const start = data && pick(data);
  // Later pages are dropped when the first page is replaced.
  const pages = start ? [start, ...(later && later.of === data ? later.pages : [])] : [];
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const more = async () => {
    if (!data || cursor === null) return;
    setBusy(true);
    const next = { ...of, after: cursor };
    const answer = await client.query(document, next, { requestPolicy }).toPromise();
    setBusy(false);
    setRefused(requestProblemOf(answer.error));
    if (answer.data) setLater({ of: data, pages: [...pages.slice(1), pick(answer.data)] });
  };
  return {
    items: start && pages.flatMap((page) => page.items),
    problem: (data ? undefined : requestProblemOf(first.error)) ?? refused,
    hasMore: cursor !== null,
    isBusy,
    more: () => void more(),
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
}

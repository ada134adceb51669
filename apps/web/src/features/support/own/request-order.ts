interface OrderedRequest {
  readonly id: string;
  readonly stage: string;
  readonly hasNews: boolean;
  /** Whether a question waits for an answer. */
  readonly hasQuestion: boolean;
}

const OPEN: readonly string[] = ['waiting', 'claimed', 'accepted'];

/** Sorts requests with news, questions or unread messages first, then open ones, then ended ones; within each in the given order. */
export function inOrderOfNeed<T extends OrderedRequest>(
  requests: readonly T[],
  unreadOf: (request: T) => number,
): T[] {
  const place = (one: T) =>
    one.hasNews || one.hasQuestion || unreadOf(one) > 0 ? 0 : OPEN.includes(one.stage) ? 1 : 2;
  return requests.toSorted((a, b) => place(a) - place(b));
}

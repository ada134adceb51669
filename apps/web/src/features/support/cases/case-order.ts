interface OwnCase {
  readonly claimEndsAt: string | null;
  /** Until when its requester is asked; null while no question waits for an answer. */
  readonly waitsForRequesterUntil: string | null;
  readonly reopenedAt: string | null;
  readonly isOpened: boolean;
  readonly silenceEndsAt: string | null;
}

interface Entry<Case extends OwnCase> {
  readonly one: Case;
  /** Unread messages in the case. */
  readonly unread: number;
}

/** Requests without an answer, reopened cases, unread messages, cases that end without a word; then those that need nothing, also because their requester is asked. */
const rankOf = ({ one, unread }: Entry<OwnCase>): number => {
  if (one.waitsForRequesterUntil) return 4;
  if (one.claimEndsAt) return 0;
  if (one.reopenedAt && !one.isOpened) return 1;
  if (unread > 0) return 2;
  return one.silenceEndsAt ? 3 : 4;
};

/** Orders the cases of a supporter: first those that need them; claimed requests by the end of their claim. */
export const caseOrder = <Case extends OwnCase>(all: readonly Entry<Case>[]): Entry<Case>[] =>
  all.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) || (a.one.claimEndsAt ?? '').localeCompare(b.one.claimEndsAt ?? ''),
  );

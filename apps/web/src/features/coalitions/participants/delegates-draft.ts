import type { CoalitionDelegatesQuery } from '../../../gql/types';
import type { ChosenPeople } from './participant-people';

export type Delegates = CoalitionDelegatesQuery['coalitionDelegates'];

/** The delegates as the form shows them. */
export interface DelegatesDraft {
  readonly chosen: ChosenPeople;
  /** Id of the chosen coalition steward, who may have been taken out of the chosen people since; empty for none. */
  readonly stewardId: string;
}

/** The changes of the viewer, and the stored delegates over which they saved them. */
export interface DelegatesEdit {
  readonly draft: DelegatesDraft;
  readonly savedOver?: Delegates;
}

const draftOf = (delegates: Delegates): DelegatesDraft => ({
  chosen: new Map(delegates.map(({ id, name }) => [id, name])),
  stewardId: delegates.find(({ isSteward }) => isSteward)?.id ?? '',
});

/**
 * The stored delegates, or the viewer's changes, for the form. Delegates that somebody else changes meanwhile do not
 * drop the changes; the first delegates that are loaded after the viewer saved do.
 */
export function currentDraft(
  delegates: Delegates,
  edit: DelegatesEdit | undefined,
): DelegatesDraft {
  const isOver = edit?.savedOver !== undefined && edit.savedOver !== delegates;
  return edit && !isOver ? edit.draft : draftOf(delegates);
}

import type { CoalitionDelegatesQuery } from '../../../gql/types';
import type { ChosenPeople } from './participant-people';

export type Delegates = CoalitionDelegatesQuery['coalitionDelegates'];

/** The delegates as the form shows them. */
export interface DelegatesDraft {
  readonly chosen: ChosenPeople;
  /** Id of the chosen coalition steward, who may have been taken out of the chosen people since; empty for none. */
  readonly stewardId: string;
}

/** The changes of the viewer to the stored delegates, and the delegates over which they saved them. */
export interface DelegatesEdit {
  readonly added: ChosenPeople;
  readonly removed: ReadonlySet<string>;
  /** Undefined while the viewer has not changed the coalition steward. */
  readonly stewardId: string | undefined;
  readonly savedOver?: Delegates | undefined;
}

export const NO_EDIT: DelegatesEdit = {
  added: new Map(),
  removed: new Set(),
  stewardId: undefined,
};

/**
 * The stored delegates with the viewer's changes, for the form. Changes of somebody else are kept beside
 * these changes; the first other delegates that are loaded after the viewer saved replace them.
 */
export function currentDraft(delegates: Delegates, edit: DelegatesEdit): DelegatesDraft {
  const { added, removed, stewardId, savedOver } = edit;
  if (savedOver !== undefined && !areSameDelegates(savedOver, delegates))
    return currentDraft(delegates, NO_EDIT);
  const stored = delegates.filter(({ id }) => !removed.has(id));
  return {
    chosen: new Map([...stored.map(({ id, name }) => [id, name] as const), ...added]),
    stewardId: stewardId ?? delegates.find(({ isSteward }) => isSteward)?.id ?? '',
  };
}

/** The changes after the viewer chose a person or took one back. */
export function withPerson(
  { added, removed, stewardId }: DelegatesEdit,
  { id, name }: { readonly id: string; readonly name: string },
  isChosen: boolean,
): DelegatesEdit {
  const [nextAdded, nextRemoved] = [new Map(added), new Set(removed)];
  if (isChosen) {
    nextAdded.set(id, name);
    nextRemoved.delete(id);
  } else {
    nextAdded.delete(id);
    nextRemoved.add(id);
  }
  return { added: nextAdded, removed: nextRemoved, stewardId };
}

const keyOf = (delegates: Delegates): string =>
  delegates
    .map(({ id, isSteward }) => `${id} ${isSteward}`)
    .toSorted()
    .join();

export const areSameDelegates = (some: Delegates, others: Delegates): boolean =>
  keyOf(some) === keyOf(others);

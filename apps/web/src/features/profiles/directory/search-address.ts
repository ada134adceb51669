import type { PeopleOrder } from '../../../gql/types';

const CHIP = 'c';
const ORDER = 'by';

export interface Asked {
  /** Term ids; part of the URL. */
  readonly chips: readonly string[];
  /** Search text. It is stored in the history state, never in the URL. */
  readonly words: string;
}
export interface Search extends Asked {
  /** Sort order; part of the URL. */
  readonly order: PeopleOrder;
}

/** Query string of a search, without its text. */
export function addressOf({ chips, order }: Search): string {
  const address = new URLSearchParams(chips.map((chip) => [CHIP, chip]));
  if (order === 'name') address.set(ORDER, order);
  return address.toString();
}

/** Reads a search from the URL, with the text from the history state. */
export function searchAt(address: URLSearchParams, words: string): Search {
  const order = address.get(ORDER) === 'name' ? 'name' : 'overlap';
  return { chips: address.getAll(CHIP), words, order };
}

/** Whether a search has any filter; the sort order is none. */
export const isAsked = ({ chips, words }: Asked): boolean => chips.length > 0 || words !== '';

/** Removes the text or else the last chip, to widen a search. */
export const lessOf = (search: Search): Search => {
  const { chips, words } = search;
  return { ...search, chips: words ? chips : chips.slice(0, -1), words: '' };
};

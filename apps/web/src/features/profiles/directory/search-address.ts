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

/** The query of the address of a search. */
export function addressOf({ chips, order }: Search): string {
  const address = new URLSearchParams(chips.map((chip) => [CHIP, chip]));
  if (order === 'name') address.set(ORDER, order);
  return address.toString();
}

/** The search at an address, with its words from the page's history. */
export function searchAt(address: URLSearchParams, words: string): Search {
  const order = address.get(ORDER) === 'name' ? 'name' : 'overlap';
  return { chips: address.getAll(CHIP), words, order };
}

/** Whether it asks for anything: who comes first narrows nothing. */
export const isAsked = ({ chips, words }: Asked): boolean => chips.length > 0 || words !== '';

/** The same without what was asked last. */
export const lessOf = (search: Search): Search => {
  const { chips, words } = search;
  return { ...search, chips: words ? chips : chips.slice(0, -1), words: '' };
};

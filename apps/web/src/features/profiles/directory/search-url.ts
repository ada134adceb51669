import type { PeopleOrder } from '../../../gql/types';

const CHIP = 'c';
const ORDER = 'by';

export interface SearchFilters {
  /** Term ids; part of the URL. */
  readonly chips: readonly string[];
  /** Search text. It is stored in the history state, never in the URL. */
  readonly words: string;
}
export interface DirectorySearch extends SearchFilters {
  /** Sort order; part of the URL. */
  readonly order: PeopleOrder;
}

/** Query string of a search, without its text. */
export function queryStringOf({ chips, order }: DirectorySearch): string {
  const address = new URLSearchParams(chips.map((chip) => [CHIP, chip]));
  if (order === 'name') address.set(ORDER, order);
  return address.toString();
}

/** Reads a search from the URL, with the text from the history state. */
export function parseSearch(address: URLSearchParams, words: string): DirectorySearch {
  const order = address.get(ORDER) === 'name' ? 'name' : 'overlap';
  return { chips: address.getAll(CHIP), words, order };
}

/** Whether a search has any filter. The sort order is not a filter. */
export const hasFilters = ({ chips, words }: SearchFilters): boolean =>
  chips.length > 0 || words !== '';

/** Widens a search: removes its text or, without text, its last chip. */
export const widenSearch = (search: DirectorySearch): DirectorySearch => {
  const { chips, words } = search;
  return { ...search, chips: words ? chips : chips.slice(0, -1), words: '' };
};

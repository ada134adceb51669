import { apiAs } from '../app/client.js';
import type { Person } from './make-people.js';

export const SAVE_SEARCH =
  'mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { id name chips words } }';

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly chips: readonly string[];
  readonly words: string;
}

/** Saves a search. */
export async function saveSearch(
  who: Person,
  input: Partial<Omit<SavedSearch, 'id'>> = {},
): Promise<SavedSearch> {
  const asked = { name: 'Amazonía', chips: ['territory:amazonia'], words: 'telar', ...input };
  return (await apiAs(who).ask(SAVE_SEARCH, { input: asked })).saveSearch;
}

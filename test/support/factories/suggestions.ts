import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { factories } from './factories.js';
import type { Person } from './make-people.js';

export const SUGGEST_MEETING = 'mutation ($input: SuggestInput!) { suggestMeeting(input: $input) }';
export const AGREE_TO_SUGGESTION = 'mutation ($id: ID!) { agreeToSuggestion(suggestionId: $id) }';

/**
 * Adds two people to a group whose steward suggests that they meet. Returns the id of the suggestion, as the first of
 * the two people sees it.
 */
export async function suggestMeeting(
  app: TestApp,
  { steward, groupId, line = '' }: { steward: Person; groupId: string; line?: string },
  two: readonly [Person, Person],
): Promise<string> {
  const group = { id: groupId };
  const one = await factories.membership(app, { group, person: two[0] });
  const other = await factories.membership(app, { group, person: two[1] });
  await apiAs(steward).ask(SUGGEST_MEETING, { input: { oneId: one.id, otherId: other.id, line } });
  return (await apiAs(two[0]).ask('{ suggestions { id } }')).suggestions[0].id;
}

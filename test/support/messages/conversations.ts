import { apiAs } from '../app/client.js';
import type { Person } from '../factories/make-people.js';

export const END_ALLIANCE = 'mutation ($personId: ID!) { endAlliance(personId: $personId) }';
export const PUT_AWAY_CONVERSATION = 'mutation ($id: ID!) { putAwayConversation(channelId: $id) }';
export const LIST_CONVERSATIONS_PUT_AWAY = '{ conversationsPutAway { id allyId name putAwayAt } }';
export const BRING_BACK_CONVERSATION =
  'mutation ($id: ID!) { bringBackConversation(channelId: $id) }';

/** Returns the id of a person's most recently active conversation. */
export async function conversationOf(who: Person): Promise<string> {
  const { channels } = await apiAs(who).ask('{ channels { id group { id } } }');
  return channels.find(({ group }) => group === null)!.id;
}

import type { Client } from 'urql';

/** What names a group, or shows something of it. */
export const OF_A_GROUP = ['Group', 'Channel', 'Membership', 'InboxItem'];

/**
 * Has the client read again whatever it has of these types: at once what a page shows, the rest when it is needed. For
 * urql that follows a mutation, so this is one that nobody is asked: it is answered here.
 */
export async function forgetCached(client: Client, types: string[]): Promise<void> {
  const type = { 'content-type': 'application/json' };
  const fetch = async () => new Response('{"data":{}}', { headers: type });
  const context = { fetch, additionalTypenames: types };
  await client.mutation('mutation Forget { __typename }', {}, context).toPromise();
}

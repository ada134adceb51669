import type { Client } from 'urql';

/** GraphQL types that refer to a group or show data of one. */
export const GROUP_TYPES = ['Group', 'Channel', 'Membership', 'InboxItem'];

/**
 * Invalidates all cached results that contain these types. Visible results reload at once, others at their next use.
 * urql invalidates only after a mutation, so this function sends a fake mutation that is answered locally.
 */
export async function invalidateCache(client: Client, types: string[]): Promise<void> {
  const type = { 'content-type': 'application/json' };
  const fetch = async () => new Response('{"data":{}}', { headers: type });
  const context = { fetch, additionalTypenames: types };
  await client.mutation('mutation Forget { __typename }', {}, context).toPromise();
}

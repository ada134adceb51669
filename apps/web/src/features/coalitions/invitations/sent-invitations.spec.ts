import { cacheExchange, Client, fetchExchange } from 'urql';
import { COALITION_INVITATIONS_CONTEXT, COALITION_INVITATIONS_QUERY } from './invitations.graphql';

/** A client whose server has no invitations. Lists the operations that reached the server. */
function clientOfEmptyServer() {
  const requests: string[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
    requests.push(operationName);
    const data = operationName === 'CoalitionInvitations' ? { coalitionInvitations: [] } : {};
    return new Response(JSON.stringify({ data }), {
      headers: { 'content-type': 'application/json' },
    });
  };
  const exchanges = [cacheExchange, fetchExchange];
  const url = 'http://server/graphql';
  return { client: new Client({ url, fetch, exchanges, preferGetMethod: false }), requests };
}

it('the empty list of sent invitations reloads after one was made', async () => {
  const { client, requests } = clientOfEmptyServer();
  const context = COALITION_INVITATIONS_CONTEXT;
  const list = client.query(COALITION_INVITATIONS_QUERY, { coalitionId: 'c1' }, context);
  const { unsubscribe } = list.subscribe(() => undefined);
  await list.toPromise();
  await client.mutation('mutation Invite { __typename }', {}, context).toPromise();
  await new Promise((done) => setTimeout(done));
  unsubscribe();
  expect(requests).toEqual(['CoalitionInvitations', 'Invite', 'CoalitionInvitations']);
});

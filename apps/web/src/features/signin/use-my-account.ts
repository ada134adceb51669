import { gql, useQuery } from 'urql';
import type { MyAccountQuery, MyAccountQueryVariables } from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';

const MY_ACCOUNT = gql<MyAccountQuery, MyAccountQueryVariables>`
  query MyAccount {
    me {
      id
      email
      emailConfirmedAt
      pendingEmail
      language
      duties
      standing
      sessionDays
      deletionDueAt
      hasPassword
      viewerCan
    }
  }
`;

export type MyAccount = MyAccountQuery['me'];

/** The viewer's own account data, and a function to reload it. */
export function useMyAccount() {
  const [{ data, error, fetching }, execute] = useQuery({
    query: MY_ACCOUNT,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => execute({ requestPolicy: 'network-only' });
  return {
    account: data?.me,
    problem: requestProblemOf(error),
    isLoading: fetching && !data,
    reload,
  };
}

import type { GrantState, MyCoalitionsQuery } from '../../gql/types';

type MyCoalition = MyCoalitionsQuery['myCoalitions'][number];

/** A coalition of the viewer's groups or organisations in which they do not take part. */
export interface OutsideCoalition<C> {
  readonly coalition: C;
  /** The grant that says most about why not; null if the viewer has none. */
  readonly state: GrantState | null;
}

/** An open question comes first, then what the viewer did. */
const ORDER: readonly GrantState[] = ['waiting', 'left', 'declined'];

/** Divides the coalitions of the viewer's groups and organisations by whether they take part. */
export function divideCoalitions<C extends Pick<MyCoalition, 'id' | 'myMembershipId'>>({
  myCoalitions,
  myGrants,
}: {
  readonly myCoalitions: readonly C[];
  readonly myGrants: readonly Pick<MyCoalitionsQuery['myGrants'][number], 'state' | 'coalition'>[];
}): { readonly inside: C[]; readonly outside: OutsideCoalition<C>[] } {
  const outside = myCoalitions.filter(({ myMembershipId }) => myMembershipId === null);
  return {
    inside: myCoalitions.filter(({ myMembershipId }) => myMembershipId !== null),
    outside: outside.map((coalition) => {
      const states = myGrants
        .filter((grant) => grant.coalition?.id === coalition.id)
        .map(({ state }) => state);
      return { coalition, state: ORDER.find((state) => states.includes(state)) ?? null };
    }),
  };
}

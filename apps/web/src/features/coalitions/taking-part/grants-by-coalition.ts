import type { GrantState } from '../../../gql/types';

interface HeldGrant {
  readonly state: GrantState;
  readonly coalition: { readonly id: string } | null;
}

export interface CoalitionGrants<G extends HeldGrant> {
  readonly coalition: NonNullable<G['coalition']>;
  /** At least one. */
  readonly grants: readonly [G, ...G[]];
}

/** The grants in this state by coalition, as the server counts those that wait. */
export function grantsByCoalition<G extends HeldGrant>(
  all: readonly G[],
  state: GrantState,
): CoalitionGrants<G>[] {
  const some = all.filter((one) => one.state === state && one.coalition);
  const firsts = some.filter(
    ({ coalition }, at) => some.findIndex((one) => one.coalition!.id === coalition!.id) === at,
  );
  return firsts.map((first) => ({
    coalition: first.coalition!,
    grants: [
      first,
      ...some.filter((one) => one !== first && one.coalition!.id === first.coalition!.id),
    ],
  }));
}

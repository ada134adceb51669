import type { GrantState } from '../../gql/types';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A grant that the viewer holds. Its participant stands for a group or an organisation. */
interface HeldGrant {
  readonly state: GrantState;
  readonly coalition: Named | null;
  readonly participant: {
    readonly group: { readonly id: string } | null;
    readonly organisation: { readonly id: string } | null;
  } | null;
}

/** The coalitions in which the viewer takes part through this group or organisation alone. */
export function coalitionsLostWith(sourceId: string, grants: readonly HeldGrant[]): Named[] {
  const isThrough = ({ participant }: HeldGrant) =>
    participant?.group?.id === sourceId || participant?.organisation?.id === sourceId;
  const accepted = grants.filter(({ state }) => state === 'accepted');
  const others = accepted.filter((grant) => !isThrough(grant));
  const kept = new Set(others.map(({ coalition }) => coalition?.id));
  return accepted
    .filter(isThrough)
    .flatMap(({ coalition }) => (coalition && !kept.has(coalition.id) ? [coalition] : []));
}

import type { PendingGroupsQuery } from '../../gql/types';
import { groupPath } from '../../lib/page/group-path';

/** One group, organisation or coalition that waits for the viewer. */
export interface PendingTask {
  readonly name: string;
  /** For a task of a group or organisation in a coalition: the name of the coalition. */
  readonly coalition?: string;
  /** How many things wait in it; one if absent. */
  readonly count?: number;
  /** Path of the page on which the task is done. */
  readonly to: string;
}

export type PendingKind =
  | ('agreements' | 'offers' | 'invitations' | 'requests')
  | ('coalitions' | 'grants' | 'names' | 'organisations');

type Named = { readonly name: string } | null;

const partyNameOf = ({ group, organisation }: { group: Named; organisation: Named }) =>
  group?.name ?? organisation?.name ?? '';

/** The tasks about groups and coalitions by kind. One group or coalition is one task of its kind. */
export function tasksOfGroups(data: PendingGroupsQuery): Record<PendingKind, PendingTask[]> {
  const offers = data.stewardshipOffers ?? [];
  const successions = data.successionRequests ?? [];
  return {
    agreements: (data.groupsWithChangedAgreements ?? []).map(({ name, ...group }) => ({
      ...{ name, to: `${groupPath(group)}/agreements` },
    })),
    offers: [
      ...successions.map(({ id, group }) => ({
        ...{ name: group?.name ?? '', to: `/groups/succession/${id}` },
      })),
      ...offers
        .flatMap(({ group }) => group ?? [])
        .map(({ name, slug }) => ({
          ...{ name, to: `/groups/${slug}` },
        })),
    ],
    invitations: (data.groupInvitations ?? []).flatMap(({ group }) =>
      group ? { name: group.name, to: '/groups' } : [],
    ),
    requests: (data.myGroups ?? []).flatMap(({ name, slug, joinRequestsWaiting: count }) =>
      count ? { name, count, to: `/groups/${slug}/requests` } : [],
    ),
    coalitions: (data.receivedCoalitionInvitations ?? []).map((invitation) => ({
      ...{ name: partyNameOf(invitation), coalition: invitation.coalition.name },
      to: `/coalitions/invitations/${invitation.id}`,
    })),
    grants: grantTasks(data),
    names: (data.participantsWithoutName ?? []).flatMap(({ id, coalition, ...party }) =>
      coalition
        ? {
            ...{ name: partyNameOf(party), coalition: coalition.name },
            to: `/coalitions/${coalition.slug}/participants/${id}/name`,
          }
        : [],
    ),
    organisations: (data.organisationInvitations ?? []).flatMap(({ organisation }) =>
      organisation ? { name: organisation.name, to: '/organisations' } : [],
    ),
  };
}

/** Several invitations to take part in one coalition are one task, as the server counts them. */
function grantTasks({ myGrants = [] }: PendingGroupsQuery): PendingTask[] {
  const bySlug = new Map<string, PendingTask>();
  for (const { id, state, coalition } of myGrants) {
    if (state !== 'waiting' || !coalition || bySlug.has(coalition.slug)) continue;
    const { slug, name } = coalition;
    bySlug.set(slug, { name, to: `/coalitions/${slug}/take-part?grant=${id}` });
  }
  return [...bySlug.values()];
}

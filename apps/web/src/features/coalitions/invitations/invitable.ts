import type { Participants } from '../participants/candidates';

/** A group or an organisation that the viewer can see. */
export interface Invitable {
  readonly id: string;
  readonly name: string;
  readonly kind: 'group' | 'organisation';
  readonly input: { groupId: string } | { organisationId: string };
}

interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** The groups and organisations that are not participants yet, as far as the viewer knows who the participants are. */
export function invitablesAmong(
  groups: readonly NamedRow[],
  organisations: readonly NamedRow[],
  participants: Participants,
): Invitable[] {
  const inside = new Set(
    participants.map(({ group, organisation }) => (group ?? organisation)?.id),
  );
  const all: Invitable[] = [
    ...groups.map(({ id, name }) => ({
      ...{ id, name, kind: 'group' as const },
      input: { groupId: id },
    })),
    ...organisations.map(({ id, name }) => ({
      ...{ id, name, kind: 'organisation' as const },
      input: { organisationId: id },
    })),
  ];
  return all.filter(({ id }) => !inside.has(id));
}

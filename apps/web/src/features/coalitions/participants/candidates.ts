import { useState } from 'react';
import type { ParticipantCandidatesQuery } from '../../../gql/types';
import type { Coalition } from '../coalitions.graphql';

/** A group or an organisation for which the viewer can found or join a coalition. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: 'group' | 'organisation';
  /** Whether every member of the instance sees its own name, so that it needs no chosen one. */
  readonly isOpen: boolean;
}

type NamedRow = Pick<Candidate, 'id' | 'name'>;

export const candidateOfGroup = ({
  id,
  name,
  isListed,
}: NamedRow & { isListed: boolean }): Candidate => ({ id, name, kind: 'group', isOpen: isListed });

export const candidateOfOrganisation = ({
  id,
  name,
  audience,
}: NamedRow & { audience: string | null }): Candidate => ({
  ...{ id, name, kind: 'organisation' },
  isOpen: audience === 'members',
});

/** The viewer's groups and organisations for which they may do this. */
export function candidatesFor(
  { myGroups, myOrganisations }: ParticipantCandidatesQuery,
  action: 'foundCoalition' | 'joinCoalition',
): Candidate[] {
  return [
    ...myGroups.filter(({ viewerCan }) => viewerCan.includes(action)).map(candidateOfGroup),
    ...myOrganisations
      .filter(({ viewerCan }) => viewerCan.includes(action))
      .map(candidateOfOrganisation),
  ];
}

export type Participants = readonly Pick<
  NonNullable<Coalition['participants']>[number],
  'group' | 'organisation'
>[];

/** Divides the candidates into those that are participants already, and those that are not. */
export function divideCandidates(candidates: readonly Candidate[], participants: Participants) {
  const ids = new Set(participants.map(({ group, organisation }) => (group ?? organisation)?.id));
  return {
    inside: candidates.filter(({ id }) => ids.has(id)),
    outside: candidates.filter(({ id }) => !ids.has(id)),
  };
}

/** The input that names the candidate. */
export const candidateInput = ({ id, kind }: Candidate) =>
  kind === 'group' ? { groupId: id } : { organisationId: id };

/** The name under which the coalition sees a participant: the own one, or one chosen for the coalition. */
export interface ShownName {
  /** Null for the own name. */
  readonly shownName: string | null;
  readonly chooseOwn: () => void;
  readonly chooseOther: () => void;
  readonly type: (name: string) => void;
}

/** Whether a change from one shown name to another tells the coalition which group or organisation a participant is. */
export const revealsOwnName = (before: string | null, after: string | null): boolean =>
  before !== null && after === null;

/** State of the choice. A participant that is not open to all members always has a chosen name. */
export function useShownName(
  { isOpen }: Pick<Candidate, 'isOpen'>,
  initial: string | null = null,
): ShownName {
  const [text, setText] = useState(initial ?? '');
  const [hasOther, setOther] = useState(initial !== null);
  return {
    shownName: hasOther || !isOpen ? text : null,
    chooseOwn: () => setOther(false),
    chooseOther: () => setOther(true),
    type: setText,
  };
}

import { ACTIONS, visibilityActionOf } from '#policy/actions.js';
import type { Ability } from '#policy/engine/ability.js';
import type { Duty, Standing, Viewer } from '#policy/viewer.js';
import { type Case, CASES, factsIn, type Relation, RELATIONS, viewerIn } from './worlds.js';

/** `A` allowed · `x` refused with a reason · `.` refused as if the row did not exist. */
export type Answer = 'A' | 'x' | '.';

interface Who {
  readonly standing: Standing;
  readonly duties: readonly Duty[];
  readonly isOnProbation?: boolean;
}
const EVERY_DUTY: readonly Duty[] = ['vet', 'moderate', 'support', 'audit', 'administer'];
const member = (...duties: Duty[]): Who => ({ standing: 'member', duties });

/** Kinds of viewers. The last five test that a wrong standing cancels the rights of a duty. */
export const COLUMNS = {
  AN: undefined,
  AP: { standing: 'applicant', duties: [] },
  PR: { standing: 'member', duties: [], isOnProbation: true },
  ME: member(),
  VT: member('vet'),
  MO: member('moderate'),
  SU: member('support'),
  AU: { standing: 'staff', duties: ['audit'] },
  AD: { standing: 'staff', duties: ['administer'] },
  SP: { standing: 'suspended', duties: EVERY_DUTY },
  LO: { standing: 'locked', duties: EVERY_DUTY },
  FO: { standing: 'former', duties: EVERY_DUTY },
  /** A member who wrongly holds staff duties, and a staff account that wrongly holds member duties. */
  'ME+': member('audit', 'administer'),
  'ST+': { standing: 'staff', duties: ['vet', 'moderate', 'support'] },
} as const satisfies Record<string, Who | undefined>;
export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

export interface Row extends Case {
  readonly action: string;
}
export type AbilityOf = (viewer: Viewer) => Ability;

/** Every action of every subject in every variant. */
export const ROWS: readonly Row[] = CASES.flatMap((one) =>
  ACTIONS[one.subject].map((action) => ({ ...one, action })),
);

/** The subject with its variant, as text. */
export const subjectName = ({ subject, variant }: Case) =>
  variant === '' ? subject : `${subject}, ${variant}`;
export const rowName = (row: Row): string => `${subjectName(row)} · ${row.action}`;

const viewers = new Map<string, Viewer>();

/** The viewer of a column in a relation, cached. The anonymous viewer has no relations. */
export function viewerOf(column: Column, relation: Relation, nobody: Viewer): Viewer {
  const who = COLUMNS[column];
  if (!who) return nobody;
  const key = `${column} ${relation}`;
  const viewer = viewers.get(key) ?? viewerIn(relation, who);
  viewers.set(key, viewer);
  return viewer;
}

/** The answer to a viewer for this action and row, as `access.load` gives it. */
export function answer(ability: Ability, row: Row, relation: Relation): Answer {
  const { subject, action } = row;
  const facts = factsIn(row, relation) as never;
  const sight = visibilityActionOf(subject, action);
  if (sight !== action && !ability.can(sight as never, subject, facts)) return '.';
  if (ability.can(action as never, subject, facts)) return 'A';
  const isTold = ability.reason(action as never, subject, facts) !== 'policy.refused';
  return sight !== action || isTold ? 'x' : '.';
}

/** The relations of a cell, grouped by answer. */
export function cell(row: Row, column: Column, abilityOf: AbilityOf, nobody: Viewer) {
  const relations = column === 'AN' ? (['none'] as const) : RELATIONS;
  const found: Record<Answer, Relation[]> = { A: [], x: [], '.': [] };
  for (const relation of relations) {
    const ability = abilityOf(viewerOf(column, relation, nobody));
    found[answer(ability, row, relation)].push(relation);
  }
  return found;
}

import { POLICY_ACTIONS, visibilityActionOf } from '#policy/policy-actions.js';
import type { Ability } from '#policy/engine/ability.js';
import type { Duty, Standing, Viewer } from '#policy/viewer.js';
import {
  type PolicyCase,
  POLICY_CASES,
  factsOfCase,
  type ViewerRelation,
  VIEWER_RELATIONS,
  viewerWithRelation,
} from './policy-cases.js';

/** `A` allowed · `x` refused with a reason · `.` refused as if the row did not exist. */
export type MatrixAnswer = 'A' | 'x' | '.';

interface Who {
  readonly standing: Standing;
  readonly duties: readonly Duty[];
  readonly isOnProbation?: boolean;
}
const EVERY_DUTY: readonly Duty[] = ['vet', 'moderate', 'support', 'audit', 'administer'];
const member = (...duties: Duty[]): Who => ({ standing: 'member', duties });

/** Kinds of viewers. The last six test that a wrong standing cancels the rights of a duty. */
export const MATRIX_COLUMNS = {
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
  GU: { standing: 'guest', duties: EVERY_DUTY },
  /** A member who wrongly holds staff duties, and a staff account that wrongly holds member duties. */
  'ME+': member('audit', 'administer'),
  'ST+': { standing: 'staff', duties: ['vet', 'moderate', 'support'] },
} as const satisfies Record<string, Who | undefined>;
export type MatrixColumn = keyof typeof MATRIX_COLUMNS;
export const MATRIX_COLUMN_NAMES = Object.keys(MATRIX_COLUMNS) as MatrixColumn[];

export interface MatrixRow extends PolicyCase {
  readonly action: string;
}
export type AbilityOf = (viewer: Viewer) => Ability;

/** Every action of every subject in every variant. */
export const MATRIX_ROWS: readonly MatrixRow[] = POLICY_CASES.flatMap((one) =>
  POLICY_ACTIONS[one.subject].map((action) => ({ ...one, action })),
);

/** The subject with its variant, as text. */
export const policyCaseTitle = ({ subject, variant }: PolicyCase) =>
  variant === '' ? subject : `${subject}, ${variant}`;
export const matrixRowTitle = (row: MatrixRow): string => `${policyCaseTitle(row)} · ${row.action}`;

const viewers = new Map<string, Viewer>();

/**
 * Returns the viewer of a column who has this relation to the row. Caches viewers. The anonymous viewer has no
 * relations.
 */
export function viewerOfColumn(
  column: MatrixColumn,
  relation: ViewerRelation,
  nobody: Viewer,
): Viewer {
  const who = MATRIX_COLUMNS[column];
  if (!who) return nobody;
  const key = `${column} ${relation}`;
  const viewer = viewers.get(key) ?? viewerWithRelation(relation, who);
  viewers.set(key, viewer);
  return viewer;
}

/** The answer to a viewer for this action and row, as `access.load` gives it. */
export function matrixAnswerFor(
  ability: Ability,
  row: MatrixRow,
  relation: ViewerRelation,
): MatrixAnswer {
  const { subject, action } = row;
  const facts = factsOfCase(row, relation) as never;
  const sight = visibilityActionOf(subject, action);
  if (sight !== action && !ability.can(sight as never, subject, facts)) return '.';
  if (ability.can(action as never, subject, facts)) return 'A';
  const isTold = ability.reason(action as never, subject, facts) !== 'policy.refused';
  return sight !== action || isTold ? 'x' : '.';
}

/** The relations of a cell, grouped by answer. */
export function relationsByAnswer(
  row: MatrixRow,
  column: MatrixColumn,
  abilityOf: AbilityOf,
  nobody: Viewer,
) {
  const relations = column === 'AN' ? (['none'] as const) : VIEWER_RELATIONS;
  const found: Record<MatrixAnswer, ViewerRelation[]> = { A: [], x: [], '.': [] };
  for (const relation of relations) {
    const ability = abilityOf(viewerOfColumn(column, relation, nobody));
    found[matrixAnswerFor(ability, row, relation)].push(relation);
  }
  return found;
}

import { POLICY_ACTIONS, type ActionOf } from '#policy/policy-actions.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';

/** Helpers that build the rows of the expected matrix, and a lookup of one cell. */

export const ALL_RELATIONS =
  'none own member facilitator steward formerMember persona readOnly invited assigned supporting offered partner formerPartner helper formerHelper reviewed formerlyAssigned recused introduced formerAlly putAway asked introducer blocked separated removed ofParticipant participantOwner delegate takingPart coalitionSteward';
export const withoutRelations = (list: string, ...gone: string[]) =>
  list
    .split(' ')
    .filter((one) => !gone.includes(one))
    .join(' ');

export type ExpectedColumn =
  | ('AN' | 'AP' | 'PR' | 'ME' | 'VT' | 'MO' | 'SU')
  | ('AU' | 'AD' | 'SP' | 'LO' | 'FO' | 'GU' | 'ME+' | 'ST+');
/**
 * Columns under `x` get FORBIDDEN although the viewer may not read the row. If the viewer may read the row, a refusal
 * is always FORBIDDEN.
 */
export type ExpectedCells = { readonly [C in ExpectedColumn]?: string } & {
  readonly x?: { readonly [C in ExpectedColumn]?: string };
};
type State<S extends SubjectName> = { readonly [A in ActionOf<S>]: ExpectedCells };
export type ExpectedMatrix = {
  readonly [S in SubjectName]: {
    readonly plain: State<S>;
    /** Differences from the default state. */
    readonly states?: Readonly<Record<string, Partial<State<S>>>>;
  };
};

/** Returns the same cells for several actions. */
export const sameCells = <A extends string>(
  cells: ExpectedCells,
  ...actions: A[]
): Record<A, ExpectedCells> =>
  Object.fromEntries(actions.map((action) => [action, cells])) as Record<A, ExpectedCells>;

/**
 * Actions that do not require the right to read the row. The value is the action that makes the row visible instead.
 */
const WITHOUT_READING: Readonly<Record<string, string>> = {
  'AuditEntry.verify': 'verify',
  'Instance.change': 'change',
  'Instance.pauseSupport': 'pauseSupport',
  'Duty.grant': 'grant',
  'DutyCode.make': 'make',
  'SavedSearch.make': 'make',
  'Application.submit': 'submit',
  'Application.queue': 'queue',
  'Application.claim': 'queue',
  'Application.declareConflict': 'queue',
  'Application.findByCode': 'findByCode',
  'Application.vouch': 'findByCode',
  'Vouch.give': 'give',
  'Invitation.make': 'make',
  'Invitation.admit': 'admit',
  'Reopening.queue': 'queue',
  'Reopening.claim': 'queue',
  'Group.found': 'found',
  'Organisation.found': 'found',
  'GroupLink.use': 'use',
  'CoalitionInvitation.receive': 'receive',
  'CoalitionInvitation.accept': 'receive',
  'CoalitionInvitation.decline': 'receive',
  'CoalitionInvitation.use': 'use',
  'CoalitionGrant.receive': 'receive',
  'CoalitionGrant.accept': 'receive',
  'CoalitionGrant.decline': 'receive',
  'CoalitionGrant.show': 'receive',
  'Membership.readmit': 'readmit',
  'Membership.seeName': 'seeName',
  'Membership.deleteMessages': 'deleteMessages',
  'Membership.readExposure': 'readExposure',
  'Channel.bringBack': 'bringBack',
  'Matter.queue': 'queue',
  'Matter.claim': 'queue',
  'SupportRequest.make': 'make',
  'SupportRequest.makeAsGuest': 'makeAsGuest',
  'SupportRequest.useWorkName': 'useWorkName',
  'SupportRequest.setAvailability': 'setAvailability',
  'SupportRequest.interpret': 'interpret',
  'Interpretation.readFile': 'readFile',
  'Interpretation.withdraw': 'readFile',
  'Supporter.report': 'report',
  'SupportRequest.arrangeCall': 'readCall',
  'SupportRequest.readCall': 'readCall',
  'SupportRequest.leadCall': 'readFile',
  'SupportRequest.answerInvitation': 'answerInvitation',
  'SupportRequest.readAsPartner': 'readAsPartner',
  'SupportRequest.leaveSide': 'readAsPartner',
  'SupportRequest.answerOwnership': 'readAsPartner',
  'SupportRequest.takeOver': 'readAsPartner',
  'SupportRequest.readTeam': 'readTeam',
  'SupportRequest.leadHelpers': 'readFile',
  'SupportRequest.readHelpers': 'readFile',
  'SupportRequest.readConsents': 'readConsents',
  'SupportRequest.readAsHelper': 'readAsHelper',
  'SupportRequest.answerAsHelper': 'readAsHelper',
  'SupportRequest.offer': 'readFile',
  'SupportRequest.answerOffer': 'answerOffer',
  'SupportRequest.leave': 'readFile',
  'SupportRequest.manageTasks': 'readFile',
  'SupportRequest.readLinks': 'readLinks',
  'SupportRequest.manageLinks': 'readLinks',
  'SupportRequest.queue': 'queue',
  'SupportRequest.claim': 'queue',
  'SupportRequest.readOpenings': 'readOpenings',
  'SupportRequest.keepOpen': 'readOpenings',
  'SupportRequest.readFile': 'readFile',
  'SupportRequest.release': 'readFile',
  'SupportRequest.accept': 'readFile',
  'SupportRequest.decline': 'readFile',
  'SupportRequest.linkDuplicate': 'readFile',
  'SupportRequest.askRequester': 'readFile',
  'SupportRequest.close': 'readFile',
};

const LIKE: Partial<Record<ExpectedColumn, ExpectedColumn>> = {
  PR: 'ME',
  VT: 'ME',
  MO: 'ME',
  SU: 'ME',
  'ME+': 'ME',
  'ST+': 'AD',
};

const relationsOf = (cells: ExpectedCells, column: ExpectedColumn) =>
  (cells[column] ?? cells[LIKE[column] ?? column] ?? '').split(' ');

/** Returns the expected answer for a cell of the matrix. */
export function expectedAnswer(
  of: ExpectedMatrix,
  row: { readonly subject: SubjectName; readonly variant: string; readonly action: string },
  column: ExpectedColumn,
  relation: string,
): 'A' | 'x' | '.' {
  const { plain, states } = of[row.subject];
  const state = states?.[row.variant] as Record<string, ExpectedCells> | undefined;
  const cellsOf = (action: string) =>
    state?.[action] ?? (plain as Record<string, ExpectedCells>)[action]!;
  const cells = cellsOf(row.action);
  if (relationsOf(cells, column).includes(relation)) return 'A';
  if (cells.x && relationsOf(cells.x, column).includes(relation)) return 'x';
  const sight = WITHOUT_READING[`${row.subject}.${row.action}`] ?? 'read';
  const isSeen = sight !== row.action && relationsOf(cellsOf(sight), column).includes(relation);
  return isSeen ? 'x' : '.';
}

/** Returns the states of a subject in the design. They must equal the states of the matrix. */
export const expectedStates = (of: ExpectedMatrix, subject: SubjectName): string[] => [
  '',
  ...Object.keys(of[subject].states ?? {}),
];
export const expectedActions = (of: ExpectedMatrix, subject: SubjectName): string[] =>
  Object.keys(of[subject].plain).sort();
export const POLICY_SUBJECTS = Object.keys(POLICY_ACTIONS) as SubjectName[];

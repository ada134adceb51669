import type { ViewerRelation } from '../../../apps/cli/policy-matrix/policy-cases.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import type { EndpointAudience } from '#policy/viewer.js';
import { type MatrixAction, actionsOf, splitAction } from '../../laws/endpoints/endpoint-row.js';
import { ENDPOINT_ROWS } from '../../laws/endpoints/endpoint-rows.js';
import {
  type ExpectedColumn,
  expectedAnswer,
  expectedStates,
} from '../../laws/policy/expected-cells.js';
import { EXPECTED_MATRIX } from '../../laws/expected-matrix.js';
import { endpointTakesId } from './matrix-documents.js';
import { HTTP_COLUMNS, type HttpColumn } from './matrix-people.js';
import { readRepositoryFile } from '../repository.js';

/**
 * One cell of the matrix at one endpoint: the requester's column, the requester's relation to the row, and the expected
 * outcome.
 */
export interface MatrixCell {
  readonly door: string;
  readonly subject: SubjectName;
  /** The state in which the row is; empty for the default one. */
  readonly variant: string;
  readonly action: MatrixAction;
  readonly column: HttpColumn;
  readonly relation: ViewerRelation;
  readonly want: 'A' | 'x' | '.';
}

/** The state in which the row must be for an endpoint. Endpoints that are not listed use the default state. */
const STATES: Readonly<Record<string, string>> = {
  'mutation askToRemoveParticipant': 'of other people',
  'query caseThreads': 'a requester’s thread',
  'mutation closeSupportCase': 'accepted',
  'mutation bookIntroductoryCall': 'accepted',
  'mutation findCallTimes': 'accepted',
  'mutation chooseInterpreter': 'accepted',
  'mutation findInterpreter': 'accepted',
  'mutation keepSupportCaseOpen': 'accepted',
  'mutation reopenSupportCase': 'closed',
  'mutation deleteMyMessages': 'ended',
  'query exposure': 'ended',
  'query formerMembers': 'ended',
  'mutation addCaseLink': 'accepted',
  'mutation removeCaseLink': 'accepted',
  'query caseLinks': 'accepted',
  'mutation addCaseTask': 'accepted',
  'mutation editCaseTask': 'accepted',
  'mutation markCaseTask': 'accepted',
  'mutation removeCaseTask': 'accepted',
  'query caseTasks': 'accepted',
  'mutation acceptCaseOffer': 'accepted',
  'mutation agreeToCaseOffer': 'accepted',
  'mutation declineCaseOffer': 'accepted',
  'mutation leaveSupportCase': 'accepted',
  'mutation offerCase': 'accepted',
  'mutation withdrawCaseOffer': 'accepted',
  'query caseOffers': 'accepted',
  'query caseTeam': 'accepted',
  'mutation acceptOwnership': 'accepted',
  'mutation leaveOwnCase': 'accepted',
  'mutation comeBackToCase': 'paused',
  'mutation takeOverCase': 'paused',
  'mutation agreeToHelp': 'accepted',
  'mutation askHelper': 'accepted',
  'mutation describeHelp': 'accepted',
  'mutation endHelper': 'accepted',
  'mutation giveConsent': 'accepted',
  'mutation leaveHelp': 'accepted',
  'mutation shareCase': 'accepted',
  'mutation withdrawConsent': 'accepted',
  'query caseConsents': 'accepted',
  'query caseHelpers': 'accepted',
  'query helperCases': 'accepted',
  'mutation acceptPartnerInvitation': 'accepted',
  'mutation declineOwnership': 'accepted',
  'mutation declinePartnerInvitation': 'accepted',
  'mutation invitePartner': 'accepted',
  'mutation leavePartnerSide': 'accepted',
  'mutation offerOwnership': 'accepted',
  'mutation removePartner': 'accepted',
  'query casePartners': 'accepted',
  'query partnerCases': 'accepted',
  'query partnerInvitations': 'accepted',
  'mutation editCoalition': 'a hidden coalition',
  'mutation giveGrants': 'of a hidden coalition',
  'mutation inviteToCoalition': 'a hidden coalition',
  'mutation leaveCoalition': 'a hidden coalition',
  'mutation nameDelegates': 'of a hidden coalition',
  'mutation renameParticipant': 'of a hidden coalition',
  'mutation takeParticipantOut': 'of a hidden coalition',
  'query coalitionDelegates': 'of a hidden coalition',
  'query coalitionGrants': 'of a hidden coalition',
  'query coalitionInvitations': 'a hidden coalition',
  'query linkedCoalition': 'a link',
  'query participant': 'of a hidden coalition',
  'mutation answerApplicationQuestion': 'asked',
  'mutation answerNotice': 'of a talk',
  'mutation appealDecision': 'declined',
  'mutation askToMakeGroupLessPrivate': 'hidden',
  'mutation askToOpenMemberList': 'hidden',
  'mutation keepOrganisation': 'ended',
  'mutation reopenTopic': 'closed',
  'mutation requestToJoin': 'by request',
  'mutation showMeInMemberList': 'not listed',
  'mutation takeStaffCode': 'for administrators',
  'mutation takeStaffLink': 'for administrators',
  'mutation unarchiveGroup': 'archived',
  'mutation undoAct': 'not told yet',
  'mutation undoDeletion': 'being deleted',
};

const THREADS: readonly string[] = [
  ...['a requester’s thread', 'an internal thread', 'a thread of an outside helper'],
  ...['a thread of a helper who left', 'a thread of an ended request'],
];
/** Endpoints that are tested in further states of the row. */
const FURTHER_STATES: Readonly<Record<string, readonly string[]>> = {
  'mutation consentToAgreements': ['a hidden coalition'],
  'mutation postMessage': ['of a coalition', ...THREADS],
  'mutation publishAgreements': ['a hidden coalition'],
  'mutation removeMember': ['in a coalition', 'not listed'],
  'query caseThreads': THREADS.slice(1),
  'query changes': ['of a coalition', ...THREADS],
  'query channel': ['of a coalition', ...THREADS],
  'query group': ['a hidden coalition', 'hidden'],
  'query groupMember': ['in a coalition', 'not listed'],
  'query groupMembers': ['in a coalition', 'not listed'],
  'query messages': ['of a coalition', ...THREADS],
};
/** The states in which an endpoint is tested; the first one is its usual state. */
export const statesOf = (door: string): readonly string[] => [
  STATES[door] ?? '',
  ...(FURTHER_STATES[door] ?? []),
];

const LIST = readRepositoryFile('test/laws/doors.txt');
const AUDIENCES = new Map(
  LIST.split('\n').map((line) => {
    const [name, forWhom = ''] = line.split(' · ');
    return [name!, forWhom.split(', ') as EndpointAudience[]];
  }),
);
const MEMBERS: readonly EndpointAudience[] = ['member', 'anySignedIn', 'anyone'];
const ADMITTED: Readonly<Record<HttpColumn, readonly EndpointAudience[]>> = {
  AN: ['anyone'],
  AP: ['applicant', 'anySignedIn', 'anyone'],
  ...{ PR: MEMBERS, ME: MEMBERS, VT: MEMBERS, MO: MEMBERS, SU: MEMBERS },
  AU: ['auditor', 'anySignedIn', 'anyone'],
  AD: ['administrator', 'anySignedIn', 'anyone'],
  SP: ['anySignedIn', 'anyone'],
  LO: ['anyone'],
  FO: ['anyone'],
  GU: ['guest', 'anyone'],
};
/** Whether the guard refuses requests of this column before the row is loaded. */
export const isStoppedByGuard = (door: string, column: HttpColumn): boolean =>
  !AUDIENCES.get(door)!.some((audience) => ADMITTED[column].includes(audience));

export const endpointKind = (door: string): 'row' | 'list' | 'own' => {
  const row = ENDPOINT_ROWS[door]!;
  if (typeof row === 'string' || Array.isArray(row)) return 'row';
  return 'list' in row ? 'list' : 'own';
};
/** Whether a list shows only a part of the rows that the action allows. */
export const isPartialList = (door: string): boolean => 'isPart' in Object(ENDPOINT_ROWS[door]);
export const fixtureName = ({ subject, variant }: Pick<MatrixCell, 'subject' | 'variant'>) =>
  variant ? `${subject}, ${variant}` : subject;
/** The title of a cell, which names the state only if it is a further one. */
export const cellTitle = ({ door, column, relation, variant }: MatrixCell): string =>
  [door, column, relation, ...(variant === statesOf(door)[0] ? [] : [variant])].join(' · ');

/** Tests the column of deleted accounts as anonymous, because a deleted account has no session. */
const asked = (column: HttpColumn): ExpectedColumn => (column === 'FO' ? 'AN' : column);

function wanted(
  variant: string,
  action: MatrixAction,
  column: HttpColumn,
  relation: ViewerRelation,
) {
  const [subject, verb] = splitAction(action);
  const row = { subject, variant, action: verb };
  return expectedAnswer(
    EXPECTED_MATRIX,
    row,
    asked(column),
    asked(column) === 'AN' ? 'none' : relation,
  );
}

type Who = readonly [HttpColumn, ViewerRelation, ...unknown[]];
const BEST = '.xA';

/**
 * Returns all cells of an endpoint, in each state. `related` returns the people who have a relation to the row of a
 * fixture.
 */
export const matrixCellsOf = (
  door: string,
  related: (place: string) => readonly Who[],
): MatrixCell[] => statesOf(door).flatMap((variant) => cellsInState(door, variant, related));

function cellsInState(
  door: string,
  variant: string,
  related: (place: string) => readonly Who[],
): MatrixCell[] {
  const kind = endpointKind(door);
  const crowd = HTTP_COLUMNS.map((column) => [column, kind === 'own' ? 'own' : 'none'] as const);
  const actions = actionsOf(ENDPOINT_ROWS[door]!);
  const namesNone = kind === 'own' || (kind === 'row' && !endpointTakesId(door) && !isKeyed(door));
  const cells = actions.flatMap((action) => {
    const [subject] = splitAction(action);
    const people = namesNone ? [] : related(fixtureName({ subject, variant }));
    return [...crowd, ...people].map(([column, relation]): MatrixCell => {
      const want = wanted(variant, action, column, relation);
      return { door, subject, variant, action, column, relation, want };
    });
  });
  // If the request names no row, one allowed action is enough.
  if (!namesNone || actions.length === 1) return cells;
  return crowd.map(([column]) =>
    cells
      .filter((cell) => cell.column === column)
      .reduce((one, other) => (BEST.indexOf(other.want) > BEST.indexOf(one.want) ? other : one)),
  );
}

/** Groups and organisations are addressed by slug, which the guard does not treat as an id. */
const isKeyed = (door: string) => /^query (group|organisation)$/.test(door);

/** Returns the expected error code when access is denied. */
export function expectedRefusal({ door, column, want }: MatrixCell): string {
  if (asked(column) === 'AN') return 'UNAUTHENTICATED';
  if (isStoppedByGuard(door, column)) return endpointTakesId(door) ? 'NOT_FOUND' : 'FORBIDDEN';
  if (want === 'x') return 'FORBIDDEN';
  return endpointTakesId(door) || isKeyed(door) ? 'NOT_FOUND' : 'FORBIDDEN';
}

/** Whether a count may include at least one row for this column, in any state and relation. */
export const mayCountAnyRow = (
  { action, column }: MatrixCell,
  relations: readonly ViewerRelation[],
): boolean => {
  const [subject, verb] = splitAction(action);
  return expectedStates(EXPECTED_MATRIX, subject).some((variant) =>
    relations.some(
      (one) =>
        expectedAnswer(EXPECTED_MATRIX, { subject, variant, action: verb }, asked(column), one) ===
        'A',
    ),
  );
};

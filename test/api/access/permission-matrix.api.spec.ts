import { VIEWER_RELATIONS } from '../../../apps/cli/policy-matrix/policy-cases.js';
import { ENDPOINT_ROWS } from '../../laws/endpoints/endpoint-rows.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, printCause } from '../../support/app/client.js';
import { tableChecksums } from '../../support/matrix/hidden-rows.js';
import { factories } from '../../support/factories/factories.js';
import {
  type MatrixCell,
  cellTitle,
  matrixCellsOf,
  isPartialList,
  isStoppedByGuard,
  endpointKind,
  mayCountAnyRow,
  fixtureName,
  expectedRefusal,
} from '../../support/matrix/matrix-cells.js';
import { endpointCall, endpointTakesId } from '../../support/matrix/matrix-documents.js';
import {
  requesterOfColumn,
  HTTP_COLUMNS,
  type HttpColumn,
} from '../../support/matrix/matrix-people.js';
import type { MatrixFixture } from '../../support/matrix/matrix-fixture.js';
import { MATRIX_FIXTURES } from '../../support/matrix/matrix-fixtures.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import type { Person } from '../../support/factories/make-people.js';

/**
 * Tests the permission matrix over HTTP: every endpoint answers one representative of each column, and each account
 * with a relation to the row, as expected-matrix.ts says. test/laws/endpoints/endpoint-rows.ts names the matrix row of each
 * endpoint.
 */

/** Expected answers of endpoints that reject this test's data after the policy has allowed the action. */
const BEYOND: Readonly<Record<string, string>> = {
  // The instance takes no requests without an account.
  'mutation askSupportAsGuest': 'CONFLICT',
  // These are not the words of its phrase.
  'mutation confirmCasePhrase': 'INVALID',
  // The request has no call, and nobody offers the requested time.
  'mutation bookIntroductoryCall': 'CONFLICT',
  'mutation cancelIntroductoryCall': 'CONFLICT',
  // No interpreter is offered, and the viewer does not volunteer.
  'mutation chooseInterpreter': 'CONFLICT',
  'mutation restFromInterpreting': 'CONFLICT',
  'mutation setCallAvailability': 'CONFLICT',
  'mutation moveIntroductoryCall': 'CONFLICT',
  'mutation recordCallOutcome': 'CONFLICT',
  'mutation reportMissedCall': 'CONFLICT',
  'mutation setCallLink': 'CONFLICT',
  // Nobody has this profile.
  'mutation invitePartner': 'NOT_FOUND',
  'mutation askHelper': 'NOT_FOUND',
  // The requester did not consent, and would consent to another text.
  'mutation shareCase': 'CONFLICT',
  'mutation giveConsent': 'CONFLICT',
  // Nobody has this work name, and the requester still has time to exclude the supporter.
  'mutation offerCase': 'CONFLICT',
  'mutation acceptCaseOffer': 'CONFLICT',
  // The supporter has no work name.
  'mutation setSupportRota': 'CONFLICT',
  'mutation startSupportRest': 'CONFLICT',
  // The founding is already closed.
  'mutation closeFounding': 'CONFLICT',
  // A decision needs two reviews.
  'mutation decideApplication': 'CONFLICT',
  // No separation exists for the member whom the matter is about.
  'mutation liftSeparation': 'NOT_FOUND',
  // The grant waits for an answer, and only an accepted one shows anything.
  'mutation showMyParticipant': 'NOT_FOUND',
  // The term has no added words.
  'mutation removeTermWord': 'NOT_FOUND',
  // No job is parked.
  'mutation retryParkedJob': 'NOT_FOUND',
};
/** Expected answers that are more specific than the matrix. */
const TOLD: Readonly<Record<string, string>> = {
  // Only the requester learns who is offered.
  'mutation findInterpreter · SU · assigned': 'CONFLICT',
  // A supporter sets hours without volunteering as an interpreter.
  'mutation setCallAvailability · SU · own': 'OK',
  // Both claims of the application, and the matter, are already assigned.
  'mutation claimApplication · VT · none': 'CONFLICT',
  'mutation claimApplication · VT · formerlyAssigned': 'CONFLICT',
  'mutation claimMatter · MO · none': 'CONFLICT',
  'mutation claimReopening · VT · none': 'CONFLICT',
  'mutation claimSupportRequest · SU · none': 'CONFLICT',
  'mutation claimSupportRequest · SU · formerlyAssigned': 'CONFLICT',
  'mutation claimReopening · VT · formerlyAssigned': 'CONFLICT',
  // This reviewer has already written a review, which can be changed.
  'mutation reviewApplication · VT · reviewed': 'CONFLICT',
  // Only the two people who made a staff account may take its link and code. The act of this fixture makes no staff
  // account.
  'mutation takeStaffCode · AD · none': 'NOT_FOUND',
  'mutation takeStaffCode · AD · own': 'NOT_FOUND',
  'mutation takeStaffLink · AD · none': 'NOT_FOUND',
  'mutation takeStaffLink · AD · own': 'NOT_FOUND',
  // A link that the account may not use is answered like an unknown one.
  'mutation useGroupLink · PR · none': 'NOT_FOUND',
  'query linkedGroup · PR · none': 'NOT_FOUND',
  // A reviewer may read the decision log; the decision on one application is only for its own reviewers.
  'query decisionOn · VT · none': 'NOT_FOUND',
  'query decisionOn · MO · none': 'NOT_FOUND',
  // This reviewer may read and review the application, so the answer may reveal that there is no review to change.
  'mutation changeReview · VT · assigned': 'CONFLICT',
};

const DOORS = Object.keys(ENDPOINT_ROWS).filter((door) => /^(query|mutation) /.test(door));
const NOWHERE: MatrixFixture = { id: crypto.randomUUID(), people: [] };

const app = useApp({ TRAMA_WORKER: '0' });
const crowd = new Map<HttpColumn, Requester>();
const placed = new Map<string, MatrixFixture>();
const ofTheCrowd = (column: HttpColumn) => crowd.get(column)!;
beforeAll(async () => {
  await makeReviewers(app);
  for (const column of HTTP_COLUMNS) crowd.set(column, await requesterOfColumn(app, column));
});
for (const [name, placer] of Object.entries(MATRIX_FIXTURES))
  beforeAll(async () => {
    placed.set(name, await placer(app));
  });

const cells = (fits: (cell: MatrixCell) => boolean): MatrixCell[] =>
  DOORS.filter((door) => !('free' in Object(ENDPOINT_ROWS[door])))
    .flatMap((door) => matrixCellsOf(door, (place) => placed.get(place)?.people ?? []))
    .filter(fits);
const placeOf = (cell: MatrixCell) =>
  endpointKind(cell.door) === 'own' ? NOWHERE : (placed.get(fixtureName(cell)) ?? NOWHERE);

/** Creates a new row in place of a row that an earlier call has changed. */
async function replace(cell: MatrixCell): Promise<void> {
  const name = fixtureName(cell);
  if (placed.has(name)) placed.set(name, await MATRIX_FIXTURES[name]!(app));
}

/** Creates a new account, with the state that the endpoint requires of the account's own data. */
async function somebodyFor({ door, column, action }: MatrixCell): Promise<Requester> {
  const who = await requesterOfColumn(app, column);
  if (endpointKind(door) === 'own' && action.startsWith('Profile'))
    await factories.profile(who as Person, UNASKED);
  if (action === 'Account.undoDelete') {
    const { document, variables } = endpointCall('mutation deleteAccount', NOWHERE, 'Account');
    await apiAs(who).ask(document, variables);
  }
  return who;
}
const UNASKED = { mayBeFound: null } as const;

/** Calls the endpoint as the person of the fixture with this relation, or else as the account that `others` returns. */
async function answered(
  cell: MatrixCell,
  place: MatrixFixture,
  others: (column: HttpColumn) => Requester | Promise<Requester>,
) {
  const { door, subject, column, relation } = cell;
  const one = place.people.find(([theirs, related]) => theirs === column && related === relation);
  const at = { ...place, id: one?.[3] ?? place.id };
  const { document, variables } = endpointCall(door, at, subject);
  const response = await apiAs(one?.[2] ?? (await others(column))).raw(document, variables);
  const text = await response.text();
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'OK';
  if (code === 'INTERNAL')
    printCause({ code, reference: /"reference":"([\w-]+)"/.exec(text)?.[1] });
  const count = /^\{"data":\{"\w+":(\d+)\}\}/.exec(text)?.[1];
  return { code, text, count, isThere: count ? count !== '0' : text.includes(at.id) };
}

it('every endpoint that takes an id or returns a list has a test row', () => {
  const missing = cells(({ door }) => endpointTakesId(door) || endpointKind(door) === 'list')
    .filter((cell) => !placed.has(fixtureName(cell)) && !isPartialList(cell.door))
    .map(
      (cell) => `${cell.door} needs '${fixtureName(cell)}' in test/support/matrix-places-of-….ts`,
    );
  expect([...new Set(missing)]).toEqual([]);
});

it('every call that the permission matrix refuses gets the expected code and changes nothing', async () => {
  const before = await tableChecksums(app);
  const unlike: string[] = [];
  for (const cell of cells(({ want, door }) => want !== 'A' && endpointKind(door) !== 'list')) {
    const { code } = await answered(cell, placeOf(cell), ofTheCrowd);
    const want = TOLD[cellTitle(cell)] ?? expectedRefusal(cell);
    if (code !== want) unlike.push(`${cellTitle(cell)}: ${code}, not ${want}`);
  }
  expect(unlike).toEqual([]);
  expect(await tableChecksums(app)).toEqual(before);
}, 600_000);

it('a list shows a row exactly to the accounts that the matrix allows', async () => {
  const unlike: string[] = [];
  for (const cell of cells(({ door }) => endpointKind(door) === 'list')) {
    const { code, isThere, count } = await answered(cell, placeOf(cell), ofTheCrowd);
    const shown = `${cellTitle(cell)}: ${code}, ${isThere ? 'there' : 'not there'}`;
    const isWhole = !isPartialList(cell.door);
    if (code === 'OK') {
      if (cell.want === 'A' && !isThere && isWhole) unlike.push(shown);
      const others = count !== undefined && mayCountAnyRow(cell, VIEWER_RELATIONS);
      if (cell.want !== 'A' && isThere && !others) unlike.push(shown);
    } else if (
      code !== expectedRefusal(cell) ||
      (cell.want === 'A' && isWhole && !isStoppedByGuard(cell.door, cell.column))
    )
      unlike.push(shown);
  }
  expect(unlike).toEqual([]);
}, 600_000);

it('every call that the permission matrix allows succeeds', async () => {
  const unlike: string[] = [];
  const changed = new Set<string>();
  for (const cell of cells(({ want, door }) => want === 'A' && endpointKind(door) !== 'list')) {
    const want = TOLD[cellTitle(cell)] ?? BEYOND[cell.door] ?? 'OK';
    const isOneRowRead = cell.door.startsWith('query ') && endpointKind(cell.door) !== 'own';
    const others = isOneRowRead ? ofTheCrowd : () => somebodyFor(cell);
    let { code, text } = await answered(cell, placeOf(cell), others);
    // An earlier change of the row may have caused the answer, so the call is repeated on a new row.
    const name = fixtureName(cell);
    if (code !== want || (want !== 'OK' && changed.has(name))) {
      await replace(cell);
      changed.delete(name);
      ({ code, text } = await answered(cell, placeOf(cell), others));
    }
    if (code === 'OK' && cell.door.startsWith('mutation ')) changed.add(name);
    if (code !== want) unlike.push(`${cellTitle(cell)}: ${text.slice(0, 150)}, not ${want}`);
  }
  expect(unlike).toEqual([]);
}, 600_000);

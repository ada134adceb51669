import type { ViewerRelation } from '../../../apps/cli/policy-matrix/policy-cases.js';
import { type MatrixAction, actionsOf, splitAction } from '../../laws/endpoints/endpoint-row.js';
import { ENDPOINT_ROWS } from '../../laws/endpoints/endpoint-rows.js';
import { expectedAnswer } from '../../laws/policy/expected-cells.js';
import { EXPECTED_MATRIX } from '../../laws/expected-matrix.js';
import { useApp } from '../../support/app/app.js';
import { type Requester, sendForm, sendJson } from '../../support/app/client.js';
import { tableChecksums } from '../../support/matrix/hidden-rows.js';
import {
  requesterOfColumn,
  HTTP_COLUMNS,
  type HttpColumn,
} from '../../support/matrix/matrix-people.js';
import { fixtureName, statesOf } from '../../support/matrix/matrix-cells.js';
import { MATRIX_FIXTURES } from '../../support/matrix/matrix-fixtures.js';
import { TEST_PASSWORD } from '../../support/app/test-password.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';

/** Tests the permission matrix on endpoints outside GraphQL: sockets, forms and the export. See permission-matrix.api.spec.ts. */

const app = useApp({ TRAMA_WORKER: '0' });
const crowd = new Map<HttpColumn, Requester>();
beforeAll(async () => {
  await makeReviewers(app);
  for (const column of HTTP_COLUMNS) crowd.set(column, await requesterOfColumn(app, column));
}, 120_000);
afterEach(closeAllSockets);

/**
 * Returns whether the matrix allows the action for this column and relation. An ended account has no session, so it
 * counts as anonymous.
 */
function may(
  action: MatrixAction,
  variant: string,
  column: HttpColumn,
  relation: ViewerRelation,
): boolean {
  const [subject, verb] = splitAction(action);
  const as = column === 'FO' ? 'AN' : column;
  const known = as === 'AN' ? 'none' : relation;
  return expectedAnswer(EXPECTED_MATRIX, { subject, variant, action: verb }, as, known) === 'A';
}

const doorsLike = (form: RegExp) => Object.keys(ENDPOINT_ROWS).filter((door) => form.test(door));
const actionOf = (door: string) => actionsOf(ENDPOINT_ROWS[door]!)[0]!;

/** Channels are watched in each state of `query messages`. */
const WATCHED = doorsLike(/^emit watch /).flatMap((door) =>
  (door === 'emit watch channel' ? statesOf('query messages') : ['']).map(
    (variant) => [door, variant] as const,
  ),
);

it.each(WATCHED)(
  '%s %s admits exactly the accounts that the matrix allows',
  async (door, variant) => {
    const [subject] = splitAction(actionOf(door));
    const key = door.split(' ')[2]!;
    const place = await MATRIX_FIXTURES[fixtureName({ subject, variant })]!(app);
    const others = HTTP_COLUMNS.map((column) => [column, 'none', crowd.get(column)!] as const);
    const unlike: string[] = [];
    let heard = 0;
    for (const [column, relation, who, id = place.id] of [...others, ...place.people]) {
      // A refused handshake counts as a refused subscription.
      const ear = await openSocket(who).catch(() => undefined);
      const answer = ear ? await ear.emit('watch', { [key]: id }) : { code: 'REFUSED' };
      ear?.socket.disconnect();
      // Suspended members have no sockets, also for what they may read.
      const isLet = column !== 'SP' && may(actionOf(door), variant, column, relation);
      const want = isLet ? { ok: true } : { code: 'NOT_FOUND' };
      if (ear) heard += 1;
      if (ear ? JSON.stringify(answer) !== JSON.stringify(want) : isLet)
        unlike.push(`${column} · ${relation}: ${JSON.stringify(answer)}`);
    }
    expect(unlike).toEqual([]);
    expect(heard).toBeGreaterThan(place.people.length);
  },
);

/** The effect of each form on an application in the state that the form requires. */
const FORMS: Readonly<Record<string, { state: string; fields?: object; becomes: string }>> = {
  answer: { state: 'asked', fields: { answer: 'Desde 2019.' }, becomes: 'inReview' },
  appeal: { state: 'declined', fields: { appeal: 'Hay algo más.' }, becomes: 'appealed' },
  withdraw: { state: '', becomes: 'withdrawn' },
  delete: { state: '', becomes: 'gone' },
};

it.each(doorsLike(/^POST \/:language\/join\/status\/./))(
  '%s changes the application only when its own applicant sends it',
  async (door) => {
    const act = door.split('/').at(-1)!;
    const { state, fields, becomes } = FORMS[act]!;
    const place = await MATRIX_FIXTURES[state ? `Application, ${state}` : 'Application']!(app);
    const post = (who: Requester) =>
      sendForm(who, door.slice(5).replace(':language', 'es'), { id: place.id, ...fields });
    const stage = async () => {
      const sql = 'select stage from application where id = $1';
      return (await app.db.query<{ stage: string }>(sql, [place.id]))[0]?.stage ?? 'gone';
    };
    const others = HTTP_COLUMNS.map((column) => [column, 'none', crowd.get(column)!] as const);
    const related = [...others, ...place.people];
    const before = await tableChecksums(app);
    for (const [column, relation, who] of related) {
      if (may(actionOf(door), state, column, relation)) continue;
      const { status } = await post(who);
      expect({ column, relation, isBroken: status >= 500 }).toMatchObject({ isBroken: false });
    }
    expect(await tableChecksums(app)).toEqual(before);
    const those = related.filter(([column, relation]) =>
      may(actionOf(door), state, column, relation),
    );
    expect(those.map(([column, relation]) => `${column} ${relation}`)).toEqual(['AP own']);
    await post(those[0]![2]);
    expect(await stage()).toBe(becomes);
  },
);

it('POST /auth/export gives each account its own data and refuses a request without a session', async () => {
  const door = 'POST /auth/export';
  for (const [column, who] of crowd) {
    const { status } = await sendJson(who, '/auth/export', { password: TEST_PASSWORD });
    const isLet = may(actionOf(door), '', column, 'own');
    const isNobody = column === 'AN' || column === 'FO';
    const want = isLet ? 200 : isNobody ? 401 : 403;
    expect({ column, status }).toEqual({ column, status: want });
  }
});

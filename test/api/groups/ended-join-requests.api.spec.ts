import type { Client } from 'pg';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { planStatistics, queryPlans } from '../../support/app/query-plans.js';
import {
  recordStatementsWithValues,
  type SentStatement,
} from '../../support/app/record-statements.js';
import { factories } from '../../support/factories/factories.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  LEAVE_GROUP,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';

const QUESTION = '¿Con quién trabajas?';
const ENDED = 'query ($id: ID!) { endedJoinRequests(groupId: $id) { name } }';

const app = useApp({ TRAMA_WORKER: '0' });

it('a steward reads no accepted request of a member who took another name in the group since then', async () => {
  const { ada, eve, fay } = await makePeople(app, {
    ...{ ada: 'steward', eve: 'outsider', fay: 'outsider' },
  });
  for (const who of [eve, fay]) await factories.profile(who);
  const { id: groupId } = await factories.group(app, { steward: ada, questions: [QUESTION] });
  const ended = async (who: Person): Promise<string[]> =>
    (await apiAs(who).ask(ENDED, { id: groupId })).endedJoinRequests.map(
      ({ name }: { name: string }) => name,
    );
  const membershipOf = async ({ accountId }: Person) => {
    const [row] = await app.db.query<{ id: string }>(
      'select id from membership where account_id = $1 and group_id = $2 and ended_at is null',
      [accountId, groupId],
    );
    return row!.id;
  };
  const answers = [{ question: QUESTION, answer: 'Con la radio.' }];
  const join = async (who: Person, said: object = {}) => {
    const input = { groupId, answers, ...said };
    const { id } = (await apiAs(who).ask(ASK_TO_JOIN, { input })).requestToJoin;
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
  };
  await join(eve);
  await join(fay, { personaName: 'Marea' });
  expect((await ended(ada)).toSorted()).toEqual(['Marea', eve.name].toSorted());
  const membershipId = await membershipOf(eve);
  await apiAs(eve).ask(SET_PERSONA, { input: { membershipId, name: 'Bruma' } });
  expect(await ended(ada)).toEqual(['Marea']);
  expect(await ended(eve)).toEqual([eve.name]);
  // After they leave, the request would come back at the moment at which the other name is gone.
  for (const who of [eve, fay]) await apiAs(who).ask(LEAVE_GROUP, { id: await membershipOf(who) });
  expect(await ended(ada)).toEqual(['Marea']);
  app.clock.move(1_000);
  await join(fay);
  expect(await ended(ada)).toEqual([fay.name]);
  expect(await ended(fay)).toHaveLength(2);
});

describe('the answer of a group whether the viewer has an ended request', () => {
  const HAS = '{ groups { items { id hasMyEndedRequest } } }';
  const answers = [{ question: QUESTION, answer: 'Con la radio.' }];
  const has = async (who: Person) =>
    new Map(
      (await apiAs(who).ask(HAS)).groups.items.map(({ id, hasMyEndedRequest }) => [
        id,
        hasMyEndedRequest,
      ]),
    );

  it('is true only for the requester, and only while the answers exist', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ...{ ada: 'steward', ben: 'member', eve: 'outsider' },
    });
    await factories.profile(eve);
    const { id: groupId } = await factories.group(app, { steward: ada, questions: [QUESTION] });
    const { id: other } = await factories.group(app, { steward: ada, questions: [QUESTION] });
    const ask = async (id: string) =>
      (await apiAs(eve).ask(ASK_TO_JOIN, { input: { groupId: id, answers } })).requestToJoin.id;
    const id = await ask(groupId);
    await ask(other);
    expect((await has(eve)).get(groupId)).toBe(false);
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
    const ofEve = await has(eve);
    expect([ofEve.get(groupId), ofEve.get(other)]).toEqual([true, false]);
    for (const who of [ada, ben]) expect((await has(who)).get(groupId)).toBe(false);
    app.clock.move(30 * DAY);
    expect((await has(await signInAgain(eve))).get(groupId)).toBe(false);
  });

  describe('among many requests', () => {
    const GROUPS = 40;
    const REQUESTS_PER_GROUP = 500;
    const toJoinRequests = ({ text }: SentStatement) => /from "join_request"/i.test(text);
    let world: { ada: Person; eve: Person; groupId: string };
    let db: Client;
    beforeAll(async () => {
      const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
      await factories.profile(eve);
      const { id: groupId } = await factories.group(app, { steward: ada, questions: [QUESTION] });
      world = { ada, eve, groupId };
      db = await app.db.connect();
      // Every tenth request still has its answers.
      await db.query(
        `with groups as (
           insert into "group" (slug, name, purpose, access, is_listed)
           select 'g-' || n, 'Grupo ' || n, 'Radio', 'request', true from generate_series(1, ${GROUPS}) n returning id),
         accounts as (
           insert into account (standing) select 'member' from generate_series(1, ${REQUESTS_PER_GROUP}) returning id),
         numbered as (select id, row_number() over () as n from accounts)
         insert into join_request (group_id, account_id, state, decided_at, answers)
         select g.id, a.id, 'declined', now(), case when a.n % 10 = 0 then '\\x00'::bytea end
         from numbered a cross join (select id from groups union all select '${groupId}') g`,
      );
      await db.query('vacuum analyze join_request');
    }, 60_000);
    afterAll(() => db.end());

    it('takes one statement for all groups and reads only own requests', async () => {
      const sent = await recordStatementsWithValues(() => has(world.eve));
      const statements = sent.filter(toJoinRequests);
      expect(statements).toHaveLength(1);
      for (const plan of await queryPlans(db, statements[0]!)) {
        const { scans, read } = planStatistics(plan);
        expect([scans, read]).toEqual([[], 0]);
      }
    });

    it.each(['ada', 'eve'] as const)(
      'the list of one group reads only the requests of the group that have answers (%s)',
      async (who) => {
        const { groupId } = world;
        const list = () => apiAs(world[who]).raw(ENDED, { id: groupId });
        const statements = (await recordStatementsWithValues(list)).filter(toJoinRequests);
        for (const plan of await queryPlans(db, statements[0]!))
          expect(planStatistics(plan).scans).not.toContain('join_request');
      },
    );
  });
});

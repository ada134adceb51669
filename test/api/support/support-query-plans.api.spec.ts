import type { Client } from 'pg';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { encodeCursor } from '#kernel/pagination.js';
import { Sealer } from '#kernel/sealed-box.js';
import { queueQuery } from '#support/requests/support-queue.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { planStatistics, queryPlans } from '../../support/app/query-plans.js';
import { recordStatementsWithValues } from '../../support/app/record-statements.js';
import { REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { partIdOf } from '../../support/factories/support/case-team.js';
import { makeSupporter } from '../../support/factories/support-requests.js';
import { makeCase } from '../../support/messages/case-threads.js';

const REQUESTS = 5_000;
const PAGE = 21;
const UNKNOWN = '3f1d2c3b-0000-4000-8000-000000000000';

/** Lists of requests and cases that the screens of a member and a supporter show. */
const LISTS = [
  'supportQueue { items { id } }',
  ...['mySupportCases { id }', 'supportRequestsWaiting', 'caseOffers { id }'],
  ...['mySupportRequests { id }', 'supportNews', 'myIntroductoryCalls { endsAt }'],
  ...[
    'helperCases { id }',
    'partnerCases { id }',
    'partnerInvitations { id }',
    'caseThreads { channelId }',
  ],
];

describe('the query plan of the support queue', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let db: Client;
  beforeAll(async () => {
    db = await app.db.connect();
    const sealer = await Sealer.of(app.config.sealKeyFile);
    await db.query(
      `with asking as (insert into account (standing) select 'member' from generate_series(1, 500) returning id),
       numbered as (select id, row_number() over () as n from asking)
       insert into support_request
         (requester_id, send_key, input_hash, number, kind, priority, languages, stage, due_at, closed_at, key, content)
       select a.id, gen_random_uuid(), '\\x00', 100000 + s.n, 'care', s.n % 2, '{language:es}',
         case when s.n % 5 = 0 then 'waiting' else 'withdrawn' end, now() + s.n * interval '1 minute',
         case when s.n % 5 = 0 then null else now() end, $1::bytea, '\\x00'
       from generate_series(1, ${REQUESTS}) s (n) join numbered a on a.n = 1 + s.n % 500`,
      [sealer.close('key')], // Lists open no content, so any key does.
    );
    await db.query('vacuum analyze support_request');
    await db.query('vacuum analyze account');
  }, 60_000);
  afterAll(() => db.end());

  it('reads no other requests than those of the viewer to list them for supporter, requester and helper', async () => {
    const supporter = await makeSupporter(app);
    await db.query(
      `update support_request set stage = 'accepted', assignee_id = $1
       where id = (select id from support_request where stage = 'waiting' order by number limit 1)`,
      [supporter.accountId],
    );
    const statements = await recordStatementsWithValues(async () => {
      for (const list of LISTS) await apiAs(supporter).ask(`{ ${list} }`);
    });
    const ofRequests = statements.filter(({ text }) => /support_request\b/.test(text));
    expect(ofRequests.length).toBeGreaterThanOrEqual(LISTS.length);
    const scanning = [];
    for (const statement of ofRequests) {
      const plans = await queryPlans(db, statement);
      if (plans.some((plan) => planStatistics(plan).scans.includes('support_request')))
        scanning.push(statement.text);
    }
    expect(scanning).toEqual([]);
  });

  it.each([
    ['first page', null],
    ['later page', encodeCursor([1, new Date(0).toISOString(), crypto.randomUUID()])],
  ])('reads only the rows of a page (%s)', async (_, after) => {
    const supporter = await makeSupporter(app);
    const viewer = await app.get(ViewerLoader).byAccount(supporter.accountId);
    const query = queueQuery(app.get(AccessService), viewer!, after).take(PAGE);
    const [text, values] = query.getQueryAndParameters();
    for (const plan of await queryPlans(db, { text, values: values as unknown[] })) {
      const { scans, read } = planStatistics(plan);
      expect(scans).not.toContain('support_request');
      expect(read).toBeLessThan(PAGE * 20);
    }
  });

  it('finds the threads of a supporter who leads 50 cases and joined 50 by indexes', async () => {
    const { accountId } = await makeSupporter(app);
    await db.query(
      `update support_request set stage = 'accepted', assignee_id = $1
       where id in (select id from support_request where stage = 'waiting' order by number limit 50)`,
      [accountId],
    );
    await db.query(
      `with chosen as (
         select id from support_request where stage = 'waiting' order by number limit 50),
       changed as (
         update support_request r set stage = 'accepted' from chosen c where r.id = c.id returning r.id)
       insert into case_supporter (request_id, account_id, would_lead) select id, $1, false from changed`,
      [accountId],
    );
    await db.query(
      `insert into case_supporter (request_id, account_id, would_lead)
       select r.id, a.id, false from (select id from support_request where stage = 'withdrawn' limit 300) r,
         (select id from account where id <> $1 limit 10) a`,
      [accountId],
    );
    await db.query(
      `insert into channel (name, case_id, thread)
       select '', r.id, t from support_request r, unnest(array['requester', 'internal']) t
       where r.stage in ('accepted', 'withdrawn')`,
    );
    await db.query('analyze support_request, case_supporter, channel, account');
    const text = 'select channel_id from case_thread_reader where account_id = $1';
    expect((await db.query(text, [accountId])).rows).toHaveLength(200);
    for (const plan of await queryPlans(db, { text, values: [accountId] })) {
      const { scans, read } = planStatistics(plan);
      for (const table of ['support_request', 'case_supporter', 'channel'])
        expect(scans).not.toContain(table);
      expect(read).toBeLessThan(200 * 10);
    }
  });

  it('finds the people of a case by index for its page, for a report and when it is destroyed', async () => {
    await db.query(
      `with numbered as (select id, row_number() over (order by id) as n from account)
       insert into participation (case_id, account_id, is_supporter, ended_at)
       select r.id, a.id, a.n % 4 > 0, now()
       from support_request r join numbered a on a.n / 4 = r.number % 125`,
    );
    await db.query('vacuum analyze participation');
    const { requester, supporter, requestId } = await makeCase(app);
    const statements = await recordStatementsWithValues(async () => {
      const team = 'query ($id: ID!) { caseTeam(id: $id) { earlier { id } supporterAuthorIds } }';
      for (const who of [requester, supporter]) await apiAs(who).ask(team, { id: requestId });
      const said = { reason: 'harassment', note: 'Me llamó de noche.' };
      const subjectId = await partIdOf(supporter, requestId);
      const input = { subject: 'Supporter', subjectId, ...said };
      await apiAs(requester).ask(REPORT_SUBJECT, { input });
    });
    const reads = statements.filter(({ text }) => /\b(participation|known_supporter)\b/.test(text));
    expect(reads.length).toBeGreaterThanOrEqual(4);
    // The foreign key deletes by this statement.
    const cascade = { text: 'delete from participation where case_id = $1', values: [UNKNOWN] };
    for (const statement of [...reads, cascade])
      for (const plan of await queryPlans(db, statement)) {
        const { scans, read } = planStatistics(plan);
        expect(scans).not.toContain('participation');
        expect(read).toBeLessThan(50);
      }
  });
});

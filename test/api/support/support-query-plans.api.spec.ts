import type { Client } from 'pg';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { encodeCursor } from '#kernel/pagination.js';
import { queueQuery } from '#support/requests/support-queue.service.js';
import { useApp } from '../../support/app/app.js';
import { planStatistics, queryPlans } from '../../support/app/query-plans.js';
import { makeSupporter } from '../../support/factories/support-requests.js';

const REQUESTS = 5_000;
const PAGE = 21;

describe('the query plan of the support queue', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let db: Client;
  beforeAll(async () => {
    db = await app.db.connect();
    await db.query(
      `with asking as (insert into account (standing) select 'member' from generate_series(1, 500) returning id),
       numbered as (select id, row_number() over () as n from asking)
       insert into support_request
         (requester_id, send_key, input_hash, number, kind, priority, languages, stage, due_at, closed_at, key, content)
       select a.id, gen_random_uuid(), '\\x00', 100000 + s.n, 'care', s.n % 2, '{language:es}',
         case when s.n % 5 = 0 then 'waiting' else 'withdrawn' end, now() + s.n * interval '1 minute',
         case when s.n % 5 = 0 then null else now() end, '\\x00', '\\x00'
       from generate_series(1, ${REQUESTS}) s (n) join numbered a on a.n = 1 + s.n % 500`,
    );
    await db.query('vacuum analyze support_request');
    await db.query('vacuum analyze account');
  }, 60_000);
  afterAll(() => db.end());

  it('finds expired claims by their index', async () => {
    const text = 'select 1 from support_request where claim_ends_at <= $1 limit 1';
    // TypeORM names no statement, so the plan always knows the time.
    const [plan] = await queryPlans(db, { text, values: [new Date()] });
    expect(planStatistics(plan!).scans).toEqual([]);
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
});

import type { Client } from 'pg';
import { OTHER_MEMBER_NAMES_SQL } from '#groups/members/persona-names.js';
import { startApp, type TestApp } from '../../support/app/app.js';
import { queryPlans, planStatistics } from '../../support/app/query-plans.js';
import { factories } from '../../support/factories/factories.js';
import { makePeople } from '../../support/factories/make-people.js';

/** Number of memberships in other groups; every second one has ended. */
const MEMBERSHIPS = 20_000;
const GROUPS = 200;

describe('the query plan of the persona name check', () => {
  let app: TestApp;
  let db: Client;
  beforeAll(async () => {
    app = await startApp();
    db = await app.db.connect();
  }, 60_000);
  afterAll(async () => {
    await db.end();
    await app.stop();
  });

  it('reads only the memberships of one group', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    await db.query(
      `with groups as (
         insert into "group" (slug, name, purpose, access, is_listed)
         select 'g-' || n, 'Grupo ' || n, 'Radio', 'open', true from generate_series(1, ${GROUPS}) n returning id),
       numbered as (select id, row_number() over () as n from groups),
       accounts as (insert into account (standing) select 'member' from generate_series(1, 100) returning id),
       people as (select id, row_number() over () as n from accounts)
       insert into membership (account_id, group_id, joined_at, ended_at)
       select p.id, g.id, now() - interval '1 day', case when p.n % 2 = 0 then now() end from people p cross join numbered g`,
    );
    await db.query('vacuum analyze membership');
    const values = [group.id, ben.accountId];
    for (const plan of await queryPlans(db, { text: OTHER_MEMBER_NAMES_SQL, values })) {
      const { scans, read } = planStatistics(plan);
      expect(scans).not.toContain('membership');
      expect(read).toBeLessThan(MEMBERSHIPS / GROUPS);
    }
  });
});

import { AuditService } from '#audit/audit.service.js';
import { Viewer } from '#policy/viewer.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { makeApplicant, makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makePerson } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const MANY = 105;

async function walked(who: Requester, list: (after: string) => string, name: string) {
  const ids: string[] = [];
  for (let after: string | null = null, pages = 0; pages < 20; pages++) {
    const page: Page = (
      await apiAs(who).ask<Record<string, Page>>(`{ ${list(after ? `after: "${after}"` : '')} }`)
    )[name]!;
    ids.push(...page.items.map(({ id }) => id));
    after = page.nextCursor;
    if (after === null) break;
  }
  return ids;
}

interface Page {
  readonly items: readonly { id: string }[];
  readonly nextCursor: string | null;
}

async function isWhole(made: Promise<{ id: string }[]>, ids: string[]) {
  expect(ids.toSorted()).toEqual((await made).map(({ id }) => id).toSorted());
}

it('paging returns each audit entry exactly once, also when all entries were created in the same millisecond', async () => {
  const auditor = await makePerson(app, 'aud', 'auditor');
  const said = { action: 'claim', subjectType: 'Application' };
  const moment = app.clock.now();
  app.clock.now = () => moment;
  await app.db.write(async () => {
    const audit = app.get(AuditService);
    for (let n = 0; n < MANY; n++) await audit.record(Viewer.system('a test'), said);
  });
  const made = app.db.query<{ id: string }>('select id from audit_entry');
  const list = (after: string) =>
    `auditRecords${after && `(${after})`} { items { id } nextCursor }`;
  await isWhole(made, await walked(auditor, list, 'auditRecords'));
});

it('paging returns each group exactly once, also when all groups were created in the same millisecond', async () => {
  const eve = await makePerson(app, 'eve', 'outsider');
  const made = app.db.query<{ id: string }>(
    `insert into "group" (name, purpose, is_listed, access, slug)
     select 'g' || n, 'x', true, 'open', 'g-' || n from generate_series(1, ${MANY}) n returning id`,
  );
  await made;
  const list = (after: string) => `groups${after && `(${after})`} { items { id } nextCursor }`;
  await isWhole(made, await walked(eve, list, 'groups'));
});

it('paging returns each vouch exactly once, also when all vouches were created in the same millisecond', async () => {
  await makeReviewers(app);
  const ana = await makePerson(app, 'ana', 'member');
  for (let n = 0; n < 3; n++) await makeApplicant(app);
  for (let n = 0; n < MANY - 3; n++) {
    await app.db.query(
      `with a as (insert into account (standing, language) values ('applicant', 'es') returning id)
       insert into application (account_id, stage, vouch_code, send_hash, answers, answers_hash, submitted_at, waits_since)
       select a.id, o.stage, o.vouch_code || $1::text, null, o.answers, o.answers_hash, o.submitted_at, o.waits_since
       from a, (select * from application limit 1) o`,
      [n],
    );
  }
  const made = app.db.query<{ id: string }>(
    `insert into vouch (voucher_id, application_id, attestations)
     select $1, id, '{workedTogether}' from application returning id`,
    [ana.accountId],
  );
  await made;
  const list = (after: string) => `myVouches${after && `(${after})`} { items { id } nextCursor }`;
  await isWhole(made, await walked(ana, list, 'myVouches'));
});

import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupsJobs } from '#groups/groups.jobs.js';
import { DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  ACCEPT_SUCCESSION,
  DECLINE_SUCCESSION,
  LEAVE_WITHOUT_STEWARD,
} from '../../support/factories/group-documents.js';
import { type Person, signInAgain } from '../../support/factories/make-people.js';
import { REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { successionSteps } from '../../support/factories/succession.js';

const REQUEST = 'query ($id: ID!) { successionRequest(requestId: $id) { state viewerCan } }';

const app = useApp({ TRAMA_WORKER: '0' });
const { drain, pass, suspend, held, requestsTo, asked, answer } = successionSteps(app);

it('ends a request of an earlier vacancy whose end was not settled before the steward was lost again', async () => {
  const { ste, ana, fac } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const [request] = await requestsTo(fac);
  const standing = app.get(StandingService);
  await app.db.write(() => standing.restore(ste.accountId));
  await app.db.write(() => standing.suspend(ste.accountId, app.clock.in(90 * DAY)));
  await drain();
  expect(await asked(fac, ana)).toEqual([]);
  const own = await apiAs(await signInAgain(fac)).ask(REQUEST, { id: request!.id });
  expect(own.successionRequest).toEqual({ state: 'ended', viewerCan: ['read'] });
  await pass(14 * DAY);
  expect(await asked(fac, ana)).toEqual(['fac']);
});

it('refuses an acceptance in the first month and of a suspended member', async () => {
  const { ste, ana, ben, fac } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const [request] = await requestsTo(fac);
  const probation = `update account set probation_ends_at = $2 where id = $1`;
  await app.db.query(probation, [fac.accountId, app.clock.in(DAY)]);
  await expect(
    apiAs(await signInAgain(fac)).ask(ACCEPT_SUCCESSION, { id: request!.id }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'membership.probation' });
  // The job then asks the next member.
  await pass(0);
  expect(await asked(fac, ana, ben)).toEqual(['ana']);
  const [anas] = await requestsTo(ana);
  await app.db.query(`update account set standing = 'suspended' where id = $1`, [ana.accountId]);
  expect(await answer(ana, ACCEPT_SUCCESSION, anas!.id)).not.toBe('OK');
});

it('does not ask a member whose account is being deleted, and asks the next one when that begins', async () => {
  const { ste, ana, ben, fac } = await held();
  const deleting = `update account set deletion_due_at = $2 where id = $1`;
  await app.db.query(deleting, [fac.accountId, app.clock.in(90 * DAY)]);
  await suspend(ste);
  await pass(14 * DAY);
  expect(await asked(fac, ana, ben)).toEqual(['ana']);
  await app.db.query(deleting, [ana.accountId, app.clock.in(90 * DAY)]);
  await pass(0);
  expect(await asked(fac, ana, ben)).toEqual(['ben']);
});

it('one group that fails does not keep the job from the others', async () => {
  const groups = [await held(), await held(), await held()];
  for (const { ste } of groups) await suspend(ste);
  const [first] = groups.toSorted((a, b) => (a.group.id < b.group.id ? -1 : 1));
  // The group's only candidate row cannot be stored.
  await app.db.query(
    `alter table succession_request add constraint fails check (group_id <> '${first!.group.id}')`,
  );
  try {
    app.clock.move(14 * DAY);
    await expect(app.get(GroupsJobs).searchStewards()).rejects.toThrow();
    for (const { fac } of groups.filter((group) => group !== first))
      expect(await asked(fac)).toEqual(['fac']);
  } finally {
    await app.db.query('alter table succession_request drop constraint fails');
  }
  await pass(0);
  expect(await asked(first!.fac)).toEqual(['fac']);
});

it('a request ends when the group is archived', async () => {
  const { ste, ana, fac, group } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const [request] = await requestsTo(fac);
  await app.db.write(() => app.get(GroupArchiveService).archive(group.id));
  await expect(
    apiAs(await signInAgain(fac)).ask(ACCEPT_SUCCESSION, { id: request!.id }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'group.archived' });
  await drain();
  const own = await apiAs(await signInAgain(fac)).ask(REQUEST, { id: request!.id });
  expect(own.successionRequest).toEqual({ state: 'unanswered', viewerCan: ['read'] });
  await pass(7 * DAY);
  expect(await asked(fac, ana)).toEqual([]);
});

it('a group without a steward can be reported; the last steward answers for it', async () => {
  const { ste, ana, ben, group, idOf } = await held();
  const report = async (who: Person) =>
    apiAs(await signInAgain(who)).code(REPORT_SUBJECT, {
      input: { subject: 'Group', subjectId: group.id, reason: 'hate', note: '' },
    });
  const reportedIds = async () =>
    (
      await app.db.query<{ id: string }>(
        `select m.reported_id as id from matter m join report r on r.matter_id = m.id
         where r.subject_key = $1 order by r.created_at`,
        [group.id],
      )
    ).map(({ id }) => id);
  await apiAs(await signInAgain(ste)).ask(LEAVE_WITHOUT_STEWARD, { id: await idOf(ste) });
  await drain();
  expect(await report(ana)).toBe('OK');
  expect(await reportedIds()).toEqual([ste.accountId]);
  await app.db.write(() => app.get(AccountDeletionService).end(ste.accountId));
  await drain();
  // The erasure of an account takes the matter about it.
  expect(await report(ben)).toBe('OK');
  expect(await report(ana)).toBe('OK');
  expect(await reportedIds()).toEqual([ana.accountId, ben.accountId]);
});

it('requests are in the export of the asked member, end with their account, and are deleted after 90 days', async () => {
  const { ste, ana, ben, fac, group } = await held();
  await suspend(ste);
  await pass(14 * DAY);
  const rows = () =>
    app.db.query('select 1 from succession_request where group_id = $1', [group.id]);
  const [request] = await requestsTo(fac);
  expect(await answer(fac, DECLINE_SUCCESSION, request!.id)).toBe('OK');
  expect(await rows()).toHaveLength(2);
  await app.db.write(() => app.get(AccountDeletionService).end(ana.accountId));
  await drain();
  expect(await rows()).toHaveLength(2);
  app.clock.move(90 * DAY);
  await app.get(RetentionService).run('successionRequest');
  // The search still goes on: nobody is asked twice in it.
  expect(await rows()).toHaveLength(2);
  await pass(0);
  expect(await asked(fac, ben)).toEqual([]);
  await app.get(RetentionService).run('successionRequest');
  expect(await rows()).toEqual([]);
});

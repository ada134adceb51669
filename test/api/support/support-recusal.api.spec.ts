import { ViewerLoader } from '#access/viewer.loader.js';
import { MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { OwnRequestsService } from '#support/requests/own-requests.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { DutiesService } from '#members/duties.service.js';
import { DutyName } from '#members/duty.entity.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { StandingService } from '#members/standing.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { openSocket, closeAllSockets } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  giveVouchByCode,
  makeApplicant,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { makeGroup } from '../../support/factories/make-groups.js';
import { waitUntil } from '../../support/wait-until.js';
import { makePerson, signInAgain, type Person } from '../../support/factories/make-people.js';
import {
  ASK_SUPPORT,
  askForSupport,
  askSupportInput,
  makeSupporter,
  requesterActions,
  SUPPORT_QUEUE,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();
afterEach(closeAllSockets);

const member = () => makePerson(app, 'nayra', 'member');
const ally = (one: Person, other: Person) =>
  app.db.write(() => app.get(AlliancesService).start(one.accountId, other.accountId));
const stageOf = async (id: string) =>
  (await app.db.query('select stage, assignee_id from support_request where id = $1', [id]))[0];

it('a recused or excluded supporter finds no trace of a request', async () => {
  const [tied, excluded, free] = [
    await makeSupporter(app),
    await makeSupporter(app),
    await makeSupporter(app),
  ];
  const requester = await member();
  await ally(tied, requester);
  // The alliance itself reloads the lists of the supporter.
  await waitForJobs(app);
  const before = await Promise.all(
    [tied, excluded].map(
      async (who) => (await apiAs(who).ask('{ supportRequestsWaiting }')).supportRequestsWaiting,
    ),
  );
  const sockets = [await openSocket(tied), await openSocket(excluded)];
  const id = await askForSupport(requester, { excludedIds: [excluded.supporterId] });
  await supporterActions(free).take(id);
  await supporterActions(free).close(id);
  const deletedId = await askForSupport(requester, { excludedIds: [excluded.supporterId] });
  await supporterActions(free).claim(deletedId);
  await supporterActions(free).release(deletedId);
  await requesterActions(requester).delete(deletedId);
  const waitingId = await askForSupport(requester, { excludedIds: [excluded.supporterId] });
  await waitForJobs(app);
  for (const [at, who] of [tied, excluded].entries()) {
    expect(await supporterActions(who).ids()).not.toContain(waitingId);
    expect(await supporterActions(who).claimCode(waitingId)).toBe('NOT_FOUND');
    const { supportRequestsWaiting } = await apiAs(who).ask('{ supportRequestsWaiting }');
    expect(supportRequestsWaiting).toBe(before[at]);
    expect(JSON.stringify(sockets[at]!.frames)).not.toContain('supportCase');
  }
  expect(await supporterActions(free).ids()).toContain(waitingId);
});

it('a supporter cannot list or claim their own request', async () => {
  const supporter = await makeSupporter(app);
  const id = await askForSupport(supporter);
  expect(await supporterActions(supporter).ids()).not.toContain(id);
  expect(await supporterActions(supporter).claimCode(id)).toBe('NOT_FOUND');
  expect((await requesterActions(supporter).one(id)).stage).toBe('waiting');
});

it.each(['tie', 'exclusion'] as const)(
  'a new %s closes the open page and returns the case to the queue',
  async (what) => {
    const supporter = await makeSupporter(app);
    const requester = await member();
    const id = await askForSupport(requester);
    await supporterActions(supporter).take(id);
    const socket = await openSocket(supporter);
    if (what === 'tie') await ally(supporter, requester);
    else await requesterActions(requester).exclude(id, [supporter.supporterId]);
    expect(await stageOf(id)).toEqual({ stage: 'waiting', assignee_id: null });
    expect(await supporterActions(supporter).openCode(id)).toBe('NOT_FOUND');
    await socket.until('news', (news) => news.subject === 'supportCase' && news.id === id);
    expect(await requesterActions(requester).one(id)).toMatchObject({ hasNews: true, reply: null });
  },
);

it('a supporter who decided against the requester is recused', async () => {
  const decider = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  expect(await supporterActions(decider).ids()).toContain(id);
  await app.db.query(
    `insert into decision (account_id, outcome, reason_class, words, vouches_needed, vouches_counted,
       is_founding_rule, decided_at, decider_ids, submitted_at, round)
     values ($1, 'decline', 'purpose', '', 0, 0, false, now(), array[$2::uuid], now(), 1)`,
    [requester.accountId, decider.accountId],
  );
  expect(await supporterActions(decider).ids()).not.toContain(id);
});

it('a supporter of a case is recused from vetting and moderating its requester, also after giving it back', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  const tied = async () =>
    (
      await app.db.query('select 1 from tie where account_id = $1 and other_id = $2', [
        ...[supporter.accountId, requester.accountId],
      ])
    ).length > 0;
  expect(await tied()).toBe(false);
  await supporterActions(supporter).claim(id);
  expect(await tied()).toBe(true);
  await supporterActions(supporter).release(id);
  expect(await tied()).toBe(true);
  expect(await supporterActions(supporter).ids()).toContain(id);
});

it.each<[string, (who: Person) => Promise<void>]>([
  [
    'loses the duty',
    async (who) => {
      const duty = (await app.get(DutiesService).of(who.accountId)).find(
        ({ name }) => name === DutyName.support,
      );
      await app.db.write(() => app.get(DutiesService).take(duty!));
    },
  ],
  [
    'is suspended',
    (who) => app.db.write(() => app.get(StandingService).suspend(who.accountId, app.clock.in(1e6))),
  ],
  ['is deleted', (who) => app.db.write(() => app.get(AccountDeletionService).end(who.accountId))],
])('a case returns to the queue in the transaction in which its supporter %s', async (_, act) => {
  const [supporter, next] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const [claimed, accepted] = [await askForSupport(requester), await askForSupport(requester)];
  await supporterActions(supporter).claim(claimed);
  await supporterActions(supporter).take(accepted);
  await act(supporter);
  for (const id of [claimed, accepted]) {
    expect(await stageOf(id)).toEqual({ stage: 'waiting', assignee_id: null });
    expect((await requesterActions(requester).one(id)).hasNews).toBe(true);
  }
  expect(await supporterActions(next).ids()).toEqual(expect.arrayContaining([claimed, accepted]));
});

it('a supporter who loses another duty keeps their cases', async () => {
  const supporter = await makeSupporter(app);
  await app.get(AccountsService).grantDuty(supporter.accountId, DutyName.vet);
  const id = await askForSupport(await member());
  await supporterActions(supporter).take(id);
  const duty = (await app.get(DutiesService).of(supporter.accountId)).find(
    ({ name }) => name === DutyName.vet,
  );
  await app.db.write(() => app.get(DutiesService).take(duty!));
  expect(await stageOf(id)).toEqual({ stage: 'accepted', assignee_id: supporter.accountId });
});

it('an excluded supporter who has the request loses it in the transaction of the exclusion', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  const viewer = await app.get(ViewerLoader).byAccount(requester.accountId);
  await app.db.write(async () => {
    const change = { requestId: id, add: [supporter.supporterId], remove: [] };
    await app.get(OwnRequestsService).exclude(viewer!, change);
    expect(await stageOf(id)).toEqual({ stage: 'waiting', assignee_id: null });
  });
});

it('every exclusion returns a claimed request to the queue, so that it does not disclose who claimed it', async () => {
  const [holder, other] = [await makeSupporter(app), await makeSupporter(app)];
  const seen: unknown[] = [];
  for (const excluded of [holder, other]) {
    const requester = await member();
    const id = await askForSupport(requester);
    await supporterActions(holder).claim(id);
    await requesterActions(requester).exclude(id, [excluded.supporterId]);
    const { stage, hasNews, returnedAt } = await requesterActions(requester).one(id);
    seen.push({ stage, hasNews, wasReturned: returnedAt !== null });
  }
  expect(seen[0]).toEqual({ stage: 'waiting', hasNews: true, wasReturned: true });
  expect(seen[1]).toEqual(seen[0]);
});

it('a supporter who vouches for the requester loses the case', async () => {
  await makeReviewers(app);
  const supporter = await makeSupporter(app);
  const requester = await makeApplicant(app);
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  await giveVouchByCode(supporter, (await requester.own()).vouchCode);
  expect(await stageOf(id)).toEqual({ stage: 'waiting', assignee_id: null });
});

it('a supporter loses the case when the requester gives up the persona in a small group of both', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const group = await makeGroup(app, { steward: supporter });
  const memberships = app.get(MembershipsService);
  const persona = { name: 'Luz', since: app.clock.now() };
  const { id: membershipId } = await app.db.write(() =>
    memberships.start(requester.accountId, group.id, MembershipRole.member, persona as never),
  );
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  expect(await stageOf(id)).toMatchObject({ stage: 'accepted' });
  await app.db.write(() => memberships.setPersona(membershipId, null));
  expect(await stageOf(id)).toEqual({ stage: 'waiting', assignee_id: null });
});

it('a job returns a case whose supporter may no longer read it', async () => {
  const supporter = await makeSupporter(app);
  const [kept, lost] = [await askForSupport(await member()), await askForSupport(await member())];
  const other = await makeSupporter(app);
  await supporterActions(other).take(kept);
  await supporterActions(supporter).take(lost);
  await app.db.query('delete from duty where account_id = $1', [supporter.accountId]);
  await app.get(SupportJobs).returnUnreadable();
  expect(await stageOf(lost)).toMatchObject({ stage: 'waiting' });
  expect(await stageOf(kept)).toMatchObject({ stage: 'accepted' });
});

describe('a change that commits while the supporter waits for its lock', () => {
  /** Runs the request of a supporter while the statement is uncommitted, and returns its code after COMMIT. */
  async function codeDuring(sql: string, id: string, request: () => Promise<string>) {
    const client = await app.db.connect();
    await client.query('begin');
    await client.query(sql, [id]);
    const code = request();
    const blocked = `select 1 from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`;
    await waitUntil('no request waits for the lock', async () => {
      await client.query('select pg_stat_clear_snapshot()');
      return ((await client.query(blocked)).rowCount ?? 0) > 0;
    });
    await client.query('commit');
    await client.end();
    return code;
  }

  it('closes a withdrawn request to its supporter', async () => {
    const supporter = await makeSupporter(app);
    const id = await askForSupport(await member());
    await supporterActions(supporter).claim(id);
    const withdraw = `update support_request set stage = 'withdrawn', assignee_id = null, claim_ends_at = null,
      closed_at = now() where id = $1`;
    expect(await codeDuring(withdraw, id, () => supporterActions(supporter).openCode(id))).toBe(
      'NOT_FOUND',
    );
  });

  it('prevents the claim of a supporter who is being suspended', async () => {
    const supporter = await makeSupporter(app);
    const id = await askForSupport(await member());
    const suspend = `update account set standing = 'suspended' where id = $1`;
    const code = await codeDuring(suspend, supporter.accountId, () =>
      supporterActions(supporter).claimCode(id),
    );
    expect(code).not.toBe('OK');
    expect(await stageOf(id)).toMatchObject({ stage: 'waiting' });
  });
});

it('a supporter has at most three unanswered claims, and 20 openings in 24 hours', async () => {
  const supporter = await makeSupporter(app);
  const ids: string[] = [];
  for (let at = 0; at < 4; at++) ids.push(await askForSupport(await member()));
  for (const id of ids.slice(0, 3)) await supporterActions(supporter).claim(id);
  await expect(supporterActions(supporter).claim(ids[3]!)).rejects.toMatchObject({
    ...{ code: 'TOO_MANY', reason: 'support.tooManyClaims' },
  });
  await supporterActions(supporter).claim(ids[0]!);
  for (const id of ids.slice(0, 3)) await supporterActions(supporter).release(id);
  // Reading the threads of cases does not count.
  await app.db.query(
    `insert into case_assignment (request_id, supporter_id, requester_id, thread_opened_at)
     select gen_random_uuid(), $1, r.requester_id, $2
     from support_request r, generate_series(1, 20) where r.id = $3`,
    [supporter.accountId, app.clock.now(), ids[3]],
  );
  await supporterActions(supporter).claim(ids[3]!);
  await supporterActions(supporter).release(ids[3]!);
  await app.db.query(
    `insert into case_assignment (request_id, supporter_id, requester_id, opened_at, ended_at)
     select gen_random_uuid(), $1, r.requester_id, $2, $2
     from support_request r, generate_series(1, 20) where r.id = $3`,
    [supporter.accountId, app.clock.now(), ids[3]],
  );
  await expect(supporterActions(supporter).claim(ids[3]!)).rejects.toMatchObject({
    ...{ code: 'TOO_MANY', reason: 'support.tooManyOpenings' },
  });
});

it('a requester who supports does not become recused from matters about their supporter', async () => {
  const [supporter, requester] = [await makeSupporter(app), await makeSupporter(app)];
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  const ties = await app.db.query(
    'select account_id from tie where account_id = any($1) and other_id = any($1)',
    [[supporter.accountId, requester.accountId]],
  );
  expect(ties).toEqual([{ account_id: supporter.accountId }]);
});

it('the deletion of the requester reloads the queue of supporters who saw a waiting request', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  await askForSupport(requester);
  await waitForJobs(app);
  const socket = await openSocket(supporter);
  await app.db.write(() => app.get(AccountDeletionService).end(requester.accountId));
  await socket.until('news', (news) => news.subject === 'supportCase');
});

it('the deletion of the requester destroys the case and closes the page of its supporter', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  const socket = await openSocket(supporter);
  await app.db.write(() => app.get(AccountDeletionService).end(requester.accountId));
  await socket.until('news', (news) => news.subject === 'supportCase' && news.id === id);
  expect(await stageOf(id)).toBeUndefined();
  expect(await supporterActions(supporter).openCode(id)).toBe('NOT_FOUND');
});

it('a suspended requester keeps their request but cannot ask again', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id, 'Seguimos.');
  await app.db.write(() =>
    app.get(StandingService).suspend(requester.accountId, app.clock.in(1e6)),
  );
  const suspended = await signInAgain(requester);
  expect(await requesterActions(suspended).one(id)).toMatchObject({ reply: 'Seguimos.' });
  expect(await apiAs(suspended).code(ASK_SUPPORT, { input: askSupportInput() })).toBe('FORBIDDEN');
  const { supportAsking } = await apiAs(suspended).ask('{ supportAsking { supporters { id } } }');
  expect(supportAsking.supporters).not.toEqual([]);
  await requesterActions(suspended).withdraw(id);
});

it('the requests of a member who becomes former end, so that they are destroyed after 90 days', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const [accepted, waiting] = [await askForSupport(requester), await askForSupport(requester)];
  await supporterActions(supporter).take(accepted);
  await app.db.write(() => app.get(StandingService).lapse(requester.accountId));
  for (const id of [accepted, waiting]) {
    expect(await stageOf(id)).toEqual({ stage: 'withdrawn', assignee_id: null });
  }
  expect(await supporterActions(supporter).openCode(accepted)).toBe('NOT_FOUND');
});

it('the queue is open to supporters, and FORBIDDEN for applicants, members and other duties', async () => {
  expect(await apiAs(await makeSupporter(app)).code(SUPPORT_QUEUE)).toBe('OK');
  for (const kind of ['member', 'moderator', 'administrator', 'auditor', 'applicant'] as const) {
    const who = await makePerson(app, kind, kind);
    expect(await apiAs(who).code(SUPPORT_QUEUE)).toBe('FORBIDDEN');
  }
});

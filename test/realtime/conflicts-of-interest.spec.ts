import { randomUUID } from 'node:crypto';
import { EventsWorker } from '#events/events.worker.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { actionsOf, splitAction } from '../laws/endpoints/endpoint-row.js';
import { ENDPOINT_ROWS } from '../laws/endpoints/endpoint-rows.js';
import { startApp, type TestApp, useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { allIdArguments } from '../support/matrix/id-arguments.js';
import { makeGroup, makeMembership } from '../support/factories/make-groups.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import {
  type Applicant,
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../support/factories/make-people.js';
import { isSampled } from '../support/sampled-sweeps.js';
import { pause } from './group-chat.js';

const DECLARE = 'mutation ($id: ID!) { declareConflict(id: $id) }';
const ITEM = 'query ($id: ID!) { queuedApplication(id: $id) { id name } }';

/** An application that one moderator claimed and another moderator reviewed. Both moderators have its page open. */
interface Open {
  readonly nayra: Applicant & { readonly name: string };
  readonly id: string;
  readonly claimed: Person;
  readonly reviewed: Person;
}

/** Whether an endpoint acts on applications. */
const isOfApplications = (name: string) => {
  const row = ENDPOINT_ROWS[name.split(' ').slice(0, 2).join(' ')];
  return !!row && actionsOf(row).some((action) => splitAction(action)[0] === 'Application');
};

describe('a conflict of interest that arises after the assignment', () => {
  let app: TestApp;
  let third: Person;
  beforeAll(async () => {
    // No event handlers run here, so every notice received was sent before the mutation answered.
    app = await startApp({ TRAMA_WORKER: '0' });
    [, , third] = await makeReviewers(app);
  });
  afterEach(closeAllSockets);
  afterAll(() => app.stop());

  async function opened(): Promise<Open> {
    const [claimed, reviewed] = [
      await makePerson(app, 'lee', 'moderator'),
      await makePerson(app, 'opina', 'moderator'),
    ];
    const nayra = Object.assign(await makeApplicant(app), { name: 'Nayra' });
    const id = await nayra.id();
    await reviewerActions(reviewed).read(id);
    await reviewerActions(claimed).claim(id);
    await reviewerActions(claimed).open(id);
    return { nayra, id, claimed, reviewed };
  }
  const inGroup = (who: { accountId: string; name: string }) => who as Person;
  const full = async (people: readonly Person[], others: number) => {
    const made = await makeGroup(app, {});
    for (const one of people) await makeMembership(app, { group: made, person: one });
    for (let n = 0; n < others; n++) {
      await makeMembership(app, { group: made, person: await makePerson(app, `g${n}`, 'member') });
    }
    return made;
  };
  const ally = (who: Person, { nayra }: Open) =>
    app.db.write(() => app.get(AlliancesService).start(who.accountId, nayra.accountId));

  const WAYS: Record<string, (who: Person, open: Open) => Promise<unknown>> = {
    'an alliance': ally,
    'a small group that both are in': async (who, { nayra }) => {
      await makeMembership(app, { group: await full([who], 3), person: inGroup(nayra) });
    },
    'a conflict that the reader declares': (who, { id }) => apiAs(who).ask(DECLARE, { id }),
  };

  it.each(Object.entries(WAYS))(
    'closes the open page before the request that causes the conflict is answered: %s',
    async (_way, tie) => {
      for (const role of ['claimed', 'reviewed'] as const) {
        const open = await opened();
        const who = open[role];
        const other = role === 'claimed' ? open.reviewed : open.claimed;
        const [ear, theirs] = [await openSocket(who), await openSocket(other)];
        await tie(who, open);
        await ear.until('news', closes(open.id));
        if (role === 'claimed') await expectGone(who, open.id);
        expect(await apiAs(who).code(ITEM, { id: open.id })).toBe('NOT_FOUND');
        expect((await reviewerActions(third).open(open.id).catch(code)) === 'NOT_FOUND').toBe(true);
        expect(await reviewerActions(other).open(open.id)).toMatchObject({ id: open.id });
        expect(theirs.received('news').filter(closes(open.id))).toEqual([]);
      }
    },
  );

  it('closes the page when a shared group becomes so small that its members have a conflict of interest', async () => {
    const open = await opened();
    const made = await full([], 9);
    const leaving = await makeMembership(app, {
      group: made,
      person: await makePerson(app, 's', 'member'),
    });
    // Adds members until the group is so large that its members have no conflict of interest.
    await makeMembership(app, { group: made, person: open.claimed });
    await makeMembership(app, { group: made, person: inGroup(open.nayra) });
    await app.db.write(() => app.get(MembershipsService).end(leaving));
    expect(await reviewerActions(open.claimed).open(open.id)).toMatchObject({ id: open.id });
    const ear = await openSocket(open.claimed);
    const next = await app.get(MembershipsService).activeIn(made.id);
    await app.db.write(() => app.get(MembershipsService).end(next[0]!));
    await ear.until('news', closes(open.id));
    await expectGone(open.claimed, open.id);
  });

  it('frees the claim for another moderator and does not count the review of the excluded moderator', async () => {
    const open = await opened();
    await expect(reviewerActions(third).claim(open.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await ally(open.claimed, open);
    const [claims] = await app.db.query(
      'select count(*)::int as n from claim where account_id = $1',
      [open.claimed.accountId],
    );
    expect(claims).toEqual({ n: 0 });
    await reviewerActions(third).read(open.id);
    await ally(open.reviewed, open);
    await expect(reviewerActions(third).decide(open.id)).rejects.toMatchObject({
      reason: 'decision.reviewsDoNotAgree',
    });
  });

  it('closes the page through the recorded event if the process crashed before it answered', async () => {
    const open = await opened();
    const ties = app.get(ConflictsOfInterestService) as unknown as { closer: unknown };
    const { closer } = ties;
    ties.closer = async () => undefined;
    const ear = await openSocket(open.claimed);
    await ally(open.claimed, open);
    ties.closer = closer;
    expect(ear.received('news').filter(closes(open.id))).toEqual([]);
    await app.get(EventsWorker).drain();
    await ear.until('news', closes(open.id));
    await expectGone(open.claimed, open.id);
  });

  it('does not close pages of unrelated applications', async () => {
    const [open, other] = [await opened(), await opened()];
    const ear = await openSocket(open.claimed);
    await ally(open.claimed, other);
    await apiAs(open.reviewed).ask(DECLARE, { id: other.id });
    await pause(50);
    expect(ear.received('news').filter(closes(open.id))).toEqual([]);
    for (const who of [open.claimed, open.reviewed]) {
      expect(await reviewerActions(who).open(open.id)).toMatchObject({ id: open.id });
    }
  });

  it('the open page closes when the application is withdrawn or deleted', async () => {
    for (const act of ['withdrawApplication', 'deleteApplication']) {
      const open = await opened();
      const ears = [
        await openSocket(open.claimed),
        await openSocket(open.reviewed),
        await openSocket(third),
      ];
      const rest = act === 'withdrawApplication' ? ' { id }' : '';
      await apiAs(open.nayra).ask(`mutation ($id: ID!) { ${act}(id: $id)${rest} }`, {
        id: open.id,
      });
      for (const ear of ears) await ear.until('news', closes(open.id));
      await expectGone(open.claimed, open.id);
    }
  });

  /** Endpoints that take the id of an application, and a sample of the others. */
  const doors = allIdArguments().filter(
    ({ name }, at) => isOfApplications(name) || isSampled('closedRows', at),
  );

  /** Each of these endpoints must answer as for an application that never existed. */
  async function expectGone(who: Person, id: string): Promise<void> {
    const answers: [string, string][] = [];
    for (const { name, document } of doors) {
      const [hidden, absent] = [id, randomUUID()].map((one) => ({ one, text: document(one) }));
      const bytes = async ({ one, text }: { one: string; text: string }) =>
        (await (await apiAs(who).raw(text)).text()).replaceAll(one, 'ID');
      const [got, want] = [await bytes(hidden!), await bytes(absent!)];
      if (got !== want) answers.push([name, got]);
    }
    expect(answers).toEqual([]);
    expect(await apiAs(who).code(ITEM, { id })).toBe('NOT_FOUND');
    expect((await reviewerActions(who).queue()).map((item) => item.id)).not.toContain(id);
  }
});

describe('a declared conflict of interest', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let people: [Person, Person, Person];
  beforeAll(async () => {
    people = await makeReviewers(app);
  });

  it('requires the vet duty and access to the application, is permanent, and returns how many reviewers remain', async () => {
    const [mo1, mo2, mo3] = people;
    const nayra = await makeApplicant(app);
    const id = await nayra.id();
    const ana = await makePerson(app, 'ana', 'member');
    for (const who of [ana, nayra])
      expect(await apiAs(who).code(DECLARE, { id })).toBe('NOT_FOUND');
    expect(await apiAs({ app }).code(DECLARE, { id })).toBe('UNAUTHENTICATED');
    expect(await apiAs(mo1).ask(DECLARE, { id })).toEqual({ declareConflict: 2 });
    expect(await apiAs(mo1).code(DECLARE, { id })).toBe('NOT_FOUND');
    expect(await apiAs(mo2).ask(DECLARE, { id })).toEqual({ declareConflict: 1 });
    expect(await apiAs(mo3).ask(DECLARE, { id })).toEqual({ declareConflict: 0 });
    for (const who of people)
      await expect(reviewerActions(who).claim(id)).rejects.toThrow('NOT_FOUND');
  });

  it('is audited, but does not appear in the audit entries that the applicant can read', async () => {
    const [mo1] = people;
    const nayra = await makeApplicant(app);
    const id = await nayra.id();
    await apiAs(mo1).ask(DECLARE, { id });
    const acts = await app.db.query(
      `select actor_id, duty, about_id from audit_entry where action = 'declareConflict' and subject_id = $1`,
      [id],
    );
    expect(acts).toEqual([{ actor_id: mo1.accountId, duty: 'vet', about_id: null }]);
    const own = await apiAs(nayra).ask('{ actsAboutMe { items { action } } }');
    expect(own.actsAboutMe.items).toEqual([]);
  });
});

const closes = (id: string) => (news: { subject: string; id: string }) =>
  news.subject === 'application' && news.id === id;
const code = (error: { code: string }) => error.code;

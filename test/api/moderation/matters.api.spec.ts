import { DAY, HOUR } from '#kernel/clock.js';
import { DutiesService } from '#members/duties.service.js';
import { StandingService } from '#members/standing.service.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterDocument,
  sanctionReason,
  OPEN_MATTER,
  HAND_OVER_MATTER,
  matterOf,
  postText,
  MATTER_QUEUE_QUERY,
  reportSubject,
  makeReportedProfile,
  SUSPEND_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const app = useApp();

const queueOf = async (viewer: Person): Promise<{ id: string }[]> =>
  (await apiAs(viewer).ask(MATTER_QUEUE_QUERY)).matterQueue;
const idsOf = async (viewer: Person) => (await queueOf(viewer)).map(({ id }) => id);
const claim = (viewer: Person, id: string) =>
  apiAs(viewer).ask(matterDocument('claimMatter'), { id });
const entriesOf = (id: string) =>
  app.db.query('select * from audit_entry where subject_id = $1 order by seq', [id]);

describe('a matter', () => {
  it('collects all reports about one member; once it is closed, a new report starts a new matter', async () => {
    const { ada, ben, eve, mo, id, benShown } = await makeReportedProfile(app);
    const group = await factories.group(app, { steward: eve, members: [ben] });
    const said = await postText(ben, (await factories.channel(app, { group })).id, 'insulto');
    const other = await reportSubject(eve, 'Message', said, 'También a mí');
    expect(await matterOf(eve, other)).toBe(id);
    expect((await queueOf(mo)).filter((one) => one.id === id)).toMatchObject([
      { reportCount: 2, reasons: ['harassment'], subjectNames: ['Message', 'Profile'] },
    ]);
    expect(await apiAs(ada).code(MATTER_QUEUE_QUERY)).toBe('FORBIDDEN');
    await claim(mo, id);
    const { reports } = (await apiAs(mo).ask(OPEN_MATTER, { id })).openMatter;
    expect(reports.map((one: { note: string }) => one.note)).toEqual([
      'Me escribe cada noche.',
      'También a mí',
    ]);
    const CLOSE = `mutation ($id: ID!, $outcome: MatterOutcome!, $reason: String!) {
      closeMatter(matterId: $id, outcome: $outcome, reason: $reason) { id } }`;
    const row = async () =>
      (await app.db.query('select stage, outcome from matter where id = $1', [id]))[0];
    for (const bad of [
      { outcome: 'breach', reason: ' ' },
      { outcome: 'x', reason: 'Porque sí' },
    ])
      expect(await apiAs(mo).code(CLOSE, { id, ...bad })).toBe('INVALID');
    expect(await row()).toEqual({ stage: 'inHand', outcome: null });
    expect(await apiAs(mo).ask(matterDocument('closeMatter'), { id })).toMatchObject({
      closeMatter: { stage: 'closed', viewerCan: [] },
    });
    expect(await row()).toEqual({ stage: 'closed', outcome: 'noBreach' });
    expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect(await idsOf(mo)).not.toContain(id);
    const OWN = '{ myReports { stage } }';
    for (const one of [ada, eve])
      expect((await apiAs(one).ask(OWN)).myReports).toEqual([{ stage: 'closed' }]);
    const later = await reportSubject(ada, 'Profile', benShown.personId);
    expect(await matterOf(ada, later)).not.toBe(id);
  });

  it('is created once for twenty concurrent reports', async () => {
    const shown = await makeVisibleProfile(await makePerson(app, 'ben', 'member'));
    const twenty = await Promise.all(
      Array.from({ length: 20 }, (_, n) => makePerson(app, `r${n}`, 'member')),
    );
    const ids = await Promise.all(
      twenty.map((one) => reportSubject(one, 'Profile', shown.personId)),
    );
    const matters = await Promise.all(ids.map((id) => matterOf(twenty[0]!, id)));
    expect(new Set(matters).size).toBe(1);
  });

  it('about a persona is separate, so that no moderator learns whose persona it is', async () => {
    const { ada, ben, mo, id } = await makeReportedProfile(app);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const sql = 'update membership set persona_name = $1 where account_id = $2 and group_id = $3';
    await app.db.query(sql, ['Luna', ben.accountId, group.id]);
    const said = await postText(ben, (await factories.channel(app, { group })).id, 'insulto');
    const other = await matterOf(ada, await reportSubject(ada, 'Message', said));
    expect(other).not.toBe(id);
    await claim(mo, other);
    const file = await (await apiAs(mo).raw(OPEN_MATTER, { id: other })).text();
    expect(file).toContain('Luna');
    for (const trace of [ben.accountId, 'ben', id]) expect(file).not.toContain(trace);
  });
});

describe('the assignment of a matter', () => {
  it('gives one moderator audited access; its history names the moderators and never the reporter', async () => {
    const { mo, ma, id } = await makeReportedProfile(app);
    expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect(await claim(mo, id)).toMatchObject({
      claimMatter: {
        stage: 'inHand',
        isMine: true,
        viewerCan: expect.arrayContaining(['readFile', 'suspend']),
      },
    });
    expect(await apiAs(ma).code(matterDocument('claimMatter'), { id })).toBe('CONFLICT');
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    const hour = { input: { matterId: id, hours: 1, ...sanctionReason() } };
    expect(await apiAs(ma).code(SUSPEND_REPORTED, hour)).toBe('NOT_FOUND');
    await apiAs(mo).ask(OPEN_MATTER, { id });
    expect(await entriesOf(id)).toMatchObject([
      { action: 'claim', actor_id: mo.accountId, about_id: null },
      { action: 'readFile', duty: 'moderate', reason: 'harassment', about_id: null },
    ]);
    await apiAs(mo).ask(matterDocument('releaseMatter'), { id });
    expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    await claim(ma, id);
    expect((await apiAs(ma).ask(OPEN_MATTER, { id })).openMatter.history).toEqual([
      { action: 'claim', isMine: false },
      { action: 'readFile', isMine: false },
      { action: 'release', isMine: false },
      { action: 'claim', isMine: true },
    ]);
  });

  it('ends after a day without activity, and then any moderator may claim the matter', async () => {
    const { mo, ma, id } = await makeReportedProfile(app);
    await claim(ma, id);
    await app.db.query('update matter set assigned_at = $1 where id = $2', [
      app.clock.in(-DAY - HOUR),
      id,
    ]);
    await app.get(ModerationJobs).releaseMatters();
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect((await queueOf(mo)).find((one) => one.id === id)).toMatchObject({ stage: 'open' });
    const codes = await Promise.all(
      [mo, ma].map((one) => apiAs(one).code(matterDocument('claimMatter'), { id })),
    );
    expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
  });

  it('can be passed to a colleague, who alone is notified; a recused colleague does not get it, and the sender cannot tell', async () => {
    const { ada, ben, mo, ma, id, benShown } = await makeReportedProfile(app);
    const maShown = await makeVisibleProfile(ma);
    await makeVisibleProfile(mo);
    const to = (personId: string, matterId = id) => ({ input: { matterId, personId } });
    expect(await apiAs(mo).code(HAND_OVER_MATTER, to(maShown.personId))).toBe('NOT_FOUND');
    await claim(mo, id);
    const COLLEAGUES = '{ moderationColleagues { id name } }';
    const { moderationColleagues } = await apiAs(mo).ask(COLLEAGUES);
    expect(moderationColleagues).toContainEqual({ id: maShown.personId, name: maShown.name });
    expect(await apiAs(ben).code(COLLEAGUES)).toBe('FORBIDDEN');
    await expect(apiAs(mo).ask(HAND_OVER_MATTER, to(benShown.personId))).rejects.toMatchObject({
      code: 'INVALID',
      fields: { personId: 'notColleague' },
    });
    expect(await apiAs(mo).ask(HAND_OVER_MATTER, to(maShown.personId))).toEqual({
      handMatter: true,
    });
    const seen = await queueOf(mo);
    expect(seen.find((one) => one.id === id)).toMatchObject({ stage: 'open', isTaken: false });
    expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect(await claim(ma, id)).toMatchObject({ claimMatter: { isMine: true } });
    await apiAs(ma).ask(matterDocument('releaseMatter'), { id });
    await factories.group(app, { steward: ada, members: [ma] });
    await claim(mo, id);
    expect((await apiAs(mo).ask(COLLEAGUES)).moderationColleagues).toEqual(moderationColleagues);
    expect(await apiAs(mo).ask(HAND_OVER_MATTER, to(maShown.personId))).toEqual({
      handMatter: true,
    });
    expect(await queueOf(mo)).toEqual(seen);
    expect(await apiAs(ma).code(matterDocument('claimMatter'), { id })).toBe('NOT_FOUND');
  });

  it('excludes a recused moderator, also when the conflict of interest begins later, and the reported moderator', async () => {
    const { ada, mo, ma, id } = await makeReportedProfile(app);
    const { personId } = await makeVisibleProfile(mo);
    const accused = await matterOf(ada, await reportSubject(ada, 'Profile', personId));
    expect(await idsOf(mo)).not.toContain(accused);
    expect(await apiAs(mo).code(matterDocument('claimMatter'), { id: accused })).toBe('NOT_FOUND');
    expect(await idsOf(ma)).toContain(accused);
    await claim(ma, id);
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('OK');
    await factories.group(app, { steward: ada, members: [ma] });
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ma).code(matterDocument('closeMatter'), { id })).toBe('NOT_FOUND');
    expect(await idsOf(ma)).not.toContain(id);
    // An assigned moderator who may no longer open the matter does not block it.
    expect(await claim(mo, id)).toMatchObject({ claimMatter: { isMine: true } });
  });

  it.each([
    [
      'is suspended',
      ({ accountId }: Person) => app.get(StandingService).suspend(accountId, app.clock.in(DAY)),
    ],
    [
      'lost the duty',
      async ({ accountId }: Person) => {
        const duties = app.get(DutiesService);
        for (const duty of await duties.of(accountId)) await duties.take(duty);
      },
    ],
  ])('ends when the moderator %s', async (_what, change) => {
    const { mo, ma, id } = await makeReportedProfile(app);
    await claim(ma, id);
    await app.db.write(() => change(ma));
    await waitForJobs(app);
    expect((await queueOf(mo)).find((one) => one.id === id)).toMatchObject({
      stage: 'open',
      isTaken: false,
    });
    expect(await claim(mo, id)).toMatchObject({ claimMatter: { isMine: true } });
  });

  it('ends when a reporter with a tie to the moderator joins the matter', async () => {
    const { eve, mo, ma, benShown, id } = await makeReportedProfile(app);
    await claim(ma, id);
    await factories.group(app, { steward: eve, members: [ma] });
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('OK');
    await reportSubject(eve, 'Profile', benShown.personId);
    expect(await apiAs(ma).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
    expect((await queueOf(mo)).find((one) => one.id === id)).toMatchObject({
      stage: 'open',
      isTaken: false,
      reportCount: 2,
    });
  });
});

it('`mattersWaiting` counts matters that the moderator may claim, and returns 0 to others', async () => {
  const waiting = async (one: Person) =>
    (await apiAs(one).ask('{ mattersWaiting }')).mattersWaiting;
  const { ada, mo, ma, id } = await makeReportedProfile(app);
  const before = await waiting(mo);
  expect(before).toBeGreaterThan(0);
  await claim(ma, id);
  expect(await waiting(mo)).toBe(before - 1);
  expect(await waiting(ma)).toBe(before);
  expect(await waiting(ada)).toBe(0);
});

it('the queue never shows a name that the reported member has hidden since', async () => {
  const { ben, mo, id } = await makeReportedProfile(app);
  await setAudience(ben, 'onlyMe', ['name']);
  await claim(mo, id);
  const { reports } = (await apiAs(mo).ask(OPEN_MATTER, { id })).openMatter;
  expect(reports[0].knownAs).toBe('ben de la Ribera');
  expect(await (await apiAs(mo).raw(MATTER_QUEUE_QUERY)).text()).not.toContain('ben de la Ribera');
});

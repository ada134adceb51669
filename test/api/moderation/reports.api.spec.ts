import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { requestIntroduction } from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterDocument,
  sanctionReason,
  OPEN_MATTER,
  matterOf,
  postText,
  MATTER_QUEUE_QUERY,
  REMOVE_CONTENT,
  REPORT_SUBJECT,
  reportSubject,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

const app = useApp();

/** Claims the matter of a report and returns the report as its file shows it. */
async function opened(moderator: Person, reportId: string) {
  const id = await matterOf(moderator, reportId);
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id });
  const { reports } = (await apiAs(moderator).ask(OPEN_MATTER, { id })).openMatter;
  return reports.find((one: { id: string }) => one.id === reportId);
}

const removal = (reportId: string) => ({ input: { reportId, ...sanctionReason() } });

describe('reporting', () => {
  it('forwards only what the reporter can see', async () => {
    const { ada, mo, ben } = await makePeople(app, {
      ada: 'member',
      mo: 'moderator',
      ben: 'member',
    });
    const shown = await makeVisibleProfile(ben);
    const id = await reportSubject(ada, 'Profile', shown.personId, 'Mira esto');
    const file = await opened(mo, id);
    expect(file).toEqual({
      id,
      forwarded: shown.name,
      context: '',
      note: 'Mira esto',
      knownAs: shown.name,
      isRemoved: false,
    });
    expect(JSON.stringify(file)).not.toContain('señal de');
  });

  it('forwards a message as it was, with its nearest context, and an introduction with its note', async () => {
    const { ada, ben, mo } = await makePeople(app, {
      ada: 'member',
      ben: 'member',
      mo: 'moderator',
    });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const channel = await factories.channel(app, { group });
    const said: string[] = [];
    for (const body of ['cero', 'uno', 'dos', 'insulto', 'tres', 'cuatro', 'cinco']) {
      said.push(await postText(ben, channel.id, body));
    }
    const id = await reportSubject(ada, 'Message', said[3]!);
    await apiAs(ben).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', {
      id: said[3],
    });
    const file = await opened(mo, id);
    expect(file!.forwarded).toBe('insulto');
    expect(file!.context).toBe('ben: uno\nben: dos\nben: tres\nben: cuatro');
    const benShown = { personId: await factories.profile(ben), name: 'ben' };
    await makeVisibleProfile(ada);
    const introduction = await requestIntroduction(ada, benShown, 'Una nota que duele');
    const other = await reportSubject(ben, 'Introduction', introduction.id);
    expect(await opened(mo, other)).toMatchObject({
      forwarded: 'Una nota que duele',
      knownAs: 'ada',
    });
  });

  it('is possible only for visible content of other people, and only once while the report is open', async () => {
    const { ada, ben, eve, benShown } = await makeReportedProfile(app);
    const input = (subjectId: string, subject = 'Profile') => ({
      input: { subject, subjectId, reason: 'spam', note: '' },
    });
    await expect(apiAs(ada).ask(REPORT_SUBJECT, input(benShown.personId))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'report.open',
    });
    expect(await apiAs(ben).code(REPORT_SUBJECT, input(benShown.personId))).toBe('FORBIDDEN');
    await setAudience(ben, 'onlyMe', ['name']);
    const answers = await Promise.all(
      [benShown.personId, NOBODY, ben.accountId].map(async (id) =>
        (await apiAs(eve).raw(REPORT_SUBJECT, input(id))).text(),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    for (const bad of ['', 'x', '1e309']) {
      expect(await apiAs(eve).code(REPORT_SUBJECT, input(bad))).toBe('NOT_FOUND');
    }
    expect(await apiAs(eve).code(REPORT_SUBJECT, input(benShown.personId, 'Account'))).toBe(
      'INVALID',
    );
    const more = { ...input(benShown.personId).input, reportedId: eve.accountId, stage: 'closed' };
    expect(await apiAs(eve).code(REPORT_SUBJECT, { input: more })).toBe('INVALID');
  });

  it('is rate limited', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const shown = await makeVisibleProfile(await makePerson(app, 'zoe', 'member'));
    const past = { reporterId: ada.accountId, reportedId: ada.accountId };
    for (let n = 0; n < 20; n++)
      await factories.report(app, { ...past, closedAt: app.clock.now() });
    const input = { subject: 'Profile', subjectId: shown.personId, reason: 'spam', note: '' };
    expect(await apiAs(ada).code(REPORT_SUBJECT, { input })).toBe('TOO_MANY');
  });

  it('is limited to three open reports per reporter about one member, and the refusal names this reason', async () => {
    const { ada, ben, mo } = await makePeople(app, {
      ada: 'member',
      ben: 'member',
      mo: 'moderator',
    });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const channel = await factories.channel(app, { group });
    const said: string[] = [];
    for (const body of ['uno', 'dos', 'tres', 'cuatro'])
      said.push(await postText(ben, channel.id, body));
    const ids: string[] = [];
    for (const id of said.slice(0, 3)) ids.push(await reportSubject(ada, 'Message', id));
    const fourth = { subject: 'Message', subjectId: said[3], reason: 'spam', note: '' };
    await expect(apiAs(ada).ask(REPORT_SUBJECT, { input: fourth })).rejects.toMatchObject({
      code: 'TOO_MANY',
      reason: 'report.heard',
    });
    const id = await matterOf(mo, ids[0]!);
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    await apiAs(mo).ask(matterDocument('closeMatter'), { id });
    expect(await apiAs(ada).code(REPORT_SUBJECT, { input: fourth })).toBe('OK');
  });

  it('lets the reporter follow the report, and hides its author from others', async () => {
    const { ada, ben, eve, mo, id, reportId } = await makeReportedProfile(app);
    const OWN = '{ myReports { id stage viewerCan } }';
    expect((await apiAs(ada).ask(OWN)).myReports).toEqual([
      { id: reportId, stage: 'open', viewerCan: ['read'] },
    ]);
    expect((await apiAs(ben).ask(OWN)).myReports).toEqual([]);
    for (const viewer of [ada, ben, eve]) {
      const doors = [
        matterDocument('claimMatter'),
        matterDocument('closeMatter'),
        matterDocument('releaseMatter'),
        OPEN_MATTER,
      ];
      for (const door of doors) await sameAsNone(viewer, door, id);
      if (viewer !== ada) await sameAsNone(viewer, REMOVE_CONTENT, reportId, removal);
    }
    expect(await apiAs(ada).code(REMOVE_CONTENT, removal(reportId))).toBe('FORBIDDEN');
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    const seen = await (await apiAs(mo).raw(OPEN_MATTER, { id })).text();
    const list = await (await apiAs(mo).raw(MATTER_QUEUE_QUERY)).text();
    for (const trace of [ada.accountId, ada.email, ben.accountId]) {
      expect(`${seen}${list}`).not.toContain(trace);
    }
    const about = await app.db.query('select 1 from audit_entry where about_id = $1', [
      ben.accountId,
    ]);
    expect(about).toEqual([]);
  });
});

/** The answer equals that for an unknown id. */
async function sameAsNone(
  viewer: Person,
  document: string,
  id: string,
  variables: (id: string) => Record<string, unknown> = (one) => ({ id: one }),
): Promise<void> {
  const answers = [id, NOBODY].map(async (one) =>
    (await apiAs(viewer).raw(document, variables(one))).text(),
  );
  const [real, none] = await Promise.all(answers);
  expect(real).toContain('NOT_FOUND');
  expect(real).toBe(none);
}

describe('reported content', () => {
  it('is removed from a profile, a message or an introduction', async () => {
    const { ada, ben, mo } = await makePeople(app, {
      ada: 'member',
      ben: 'member',
      mo: 'moderator',
    });
    const answers = { name: 'Ben', about: 'Vendo datos de gente' };
    const personId = await factories.profile(ben, { answers, audiences: { about: 'members' } });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const message = await postText(ben, (await factories.channel(app, { group })).id, 'insulto');
    const introduction = await requestIntroduction(
      ben,
      await makeVisibleProfile(ada),
      'Nota que duele',
    );
    for (const [subject, subjectId] of [
      ['Profile', personId],
      ['Message', message],
      ['Introduction', introduction.id],
    ] as const) {
      const id = await reportSubject(ada, subject, subjectId);
      await opened(mo, id);
      await apiAs(mo).ask(REMOVE_CONTENT, removal(id));
      expect(await opened(mo, id)).toMatchObject({ isRemoved: true });
    }
    const { person: seen } = await apiAs(ada).ask(
      'query ($id: ID!) { person(id: $id) { name about } }',
      { id: personId },
    );
    expect(seen).toEqual({ name: 'Ben', about: null });
    const rows = await app.db.query('select body, deleted_at from message where id = $1', [
      message,
    ]);
    expect(rows[0]).toMatchObject({ body: '', deleted_at: expect.any(Date) });
    const READ = 'query ($id: ID!) { introduction(id: $id) { note state } }';
    expect(await apiAs(ada).code(READ, { id: introduction.id })).toBe('NOT_FOUND');
    expect((await apiAs(ben).ask(READ, { id: introduction.id })).introduction).toEqual({
      note: '',
      state: 'withdrawn',
    });
  });
});

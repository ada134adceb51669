import { DAY, HOUR } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { audience, findable } from '../support/acquaintances.js';
import { type TestApp, startApp } from '../support/app.js';
import { as } from '../support/client.js';
import { ask } from '../support/introductions.js';
import { make } from '../support/make.js';
import { act, FILE, post, QUEUE, REPORT, report, reported, SUSPEND } from '../support/reports.js';
import { person, type Person, world } from '../support/world.js';

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const idsOf = async (viewer: Person) =>
  (await as(viewer).ask(QUEUE)).reportQueue.map((one: { id: string }) => one.id);
describe('reporting', () => {
  it('forwards what the reporter sees, and nothing that is closed to them', async () => {
    const { ada, mo, ben } = await world(app, { ada: 'member', mo: 'moderator', ben: 'member' });
    const shown = await findable(ben);
    const id = await report(ada, 'Profile', shown.personId, 'Mira esto');
    await as(mo).ask(act('claimReport'), { id });
    const { openReport } = await as(mo).ask(FILE, { id });
    expect(openReport).toEqual({
      forwarded: shown.name,
      context: '',
      note: 'Mira esto',
      knownAs: shown.name,
      earlierSuspensions: 0,
    });
    expect(JSON.stringify(openReport)).not.toContain('señal de');
  });

  it('takes a message with its nearest context, as it stood, and an introduction with its note', async () => {
    const { ada, ben, mo } = await world(app, { ada: 'member', ben: 'member', mo: 'moderator' });
    const group = await make.group(app, { steward: ada, members: [ben] });
    const channel = await make.channel(app, { group });
    const said: string[] = [];
    for (const body of ['cero', 'uno', 'dos', 'insulto', 'tres', 'cuatro', 'cinco']) {
      said.push(await post(ben, channel.id, body));
    }
    const id = await report(ada, 'Message', said[3]!);
    await as(ben).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', {
      id: said[3],
    });
    await as(mo).ask(act('claimReport'), { id });
    const { openReport } = await as(mo).ask(FILE, { id });
    expect(openReport.forwarded).toBe('insulto');
    expect(openReport.context).toBe('ben: uno\nben: dos\nben: tres\nben: cuatro');
    const benShown = { personId: await make.profile(ben), name: 'ben' };
    await findable(ada);
    const introduction = await ask(ada, benShown, 'Una nota que duele');
    const other = await report(ben, 'Introduction', introduction.id);
    await as(mo).ask(act('claimReport'), { id: other });
    expect((await as(mo).ask(FILE, { id: other })).openReport).toMatchObject({
      forwarded: 'Una nota que duele',
      knownAs: 'ada',
    });
  });

  it('is a door only to what one sees, and not to oneself; once while it is open', async () => {
    const { ada, ben, eve, benShown } = await reported(app);
    const input = (subjectId: string, subject = 'Profile') => ({
      input: { subject, subjectId, reason: 'spam', note: '' },
    });
    await expect(as(ada).ask(REPORT, input(benShown.personId))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'report.open',
    });
    expect(await as(ben).code(REPORT, input(benShown.personId))).toBe('FORBIDDEN');
    await audience(ben, 'onlyMe', ['name']);
    const answers = await Promise.all(
      [benShown.personId, NOBODY, ben.accountId].map(async (id) =>
        (await as(eve).raw(REPORT, input(id))).text(),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    for (const bad of ['', 'x', '1e309']) {
      expect(await as(eve).code(REPORT, input(bad))).toBe('NOT_FOUND');
    }
    expect(await as(eve).code(REPORT, input(benShown.personId, 'Account'))).toBe('INVALID');
    const more = { ...input(benShown.personId).input, reportedId: eve.accountId, stage: 'closed' };
    expect(await as(eve).code(REPORT, { input: more })).toBe('INVALID');
  });

  it('is throttled', async () => {
    const { ada } = await world(app, { ada: 'member' });
    const shown = await findable(await person(app, 'zoe', 'member'));
    await app.db.query(
      `insert into report (reporter_id, reported_id, subject_name, subject_key, reason, stage, created_at)
       select $1, $1, 'Profile', gen_random_uuid(), 'spam', 'closed', $2 from generate_series(1, 20)`,
      [ada.accountId, app.clock.now()],
    );
    const input = { subject: 'Profile', subjectId: shown.personId, reason: 'spam', note: '' };
    expect(await as(ada).code(REPORT, { input })).toBe('TOO_MANY');
  });

  it('lets the reporter follow it, and nobody else learn who wrote it', async () => {
    const { ada, ben, eve, mo, id } = await reported(app);
    const OWN = '{ myReports { id stage viewerCan } }';
    expect((await as(ada).ask(OWN)).myReports).toEqual([
      { id, stage: 'open', viewerCan: ['read'] },
    ]);
    expect((await as(ben).ask(OWN)).myReports).toEqual([]);
    for (const viewer of [ada, ben, eve]) {
      expect(await idsOf(viewer)).toEqual([]);
      for (const verb of ['claimReport', 'closeReport', 'removeReportedContent', 'releaseReport']) {
        const answers = [id, NOBODY].map(async (one) =>
          (await as(viewer).raw(act(verb), { id: one })).text(),
        );
        const [real, none] = await Promise.all(answers);
        if (viewer !== ada || verb === 'claimReport') expect(real).toBe(none);
        expect(real).not.toContain('"stage"');
      }
      expect(await as(viewer).code(FILE, { id })).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    await as(mo).ask(act('claimReport'), { id });
    const seen = await (await as(mo).raw(FILE, { id })).text();
    const list = await (await as(mo).raw(QUEUE)).text();
    for (const trace of [ada.accountId, ada.email, ben.accountId]) {
      expect(`${seen}${list}`).not.toContain(trace);
    }
    const about = await app.db.query('select 1 from audit_entry where about_id = $1', [
      ben.accountId,
    ]);
    expect(about).toEqual([]);
  });
});

describe('the desk', () => {
  it('gives a report to one at a time, who opens it on the record', async () => {
    const { mo, ma, id } = await reported(app);
    expect(await as(mo).code(FILE, { id })).toBe('NOT_FOUND');
    expect(await as(mo).ask(act('claimReport'), { id })).toMatchObject({
      claimReport: { isMine: true, viewerCan: expect.arrayContaining(['readFile', 'suspend']) },
    });
    expect(await as(ma).code(act('claimReport'), { id })).toBe('CONFLICT');
    expect(await as(ma).code(FILE, { id })).toBe('NOT_FOUND');
    expect(await as(ma).code(SUSPEND, { input: { reportId: id, hours: 1 } })).toBe('NOT_FOUND');
    await as(mo).ask(FILE, { id });
    const [entry] = await app.db.query('select * from audit_entry where subject_id = $1', [id]);
    expect(entry).toMatchObject({
      action: 'readFile',
      duty: 'moderate',
      actor_id: mo.accountId,
      reason: 'harassment',
      about_id: null,
    });
    await as(mo).ask(act('releaseReport'), { id });
    expect(await as(mo).code(FILE, { id })).toBe('NOT_FOUND');
    await as(ma).ask(act('claimReport'), { id });
    await app.db.query('update report set assigned_at = $1 where id = $2', [
      app.clock.in(-DAY - HOUR),
      id,
    ]);
    await app.get(ModerationJobs).releaseReports();
    expect(await as(ma).code(FILE, { id })).toBe('NOT_FOUND');
    expect(await as(mo).ask('{ reportsWaiting }')).toMatchObject({
      reportsWaiting: expect.any(Number),
    });
    await as(mo).ask(act('claimReport'), { id });
    expect(await as(mo).ask(act('closeReport'), { id })).toMatchObject({
      closeReport: { stage: 'closed', viewerCan: [] },
    });
    expect(await as(mo).code(FILE, { id })).toBe('NOT_FOUND');
    expect(await idsOf(ma)).not.toContain(id);
  });

  it('is closed to whoever is recused, also when the tie comes later, and to the reported moderator', async () => {
    const { ada, mo, ma, id } = await reported(app);
    const accused = await report(ada, 'Profile', (await findable(mo)).personId);
    expect(await idsOf(mo)).not.toContain(accused);
    expect(await as(mo).code(act('claimReport'), { id: accused })).toBe('NOT_FOUND');
    expect(await idsOf(ma)).toContain(accused);
    await as(ma).ask(act('claimReport'), { id });
    expect(await as(ma).code(FILE, { id })).toBe('OK');
    await make.group(app, { steward: ada, members: [ma] });
    expect(await as(ma).code(FILE, { id })).toBe('NOT_FOUND');
    expect(await as(ma).code(act('closeReport'), { id })).toBe('NOT_FOUND');
    expect(await idsOf(ma)).not.toContain(id);
    expect(await idsOf(mo)).toContain(id);
  });

  it('takes content away: free texts of a profile, a message, an introduction', async () => {
    const { ada, ben, mo } = await world(app, { ada: 'member', ben: 'member', mo: 'moderator' });
    const answers = { name: 'Ben', about: 'Vendo datos de gente' };
    const personId = await make.profile(ben, { answers, audiences: { about: 'members' } });
    const group = await make.group(app, { steward: ada, members: [ben] });
    const message = await post(ben, (await make.channel(app, { group })).id, 'insulto');
    const introduction = await ask(ben, await findable(ada), 'Nota que duele');
    for (const [subject, subjectId] of [
      ['Profile', personId],
      ['Message', message],
      ['Introduction', introduction.id],
    ] as const) {
      const id = await report(ada, subject, subjectId);
      await as(mo).ask(act('claimReport'), { id });
      expect(
        (await as(mo).ask(act('removeReportedContent'), { id })).removeReportedContent.stage,
      ).toBe('closed');
    }
    const { person: seen } = await as(ada).ask(
      'query ($id: ID!) { person(id: $id) { name about } }',
      {
        id: personId,
      },
    );
    expect(seen).toEqual({ name: 'Ben', about: null });
    const rows = await app.db.query('select body, deleted_at from message where id = $1', [
      message,
    ]);
    expect(rows[0]).toMatchObject({ body: '', deleted_at: expect.any(Date) });
    const READ = 'query ($id: ID!) { introduction(id: $id) { note state } }';
    expect(await as(ada).code(READ, { id: introduction.id })).toBe('NOT_FOUND');
    expect((await as(ben).ask(READ, { id: introduction.id })).introduction).toEqual({
      note: '',
      state: 'withdrawn',
    });
  });
});

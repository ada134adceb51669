import { DAY, SECOND } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { extendSessions } from '../../support/factories/introductions.js';
import {
  matterDocument,
  ANSWER_NOTICE,
  sanctionReason,
  OPEN_MATTER,
  MY_NOTICES,
  READ_NOTICE,
  REMOVE_CONTENT,
  makeReportedProfile,
  TALK_TO_REPORTED,
  UNDO_ACT,
  WARN_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { signInBrowser, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';
const noticesOf = async (one: Person) => (await apiAs(one).ask(MY_NOTICES)).myNotices;
const claim = (one: Person, id: string) => apiAs(one).ask(matterDocument('claimMatter'), { id });
const fileOf = async (one: Person, id: string) =>
  (await apiAs(one).ask(OPEN_MATTER, { id })).openMatter;
const tell = () => app.get(ModerationJobs).tellNotices();
const warned = async (one: Person, matterId: string, more = {}) =>
  (await apiAs(one).ask(WARN_REPORTED, { input: { matterId, ...sanctionReason(more) } }))
    .warnReported.id as string;
const aboutOf = ({ accountId }: Person) =>
  app.db.query('select action, reason from audit_entry where about_id = $1 order by seq', [
    accountId,
  ]);
const entriesOf = async (id: string) =>
  (
    await app.db.query('select action from audit_entry where subject_id = $1 order by seq', [id])
  ).map(({ action }) => action);

describe('a warning', () => {
  it('can be undone for thirty seconds, and is then shown to the warned member alone', async () => {
    const { ada, ben, eve, mo, ma, id } = await makeReportedProfile(app);
    await claim(mo, id);
    const first = await warned(mo, id);
    expect(await noticesOf(ben)).toEqual([]);
    expect(await apiAs(ben).code(READ_NOTICE, { id: first })).toBe('NOT_FOUND');
    await apiAs(mo).ask(UNDO_ACT, { id: first });
    expect((await fileOf(mo, id)).acts).toEqual([]);
    const second = await warned(mo, id);
    app.clock.move(31 * SECOND);
    await expect(apiAs(mo).ask(UNDO_ACT, { id: second })).rejects.toMatchObject({
      reason: 'notice.told',
    });
    expect(await noticesOf(ben)).toMatchObject([
      {
        id: second,
        kind: 'warning',
        reason: 'harassment',
        words: sanctionReason().words,
        viewerCan: containingActions(['read', 'appeal'], { without: ['answer'] }),
      },
    ]);
    for (const other of [ada, eve, ma]) {
      expect(await noticesOf(other)).toEqual([]);
      const [real, none] = await Promise.all(
        [second, NOBODY].map(async (one) =>
          (await apiAs(other).raw(READ_NOTICE, { id: one })).text(),
        ),
      );
      expect(real).toBe(none);
    }
    expect(await apiAs(ma).code(UNDO_ACT, { id: second })).toBe('NOT_FOUND');
    await tell();
    expect(await aboutOf(ben)).toEqual([{ action: 'tell', reason: 'harassment' }]);
    expect(await entriesOf(id)).toEqual([...['claim', 'warn', 'undo', 'readFile', 'warn', 'tell']]);
  });

  it('never reveals to the warned member who reported or what they wrote', async () => {
    const { ada, ben, mo, id, reportId } = await makeReportedProfile(app);
    await claim(mo, id);
    await warned(mo, id);
    app.clock.move(31 * SECOND);
    const said = await (await apiAs(ben).raw(MY_NOTICES)).text();
    for (const trace of [ada.accountId, 'Me escribe cada noche', reportId, id]) {
      expect(said).not.toContain(trace);
    }
    expect(said.replaceAll(/[\da-f-]{36}/g, '')).not.toContain(ada.name); // "ada" may occur in an id
  });

  it('can be delayed by days if immediate notice is dangerous, and the kind of danger is audited', async () => {
    const { ben, mo, id } = await makeReportedProfile(app);
    await claim(mo, id);
    const delayed = (delayDays: number, delayReason?: string) => ({
      input: { matterId: id, ...sanctionReason({ delayDays, delayReason }) },
    });
    await expect(apiAs(mo).ask(WARN_REPORTED, delayed(3))).rejects.toMatchObject({
      code: 'INVALID',
      fields: { delayReason: 'missing' },
    });
    for (const days of [-1, 8]) {
      expect(await apiAs(mo).code(WARN_REPORTED, delayed(days, 'retaliation'))).toBe('INVALID');
    }
    expect((await fileOf(mo, id)).acts).toEqual([]);
    await apiAs(mo).ask(WARN_REPORTED, delayed(3, 'retaliation'));
    await extendSessions(ben, mo);
    app.clock.move(3 * DAY - 60 * SECOND);
    await tell();
    expect(await noticesOf(ben)).toEqual([]);
    expect(await aboutOf(ben)).toEqual([]);
    app.clock.move(2 * 60 * SECOND);
    await tell();
    await tell();
    expect(await noticesOf(ben)).toHaveLength(1);
    expect(await aboutOf(ben)).toEqual([{ action: 'tell', reason: 'harassment' }]);
    const sql = 'select reason from audit_entry where subject_id = $1 and action = $2';
    expect(await app.db.query(sql, [id, 'delayNotice'])).toEqual([{ reason: 'retaliation' }]);
    app.clock.move(-3 * DAY);
  });

  it('does not block other warnings if its text cannot be decrypted', async () => {
    const [one, two] = [await makeReportedProfile(app), await makeReportedProfile(app)];
    await claim(one.mo, one.id);
    const broken = await warned(one.mo, one.id);
    await claim(two.mo, two.id);
    await warned(two.mo, two.id);
    app.clock.move(31 * SECOND);
    await app.db.query(`update notice set words = 'no box' where id = $1`, [broken]);
    await expect(tell()).rejects.toThrow();
    expect(await aboutOf(one.ben)).toEqual([]);
    expect(await aboutOf(two.ben)).toEqual([{ action: 'tell', reason: 'harassment' }]);
    await app.db.query('delete from notice where id = $1', [broken]);
  });

  it('counts as unread until its recipient opens it, which is recorded once', async () => {
    const { ben, mo, id } = await makeReportedProfile(app);
    await claim(mo, id);
    const notice = await warned(mo, id);
    app.clock.move(31 * SECOND);
    const unseen = async () => (await apiAs(ben).ask(MY_NOTICES)).noticesUnseen;
    expect(await unseen()).toBe(1);
    const SEE = 'mutation ($id: ID!) { seeNotice(noticeId: $id) { seenAt } }';
    await apiAs(mo).ask(SEE, { id: notice });
    expect(await unseen()).toBe(1);
    expect((await apiAs(ben).ask(SEE, { id: notice })).seeNotice.seenAt).toEqual(
      expect.any(String),
    );
    expect(await unseen()).toBe(0);
  });
});

describe('a talk between moderator and reported member', () => {
  it("is answered once on the member's own page, and the matter waits for the answer", async () => {
    const { ben, eve, mo, ma, id } = await makeReportedProfile(app);
    await claim(mo, id);
    const input = { matterId: id, words: '¿Nos cuentas qué pasó?' };
    await apiAs(mo).ask(TALK_TO_REPORTED, { input });
    const DESK = 'query ($id: ID!) { deskMatter(id: $id) { stage isMine } }';
    expect(await apiAs(mo).ask(DESK, { id })).toEqual({
      deskMatter: { stage: 'waiting', isMine: true },
    });
    app.clock.move(31 * SECOND);
    const [talk] = await noticesOf(ben);
    expect(talk).toMatchObject({
      kind: 'talk',
      reason: null,
      viewerCan: containingActions(['read', 'answer'], { without: ['appeal'] }),
    });
    const answer = { input: { noticeId: talk.id, words: 'No sabía que molestaba.' } };
    for (const other of [eve, ma])
      expect(await apiAs(other).code(ANSWER_NOTICE, answer)).toBe('NOT_FOUND');
    expect(await apiAs(mo).code(ANSWER_NOTICE, answer)).toBe('FORBIDDEN');
    await apiAs(ben).ask(ANSWER_NOTICE, answer);
    await expect(apiAs(ben).ask(ANSWER_NOTICE, answer)).rejects.toMatchObject({
      reason: 'notice.answered',
    });
    expect(await apiAs(mo).ask(DESK, { id })).toEqual({
      deskMatter: { stage: 'inHand', isMine: true },
    });
    expect((await fileOf(mo, id)).acts).toMatchObject([{ answer: 'No sabía que molestaba.' }]);
  });

  it('lets the matter continue when the moderator undoes the talk', async () => {
    const { ben, mo, id } = await makeReportedProfile(app);
    await claim(mo, id);
    const input = { matterId: id, words: 'Hola' };
    const { talkToReported } = await apiAs(mo).ask(TALK_TO_REPORTED, { input });
    await apiAs(mo).ask(UNDO_ACT, { id: talkToReported.id });
    app.clock.move(31 * SECOND);
    expect(await noticesOf(ben)).toEqual([]);
    expect(await apiAs(mo).ask(matterDocument('claimMatter'), { id })).toMatchObject({
      claimMatter: { stage: 'inHand' },
    });
  });

  it('ends the assignment of the matter if it has no answer for a week', async () => {
    const { mo, ma, id } = await makeReportedProfile(app);
    await claim(mo, id);
    await apiAs(mo).ask(TALK_TO_REPORTED, { input: { matterId: id, words: 'Hola' } });
    await extendSessions(mo, ma);
    app.clock.move(2 * DAY);
    await app.get(ModerationJobs).releaseMatters();
    expect(await apiAs(ma).code(matterDocument('claimMatter'), { id })).toBe('CONFLICT');
    await extendSessions(ma);
    app.clock.move(6 * DAY);
    await app.get(ModerationJobs).releaseMatters();
    expect(await apiAs(ma).ask(matterDocument('claimMatter'), { id })).toMatchObject({
      claimMatter: { stage: 'inHand', isMine: true },
    });
    // A matter without an assigned moderator does not wait: a moderator must take it.
    await apiAs(ma).ask(TALK_TO_REPORTED, { input: { matterId: id, words: '¿Hola?' } });
    const released = await apiAs(ma).ask(matterDocument('releaseMatter'), { id });
    expect(released).toMatchObject({ releaseMatter: { stage: 'open' } });
    app.clock.move(-8 * DAY);
  });
});

describe('sanctions and notices', () => {
  it('are possible only for the moderator assigned to the matter, whatever duty other accounts have', async () => {
    const { ada, ben, mo, ma, id, reportId } = await makeReportedProfile(app);
    const acts = [
      [WARN_REPORTED, { input: { matterId: id, ...sanctionReason() } }],
      [TALK_TO_REPORTED, { input: { matterId: id, words: 'Hola' } }],
      [REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } }],
    ] as const;
    for (const [document, variables] of acts) {
      for (const other of [ben, mo, ma])
        expect(await apiAs(other).code(document, variables)).toBe('NOT_FOUND');
      expect(await apiAs(ada).code(document, variables)).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    await claim(mo, id);
    for (const [document, variables] of acts)
      expect(await apiAs(mo).code(document, variables)).toBe('OK');
  });

  it('start from a draft in the language of the recipient', async () => {
    const { ben, mo, ma, id } = await makeReportedProfile(app);
    await app.db.query(`update account set language = 'pt' where id = $1`, [ben.accountId]);
    await claim(mo, id);
    const DRAFT = `query ($id: ID!, $kind: NoticeKind!) {
      noticeDraft(matterId: $id, kind: $kind, reason: spam) }`;
    const { noticeDraft } = await apiAs(mo).ask(DRAFT, { id, kind: 'warning' });
    expect(noticeDraft).toContain('Pedimos que isto não se repita');
    expect(await apiAs(mo).code(DRAFT, { id, kind: 'talk' })).toBe('INVALID');
    expect(await apiAs(ma).code(DRAFT, { id, kind: 'warning' })).toBe('NOT_FOUND');
  });
});

it('notices reach a suspended member and their data export, and no applicant or staff account', async () => {
  const { ben, mo, id } = await makeReportedProfile(app);
  await claim(mo, id);
  const notice = await warned(mo, id);
  app.clock.move(31 * SECOND);
  await app.db.query(`update account set standing = 'suspended' where id = $1`, [ben.accountId]);
  const again: Person = { ...ben, ...(await signInBrowser(app, ben.accountId)) };
  expect(await noticesOf(again)).toMatchObject([
    { id: notice, viewerCan: containingActions(['read', 'appeal'], { without: ['answer'] }) },
  ]);
  for (const standing of ['locked', 'former', 'applicant', 'staff']) {
    await app.db.query(`update account set standing = $1 where id = $2`, [standing, ben.accountId]);
    expect(await apiAs(again).code(READ_NOTICE, { id: notice })).not.toBe('OK');
  }
});

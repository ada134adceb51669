import { DataExportService } from '#signin/accounts/data-export.service.js';
import { Instance } from '#settings/instance.entity.js';
import { StandingService } from '#members/standing.service.js';
import { ModeratorsService } from '#moderation/matters/moderators.service.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { contentOfFiles, dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { makePerson, type Person, signInAgain } from '../../support/factories/make-people.js';
import {
  MATTER_QUEUE_QUERY,
  matterDocument,
  OPEN_MATTER,
  REMOVE_CONTENT,
  REPORT_SUBJECT,
  sanctionReason,
  SEPARATE_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { makeHelper } from '../../support/factories/support/case-helpers.js';
import {
  joinSide,
  makeCaseWithProfile,
  offerCaseToSide,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import { joinSupporter, partIdOf } from '../../support/factories/support/case-team.js';
import { allowAskingWithoutAccount, askAsGuest } from '../../support/factories/support/guests.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import {
  makeCase,
  threadActions,
  THREAD_OPERATIONS,
  threadsOf,
} from '../../support/messages/case-threads.js';

const app = useApp();
const UNKNOWN = '3f1d2c3b-0000-4000-8000-000000000000';
const NOTE = 'Me escribe a mi casa.';
const canary = (name: string) => `canario-${name}-${crypto.randomUUID().slice(0, 8)}`;

const inputOf = (subject: string, subjectId: string, more: object = {}) => ({
  input: { subject, subjectId, reason: 'harassment', note: NOTE, ...more },
});
const report = (who: Requester, subject: string, id: string, more: object = {}) =>
  apiAs(who).ask(REPORT_SUBJECT, inputOf(subject, id, more));
const reportCode = (who: Requester, subject: string, id: string, more: object = {}) =>
  apiAs(who).code(REPORT_SUBJECT, inputOf(subject, id, more));
/** The last report, and its matter. */
async function lastReport() {
  const [row] = await app.db.query<{ id: string; matter_id: string }>(
    'select id, matter_id from report order by created_at desc, id limit 1',
  );
  return { id: row!.id, matterId: row!.matter_id };
}
const giveDuty = ({ accountId }: Person) =>
  app.db.query(`insert into duty (account_id, name) values ($1, 'moderate')`, [accountId]);
const queueIds = async (who: Person): Promise<string[]> =>
  (await apiAs(who).ask(MATTER_QUEUE_QUERY)).matterQueue.map(({ id }: { id: string }) => id);
/** Claims the matter and returns its whole file. */
async function openMatter(moderator: Person, id: string) {
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id });
  return (await apiAs(moderator).ask(OPEN_MATTER, { id })).openMatter;
}

let moderator: Person;
beforeEach(async () => {
  moderator = await makePerson(app, 'mod', 'moderator');
});

describe('reporting a message of a case', () => {
  it('the requester sends moderators this message under the work name, and nothing else of the case', async () => {
    const { requester, supporter, requestId, requesterId } = await makeCase(app);
    const [before, said, after] = [canary('before'), canary('said'), canary('after')];
    await threadActions(supporter).post(requesterId, before);
    const { id } = await threadActions(supporter).post(requesterId, said);
    await threadActions(requester).post(requesterId, after);
    const [shown] = (await threadActions(requester).read(requesterId)).filter(
      (one) => one.id === id,
    );
    expect(shown.viewerCan).toContain('report');
    const around = 'query ($id: ID!) { reportContext(messageId: $id) { id } }';
    expect((await apiAs(requester).ask(around, { id })).reportContext).toEqual([]);
    const [first] = await threadActions(requester).read(requesterId);
    expect(await reportCode(requester, 'Message', id, { contextIds: [first.id] })).toBe('INVALID');
    await report(requester, 'Message', id);
    expect(await reportCode(requester, 'Message', id)).toBe('CONFLICT');
    // The copy does not change with the message, and stays when the case is destroyed.
    await threadActions(supporter).edit(id, 'Otra cosa');
    const { number } = await requesterActions(requester).one(requestId);
    await requesterActions(requester).delete(requestId);
    const { matterId } = await lastReport();
    const queue = (await apiAs(moderator).ask(MATTER_QUEUE_QUERY)).matterQueue;
    const file = await openMatter(moderator, matterId);
    expect(file.reports).toMatchObject([
      { forwarded: said, context: '', note: NOTE, knownAs: supporter.workName },
    ]);
    const secrets = [before, after, requestId, requesterId, id, requester.accountId, 'Nayra'];
    expect(textsInDump(JSON.stringify([queue, file]), secrets)).toEqual([]);
    expect(JSON.stringify(file)).not.toContain(`"${number}"`);
    await waitForJobs(app);
    const places = [
      await dumpDatabase(app),
      contentOfFiles(app.dataDir),
      JSON.stringify(sentMails(app)),
    ];
    for (const place of places) expect(textsInDump(place, [said, NOTE, before])).toEqual([]);
  });

  it('a supporter reports the requester, and another supporter in the internal thread', async () => {
    const { requester, supporter, requestId, requesterId, internalId } = await makeCase(app);
    const other = await joinSupporter(app, { supporter, requester, requestId });
    const theirs = await threadActions(requester).post(requesterId, 'Te voy a buscar.');
    await report(supporter, 'Message', theirs.id);
    const about = await lastReport();
    expect((await openMatter(moderator, about.matterId)).reports).toMatchObject([
      { forwarded: 'Te voy a buscar.', knownAs: 'Nayra' },
    ]);
    const internal = await threadActions(other).post(internalId, 'Qué persona más inútil.');
    await report(supporter, 'Message', internal.id);
    const second = await lastReport();
    expect(second.matterId).not.toBe(about.matterId);
    expect((await openMatter(moderator, second.matterId)).reports).toMatchObject([
      { forwarded: 'Qué persona más inútil.', knownAs: other.workName },
    ]);
    // The report ends no part in the case, so that nobody learns of it.
    expect(await threadActions(supporter).readCode(requesterId)).toBe('OK');
  });

  it('others get the answer of an unknown message, and the author and a deleted message are refused', async () => {
    const { requester, supporter, requestId, requesterId, internalId } = await makeCase(app);
    const other = await makeCase(app);
    const { id } = await threadActions(supporter).post(requesterId, 'Hola');
    const internal = await threadActions(supporter).post(internalId, 'Nota');
    const outside = await threadActions(other.supporter).post(other.requesterId, 'Hola');
    const answer = async (who: Requester, messageId: string) =>
      (await apiAs(who).raw(REPORT_SUBJECT, inputOf('Message', messageId))).text();
    const unknown = await answer(requester, UNKNOWN);
    expect(unknown).toContain('NOT_FOUND');
    const hidden: [Requester, string][] = [
      ...[await makePerson(app, 'ona', 'member'), moderator, other.requester, other.supporter].map(
        (who): [Requester, string] => [who, id],
      ),
      ...[internal.id, outside.id].map((one): [Requester, string] => [requester, one]),
    ];
    for (const [who, messageId] of hidden) expect(await answer(who, messageId)).toBe(unknown);
    expect(await reportCode(supporter, 'Message', id)).toBe('FORBIDDEN');
    const theirs = await threadActions(requester).post(requesterId, 'Gracias');
    await supporterActions(supporter).release(requestId);
    expect(await answer(supporter, theirs.id)).toBe(unknown);
    expect(await reportCode(requester, 'Message', id)).toBe('OK');
    const gone = await threadActions(other.supporter).post(other.requesterId, 'Se borra');
    await apiAs(other.supporter).ask(THREAD_OPERATIONS.delete, { id: gone.id });
    await expect(report(other.requester, 'Message', gone.id)).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'message.deleted' },
    });
  });

  it('an applicant and a suspended member report in their case, also after its end, and nothing elsewhere', async () => {
    const { personId } = await makeVisibleProfile(await makePerson(app, 'ada', 'member'));
    for (const kind of ['applicant', 'member'] as const) {
      const { requester, supporter, requestId, requesterId } = await makeCase(app, { kind });
      const { id } = await threadActions(supporter).post(requesterId, 'No sirves.');
      const until = app.clock.in(DAY);
      if (kind === 'member')
        await app.db.write(() => app.get(StandingService).suspend(requester.accountId, until));
      await supporterActions(supporter).close(requestId);
      const who = await signInAgain(requester);
      const codes = [
        await reportCode(who, 'Profile', personId),
        await reportCode(who, 'Message', id),
        await reportCode(who, 'Supporter', await partIdOf(supporter, requestId)),
      ];
      expect([kind, ...codes]).toEqual([kind, 'NOT_FOUND', 'OK', 'OK']);
    }
  });

  it('a moderator removes the message without the case, and separates the two', async () => {
    const { requester, supporter, requestId, requesterId } = await makeCase(app);
    const { id } = await threadActions(supporter).post(requesterId, 'No sirves.');
    await report(requester, 'Message', id);
    const { id: reportId, matterId } = await lastReport();
    await openMatter(moderator, matterId);
    await apiAs(moderator).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
    expect(await threadActions(requester).read(requesterId)).toMatchObject([
      { id, body: '', isDeleted: true },
    ]);
    expect(await threadActions(moderator).readCode(requesterId)).toBe('NOT_FOUND');
    const separation = { input: { reportId, leaving: [], ...sanctionReason() } };
    await apiAs(moderator).ask(SEPARATE_REPORTED, separation);
    await waitForJobs(app);
    expect(await threadActions(supporter).readCode(requesterId)).toBe('NOT_FOUND');
    expect((await requesterActions(requester).one(requestId)).stage).toBe('waiting');
  });
});

describe('reporting a supporter', () => {
  it('the requester reports a supporter of the case with a note, also after they left', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    const partId = await partIdOf(supporter, requestId);
    expect(await reportCode(requester, 'Supporter', partId, { note: '  ' })).toBe('INVALID');
    await supporterActions(supporter).release(requestId);
    await report(requester, 'Supporter', partId);
    expect(await reportCode(requester, 'Supporter', partId)).toBe('CONFLICT');
    const { id: reportId, matterId } = await lastReport();
    const file = await openMatter(moderator, matterId);
    expect(file.reports).toMatchObject([
      { forwarded: '', context: '', note: NOTE, knownAs: supporter.workName },
    ]);
    await expect(
      apiAs(moderator).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } }),
    ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'content.none' });
    const exported = await app.get(DataExportService).read(requester.accountId);
    expect(JSON.stringify(exported)).toContain(NOTE);
    const reported = await app.get(DataExportService).read(supporter.accountId);
    expect(JSON.stringify(reported)).not.toContain(NOTE);
  });

  it('a former requester and the partner side report the supporters of their time, and nobody else does', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    await makeVisibleProfile(requester, 'Nayra Quispe');
    const ona = await joinSide(app, made);
    await supporterActions(supporter).release(requestId);
    const next = await makeSupporter(app);
    await supporterActions(next).take(requestId);
    await offerCaseToSide(made);
    await partnerActions(ona).acceptOwnership(requestId);
    await partnerActions(requester).leave(requestId);
    const late = await makeSupporter(app);
    await supporterActions(next).release(requestId);
    await supporterActions(late).take(requestId);

    const codesOf = (who: Requester) =>
      Promise.all(
        [supporter, next, late].map(async (one) =>
          reportCode(who, 'Supporter', await partIdOf(one, requestId)),
        ),
      );
    expect(await codesOf(requester)).toEqual(['OK', 'OK', 'NOT_FOUND']);
    expect(await codesOf(ona)).toEqual(['OK', 'OK', 'OK']);
    expect(await codesOf(await makePerson(app, 'ivo', 'member'))).toEqual(
      Array.from({ length: 3 }, () => 'NOT_FOUND'),
    );
    for (const who of [requester, supporter, next, late, ona]) await giveDuty(who);
    const { matterId } = await lastReport();
    for (const who of [requester, supporter, next, late])
      expect(await queueIds(who)).not.toContain(matterId);
    expect(await queueIds(moderator)).toContain(matterId);
  });

  it('an outside helper reports no supporter, although they are in the same case', async () => {
    const made = await makeCaseWithProfile(app);
    const { helper } = await makeHelper(app, made);
    const partId = await partIdOf(made.supporter, made.requestId);
    expect(await reportCode(helper, 'Supporter', partId)).toBe('NOT_FOUND');
  });

  it('nobody can find out by a report who claimed a request, or who supports somebody else', async () => {
    const { supporter, requestId } = await makeCase(app);
    const partId = await partIdOf(supporter, requestId);
    const requester = await makePerson(app, 'ona', 'member');
    const claimer = await makeSupporter(app);
    await supporterActions(claimer).claimAndOpen(await askForSupport(requester));
    const answers = await Promise.all(
      [UNKNOWN, partId, supporter.supporterId, claimer.supporterId].map(async (id) =>
        (await apiAs(requester).raw(REPORT_SUBJECT, inputOf('Supporter', id))).text(),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    expect(await reportCode(supporter, 'Supporter', partId)).toBe('NOT_FOUND');
  });

  it('nobody can find out by a report or by the marks of supporters that a person of the side claimed the request', async () => {
    const requester = await makePerson(app, 'nayra', 'member');
    await makeVisibleProfile(requester, 'Nayra Quispe');
    const requestId = await askForSupport(requester);
    const friend = await makeSupporter(app);
    const { personId } = await makeVisibleProfile(friend, 'Beatriz');
    await supporterActions(friend).claim(requestId);
    await supporterActions(friend).recuse(requestId);
    const supporter = await makeSupporter(app);
    await supporterActions(supporter).take(requestId);
    await partnerActions(requester).invite(requestId, personId);
    await partnerActions(friend).accept(requestId, 'Vecina');
    for (const id of [friend.supporterId, await partIdOf(friend, requestId)])
      expect(await reportCode(requester, 'Supporter', id)).toBe('NOT_FOUND');
    const marked = `query ($id: ID!) { caseTeam(id: $id) { supporterAuthorIds } }`;
    const { caseTeam } = await apiAs(requester).ask(marked, { id: requestId });
    expect(caseTeam.supporterAuthorIds).toHaveLength(1);
    const supporterPart = await partIdOf(supporter, requestId);
    expect(await reportCode(requester, 'Supporter', supporterPart)).toBe('OK');
  });

  it('no moderator of the case receives the report: the reported one, a colleague and the requester', async () => {
    const { requester, supporter, requestId, requesterId } = await makeCase(app);
    const colleague = await joinSupporter(app, { supporter, requester, requestId });
    for (const who of [requester, supporter, colleague]) await giveDuty(who);
    const { id } = await threadActions(supporter).post(requesterId, 'No sirves.');
    await report(requester, 'Supporter', await partIdOf(supporter, requestId));
    await report(requester, 'Message', id);
    await report(colleague, 'Message', id);
    const { matterId } = await lastReport();
    await waitForJobs(app);
    for (const who of [requester, supporter, colleague]) {
      expect(await queueIds(who)).not.toContain(matterId);
      expect(await apiAs(who).code(matterDocument('claimMatter'), { id: matterId })).toBe(
        'NOT_FOUND',
      );
    }
    expect(await queueIds(moderator)).toContain(matterId);
    const notified = await app.get(ModeratorsService).ofMatter(matterId);
    expect(notified).toContain(moderator.accountId);
    for (const who of [requester, supporter, colleague])
      expect(notified).not.toContain(who.accountId);
    // Also a colleague who is no party and reported nothing.
    await app.db.query('delete from report where reporter_id = $1', [colleague.accountId]);
    expect(await queueIds(colleague)).not.toContain(matterId);
  });
});

describe('a guest', () => {
  beforeAll(async () => {
    await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
    await allowAskingWithoutAccount(app);
  });

  it('reports a message and a supporter, and can still delete the case', async () => {
    const supporter = await makeSupporter(app);
    const guest = await askAsGuest(app);
    await supporterActions(supporter).take(guest.requestId);
    const { requesterId } = await threadsOf(app, guest.requestId);
    const { id } = await threadActions(supporter).post(requesterId, 'No sirves.');
    expect(await reportCode(guest, 'Message', id)).toBe('OK');
    const { id: reportId, matterId } = await lastReport();
    const partId = await partIdOf(supporter, guest.requestId);
    expect(await reportCode(guest, 'Supporter', partId)).toBe('OK');
    await openMatter(moderator, matterId);
    const separation = { input: { reportId, leaving: [], ...sanctionReason() } };
    await apiAs(moderator).ask(SEPARATE_REPORTED, separation);
    await waitForJobs(app);
    expect(await threadActions(supporter).readCode(requesterId)).toBe('NOT_FOUND');
    await requesterActions(guest).delete(guest.requestId);
    await waitForJobs(app);
    const rest = await app.db.query('select from report where matter_id = $1', [matterId]);
    expect(rest).toEqual([]);
    expect((await openMatter(moderator, matterId)).reports).toEqual([]);
  });

  it('cannot be reported, because there is no account to act on', async () => {
    const supporter = await makeSupporter(app);
    const guest = await askAsGuest(app);
    await supporterActions(supporter).take(guest.requestId);
    const { requesterId } = await threadsOf(app, guest.requestId);
    const { id } = await threadActions(guest).post(requesterId, 'No sirves.');
    const [shown] = await threadActions(supporter).read(requesterId);
    expect(shown.viewerCan).not.toContain('report');
    expect(await reportCode(supporter, 'Message', id)).toBe('FORBIDDEN');
  });
});

import { DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import {
  MATTER_QUEUE_QUERY,
  matterDocument,
  OPEN_MATTER,
  REPORT_SUBJECT,
} from '../../support/factories/moderation-documents.js';
import { helperActions, makeHelper } from '../../support/factories/support/case-helpers.js';
import {
  joinSide,
  makeCaseWithProfile,
  makeVisiblePerson,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import { partIdOf, teamActions } from '../../support/factories/support/case-team.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
  withWorkName,
} from '../../support/factories/support-requests.js';

const app = useApp();
type Supporter = Awaited<ReturnType<typeof makeSupporter>>;
const EARLIER = 'query ($id: ID!) { caseTeam(id: $id) { earlier { id workName } } }';
const earlier = async (who: Requester, id: string) =>
  (await apiAs(who).ask(EARLIER, { id })).caseTeam.earlier;

it('the side reads who supported the case before, by the name of that time, also once it has closed', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const ona = await joinSide(app, made);
  const first = { id: await partIdOf(supporter, requestId), workName: supporter.workName };
  for (const who of [requester, ona]) expect(await earlier(who, requestId)).toEqual([]);
  await supporterActions(supporter).release(requestId);
  for (const who of [requester, ona]) expect(await earlier(who, requestId)).toEqual([first]);
  const next = await makeSupporter(app);
  await supporterActions(next).take(requestId);
  await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
  expect(await earlier(requester, requestId)).toEqual([first]);
  expect(await earlier(next, requestId)).toEqual([]);
  await supporterActions(next).close(requestId);
  const second = { id: await partIdOf(next, requestId), workName: next.workName };
  for (const who of [requester, ona])
    expect(await earlier(who, requestId)).toEqual([first, second]);
});

it('a partner and a supporter who know a supporter from another case read no earlier name of theirs', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const first = { id: await partIdOf(supporter, requestId), workName: supporter.workName };
  await supporterActions(supporter).release(requestId);
  const next = await makeSupporter(app);
  await supporterActions(next).take(requestId);
  const ona = await joinSide(app, made);
  const renamed = await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
  for (const who of [ona, next]) await supporterActions(renamed).take(await askForSupport(who));
  expect(await earlier(requester, requestId)).toEqual([first]);
  for (const who of [ona, next]) expect(await earlier(who, requestId)).toEqual([]);
  await supporterActions(next).release(requestId);
  const second = { id: await partIdOf(next, requestId), workName: next.workName };
  expect(await earlier(requester, requestId)).toEqual([first, second]);
  expect(await earlier(ona, requestId)).toEqual([second]);
  const claimer = await makeSupporter(app);
  await supporterActions(claimer).claim(requestId);
  await supporterActions(renamed).take(await askForSupport(claimer));
  expect(await earlier(claimer, requestId)).toEqual([]);
});

it('nobody links the name of a former supporter to the present one, by an id or by reports', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const ona = await joinSide(app, made);
  const first = { id: await partIdOf(supporter, requestId), workName: supporter.workName };
  await supporterActions(supporter).release(requestId);
  const next = await makeSupporter(app);
  await supporterActions(next).take(requestId);
  await partnerActions(requester).leaveOwn(requestId);
  await partnerActions(ona).takeOver(requestId);
  await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
  expect(await earlier(ona, requestId)).toEqual([first]);

  const asking: { supporters: { id: string }[] } = (
    await apiAs(ona).ask('{ supportAsking { supporters { id } } }')
  ).supportAsking;
  const listed = asking.supporters.map(({ id }) => id);
  expect(listed).toEqual(expect.arrayContaining([supporter.supporterId, next.supporterId]));
  expect(listed).not.toContain(first.id);
  const said = { subject: 'Supporter', reason: 'harassment', note: 'Me llamó de noche.' };
  const code = (subjectId: string) =>
    apiAs(ona).code(REPORT_SUBJECT, { input: { ...said, subjectId } });
  for (const id of listed) expect(await code(id)).toBe('NOT_FOUND');
  expect(await code(first.id)).toBe('OK');
  const moderator = await makePerson(app, 'mod', 'moderator');
  const [{ id }] = (await apiAs(moderator).ask(MATTER_QUEUE_QUERY)).matterQueue;
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id });
  const { openMatter } = await apiAs(moderator).ask(OPEN_MATTER, { id });
  expect(openMatter.reports).toMatchObject([{ knownAs: first.workName }]);
});

it('two names of one supporter in a case are listed as two people, while the second one supports it too', async () => {
  const { requester, supporter, requestId } = await makeCaseWithProfile(app);
  const first = { id: await partIdOf(supporter, requestId), workName: supporter.workName };
  await supporterActions(supporter).release(requestId);
  const renamed = await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
  await supporterActions(renamed).take(requestId);
  expect(await earlier(requester, requestId)).toEqual([first]);
  await supporterActions(renamed).release(requestId);
  const second = { id: await partIdOf(renamed, requestId), workName: renamed.workName };
  expect(await earlier(requester, requestId)).toEqual([first, second]);
  await supporterActions(renamed).take(requestId);
  expect(await earlier(requester, requestId)).toEqual([first]);
});

it('the side reads the part of a present supporter, by which it reports them, and a supporter does not', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const ona = await joinSide(app, made);
  const partIds = async (who: Requester) => {
    const text = 'query ($id: ID!) { caseTeam(id: $id) { members { partId } } }';
    const { members } = (await apiAs(who).ask(text, { id: requestId })).caseTeam;
    return members.map(({ partId }: { partId: string | null }) => partId);
  };
  const partId = await partIdOf(supporter, requestId);
  for (const who of [requester, ona]) expect(await partIds(who)).toEqual([partId]);
  expect(await partIds(supporter)).toEqual([null]);
});

describe('a person who reads a case no more', () => {
  const FORMER_CASES = '{ formerCases { id number supporters { id workName } } }';
  const formerCases = async (who: Requester) => (await apiAs(who).ask(FORMER_CASES)).formerCases;
  const shown = async ({ workName, ...who }: Supporter, requestId: string) => ({
    ...{ id: await partIdOf(who, requestId), workName },
  });
  const reportCode = async (who: Requester, subjectId: string) => {
    const said = { subject: 'Supporter', reason: 'harassment', note: 'Me llamó de noche.' };
    return apiAs(who).code(REPORT_SUBJECT, { input: { ...said, subjectId } });
  };

  it('as its requester reads and reports who supported it until they left, and nothing else of it', async () => {
    const { requester, supporter, requestId } = await makeCaseWithProfile(app);
    const { number } = await requesterActions(requester).one(requestId);
    expect(await formerCases(requester)).toEqual([]);
    await partnerActions(requester).leaveOwn(requestId);
    const [supporters, left] = [[await shown(supporter, requestId)], await formerCases(requester)];
    expect(left).toEqual([{ id: requestId, number, supporters }]);
    expect(await teamActions(requester).teamCode(requestId)).toBe('NOT_FOUND');
    await partnerActions(requester).comeBack(requestId);
    expect(await formerCases(requester)).toEqual([]);
    await partnerActions(requester).leaveOwn(requestId);
    await supporterActions(supporter).release(requestId);
    await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
    expect(await formerCases(requester)).toEqual(left);
    expect(await reportCode(requester, supporters[0]!.id)).toBe('OK');
    await requesterActions(requester).delete(requestId);
    expect(await formerCases(requester)).toEqual([]);
  });

  it('as a former requester or partner reads and reports the supporters of their time, also while suspended', async () => {
    const made = await makeCaseWithProfile(app);
    const { requester, supporter, requestId } = made;
    const ona = await joinSide(app, made);
    const ivo = await makeVisiblePerson(app, 'ivo');
    await partnerActions(requester).invite(requestId, ivo.personId);
    await partnerActions(ivo).accept(requestId, 'Vecino');
    await partnerActions(ivo).leave(requestId);
    await supporterActions(supporter).release(requestId);
    const next = await makeSupporter(app);
    await supporterActions(next).take(requestId);
    await partnerActions(requester).leaveOwn(requestId);
    await partnerActions(ona).takeOver(requestId);
    await supporterActions(next).release(requestId);
    const late = await makeSupporter(app);
    await supporterActions(late).take(requestId);

    const { number } = await requesterActions(ona).one(requestId);
    const [first, second] = [await shown(supporter, requestId), await shown(next, requestId)];
    const ofCase = { id: requestId, number };
    expect(await formerCases(requester)).toEqual([{ ...ofCase, supporters: [first, second] }]);
    expect(await formerCases(ivo)).toEqual([{ ...ofCase, supporters: [first] }]);
    await app.db.write(() => app.get(StandingService).suspend(ivo.accountId, app.clock.in(DAY)));
    const suspended = await signInAgain(ivo);
    expect(await formerCases(suspended)).toEqual([{ ...ofCase, supporters: [first] }]);
    expect(await reportCode(suspended, first.id)).toBe('OK');
    expect(await reportCode(suspended, second.id)).toBe('NOT_FOUND');
    const lastId = await partIdOf(late, requestId);
    expect(await reportCode(requester, lastId)).toBe('NOT_FOUND');
    for (const who of [ona, supporter, next, late]) expect(await formerCases(who)).toEqual([]);
    await requesterActions(ona).delete(requestId);
    for (const who of [requester, suspended]) expect(await formerCases(who)).toEqual([]);
  });

  it('as the requester of several cases lists them, latest first, each with its own supporters', async () => {
    const { requester, supporter, requestId: firstId } = await makeCaseWithProfile(app);
    await partnerActions(requester).leaveOwn(firstId);
    const next = await makeSupporter(app);
    const secondId = await askForSupport(requester);
    await supporterActions(next).take(secondId);
    await partnerActions(requester).leaveOwn(secondId);
    expect(await formerCases(requester)).toMatchObject([
      { id: secondId, supporters: [await shown(next, secondId)] },
      { id: firstId, supporters: [await shown(supporter, firstId)] },
    ]);
  });

  it('as an outside helper reads of no supporter', async () => {
    const made = await makeCaseWithProfile(app);
    const { helper } = await makeHelper(app, made);
    await helperActions(helper).leave(made.requestId);
    expect(await formerCases(helper)).toEqual([]);
  });
});

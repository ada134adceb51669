import { DAY, MINUTE } from '#kernel/clock.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { StandingService } from '#members/standing.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { PausedCasesService } from '#support/pauses/paused-cases.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { ThreadNews } from '#support/threads/thread-news.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInAgain } from '../../support/factories/make-people.js';
import { callActions, setHours } from '../../support/factories/support/calls.js';
import {
  consentTo,
  helperActions,
  makeWillingHelper,
} from '../../support/factories/support/case-helpers.js';
import {
  joinSide,
  makeCaseWithProfile,
  makeVisiblePerson,
  offerCaseToSide,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import { teamActions } from '../../support/factories/support/case-team.js';
import {
  makeSupporter,
  requesterActions,
  supportDocument,
  supporterActions,
  supportInputDocument,
} from '../../support/factories/support-requests.js';
import { threadActions } from '../../support/messages/case-threads.js';

const app = useApp();

/** A case with a person on the partner side, whose requester has left it. */
async function makePaused() {
  const made = await makeCaseWithProfile(app);
  const ona = await joinSide(app, made);
  await threadActions(made.supporter).post(made.requesterId, 'Antes de la pausa');
  await partnerActions(made.requester).leaveOwn(made.requestId);
  return { ...made, ona };
}

const stageOf = async (id: string) =>
  (
    await app.db.query(
      'select stage, close_reason as why, left_at is not null as left from support_request where id = $1',
      [id],
    )
  )[0];
const refusal = (code: string, reason?: string) => ({ code, ...(reason && { reason }) });
const OFFER_CASE = supportInputDocument('offerCase', 'OfferCaseInput');

it('a requester who leaves reads no thread, keeps their words, and comes back while the case is paused', async () => {
  const { requester, supporter, requestId, requesterId } = await makePaused();
  const does = requesterActions(requester);
  expect(await threadActions(requester).readCode(requesterId)).toBe('NOT_FOUND');
  expect(await threadActions(requester).postCode(requesterId)).toBe('NOT_FOUND');
  expect(await threadActions(requester).list()).toEqual([]);
  expect(await does.one(requestId)).toMatchObject({
    ...{ hasLeft: true, pausedUntil: expect.any(String), supporterName: null, reply: null },
    content: { goal: expect.any(String) },
    viewerCan: expect.arrayContaining(['read', 'delete', 'comeBack']),
  });
  const left = refusal('FORBIDDEN', 'support.youLeft');
  await expect(does.withdraw(requestId)).rejects.toMatchObject(left);
  await expect(does.exclude(requestId, [supporter.supporterId])).rejects.toMatchObject(left);
  await expect(partnerActions(requester).leaveOwn(requestId)).rejects.toMatchObject(left);

  await partnerActions(requester).comeBack(requestId);
  expect(await does.one(requestId)).toMatchObject({
    ...{ hasLeft: false, pausedUntil: null, supporterName: supporter.workName },
  });
  expect(await threadActions(requester).bodies(requesterId)).toEqual(['Antes de la pausa']);
  await threadActions(requester).post(requesterId, 'Volví');
  expect(await threadActions(supporter).bodies(requesterId)).toContain('Volví');
  await expect(partnerActions(requester).comeBack(requestId)).rejects.toMatchObject(
    refusal('FORBIDDEN', 'support.goesOn'),
  );
});

/** How many reading positions an account has in the threads of a case. */
const positionsOf = async ({ accountId }: { accountId: string }, requestId: string) =>
  (
    await app.db.query(
      `select from channel_reader r join channel c on c.id = r.channel_id
       where r.account_id = $1 and c.case_id = $2`,
      [accountId, requestId],
    )
  ).length;

it('a requester who comes back finds only messages unread that they had not read, and hears of none meanwhile', async () => {
  const { requester, supporter, requestId, requesterId } = await makeCaseWithProfile(app);
  await threadActions(supporter).post(requesterId, 'Uno');
  const { seq } = await threadActions(supporter).post(requesterId, 'Dos');
  await threadActions(requester).markRead(requesterId, seq);
  await requesterActions(requester).see(requestId);
  await partnerActions(requester).leaveOwn(requestId);
  await threadActions(supporter).post(requesterId, 'Durante la pausa');
  app.clock.move(MINUTE);
  await app.get(ThreadNews).readWhatIsBehind();
  const [who, lead] = [await signInAgain(requester), await signInAgain(supporter)];
  expect(await threadActions(who).list()).toEqual([]);
  expect(await requesterActions(who).news()).toBe(0);
  await expect(threadActions(who).markRead(requesterId, seq + 1)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  await partnerActions(who).comeBack(requestId);
  expect(await threadActions(who).list()).toMatchObject([{ unreadCount: 1 }]);
  await threadActions(lead).post(requesterId, 'Después');
  expect(await threadActions(who).list()).toMatchObject([{ unreadCount: 2 }]);
});

it('the reading position of a requester who left ends with the takeover, the closing, the case and the account', async () => {
  const taken = await makePaused();
  expect(await positionsOf(taken.requester, taken.requestId)).toBe(1);
  await partnerActions(taken.ona).takeOver(taken.requestId);
  expect(await positionsOf(taken.requester, taken.requestId)).toBe(0);
  expect(await positionsOf(taken.ona, taken.requestId)).toBe(1);

  const [closed, destroyed, deleted] = [await makePaused(), await makePaused(), await makePaused()];
  await requesterActions(destroyed.requester).delete(destroyed.requestId);
  await app.db.write(() => app.get(AccountDeletionService).end(deleted.requester.accountId));
  for (const { requester, requestId } of [destroyed, deleted])
    expect(await positionsOf(requester, requestId)).toBe(0);
  app.clock.move(30 * DAY);
  expect(await positionsOf(closed.requester, closed.requestId)).toBe(1);
  await app.get(PausedCasesService).run();
  expect(await positionsOf(closed.requester, closed.requestId)).toBe(0);
});

it('a requester who left exports what they asked, and nothing of the thread, the supporters and the calls', async () => {
  const { requester, supporter, requestId, requesterId } = await makePaused();
  await threadActions(supporter).post(requesterId, 'Durante la pausa');
  const exported = async () => {
    const { supportRequests } = await app.get(DataExportService).read(requester.accountId);
    return JSON.stringify(supportRequests);
  };
  const ofCase = ['Antes de la pausa', 'Durante la pausa', supporter.workName, 'activeAt', 'calls'];
  const shown = async () => {
    const text = await exported();
    return ofCase.filter((one) => text.includes(one));
  };
  expect(await shown()).toEqual([]);
  const { content } = await requesterActions(requester).one(requestId);
  expect(await exported()).toContain(content.goal);
  expect(await exported()).toMatch(/"leftAt":"\d/);
  await partnerActions(requester).comeBack(requestId);
  expect(await shown()).toEqual(ofCase);
});

it('during a pause the partner side and the supporters read on, and only the supporters write', async () => {
  const { supporter, requestId, requesterId, ona } = await makePaused();
  expect(await threadActions(ona).bodies(requesterId)).toEqual(['Antes de la pausa']);
  expect(await threadActions(ona).postCode(requesterId)).toBe('FORBIDDEN');
  await threadActions(supporter).post(requesterId, '¿Quién sigue?');
  expect(await partnerActions(ona).cases()).toMatchObject([
    { id: requestId, pausedUntil: expect.any(String) },
  ]);
  const file = await supporterActions(supporter).open(requestId);
  expect(file.pausedUntil).toEqual(expect.any(String));
});

it('a requester who left reads of no open question, which they could not answer, until they come back', async () => {
  const { requester, supporter, requestId } = await makeCaseWithProfile(app);
  await supporterActions(supporter).release(requestId);
  await supporterActions(supporter).claimAndOpen(requestId);
  await supporterActions(supporter).ask(requestId);
  await supporterActions(supporter).accept(requestId);
  await partnerActions(requester).leaveOwn(requestId);
  await requesterActions(requester).see(requestId);
  const shown = async () => {
    const { hasQuestion } = await requesterActions(requester).one(requestId);
    return { hasQuestion, news: await requesterActions(requester).news() };
  };
  expect(await shown()).toEqual({ hasQuestion: false, news: 0 });
  await supporterActions(supporter).release(requestId);
  expect(await shown()).toEqual({ hasQuestion: false, news: 0 });
  await partnerActions(requester).comeBack(requestId);
  expect(await shown()).toEqual({ hasQuestion: true, news: 1 });
  await requesterActions(requester).answer(requestId);
});

it('supporters neither close a paused case nor ask others into it, and can give it back', async () => {
  const { requester, supporter, requestId } = await makePaused();
  const other = await makeSupporter(app);
  const paused = refusal('FORBIDDEN', 'support.casePaused');
  await expect(supporterActions(supporter).close(requestId)).rejects.toMatchObject(paused);
  await expect(supporterActions(supporter).keepOpen(requestId)).rejects.toMatchObject(paused);
  const input = { requestId, supporterId: other.supporterId, takesOver: false };
  await expect(apiAs(supporter).ask(OFFER_CASE, { input })).rejects.toMatchObject(paused);
  await supporterActions(supporter).release(requestId);
  expect(await supporterActions(other).ids()).not.toContain(requestId);
  expect(await supporterActions(other).claimCode(requestId)).toBe('NOT_FOUND');

  await partnerActions(requester).comeBack(requestId);
  expect(await supporterActions(other).ids()).toContain(requestId);
  await supporterActions(other).take(requestId);
  await supporterActions(other).close(requestId);
});

it('a person of the partner side takes a paused case over, the first one alone, and its former requester stays away', async () => {
  const { requester, supporter, requestId, requesterId, ona } = await makePaused();
  const eva = await makeVisiblePerson(app, 'eva');
  await app.db.query(
    `insert into case_partner (request_id, account_id, expires_at, accepted_at) values ($1, $2, now(), now())`,
    [requestId, eva.accountId],
  );
  const stranger = await makeVisiblePerson(app, 'ivo');
  expect(await partnerActions(stranger).takeOverCode(requestId)).toBe('NOT_FOUND');
  expect(await requesterActions(ona).news()).toBe(2);
  const codes = await Promise.all(
    [ona, eva].map((who) => partnerActions(who).takeOverCode(requestId)),
  );
  expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
  const [owner, late] = codes[0] === 'OK' ? [ona, eva] : [eva, ona];
  await expect(partnerActions(late).takeOver(requestId)).rejects.toMatchObject(
    refusal('FORBIDDEN', 'support.goesOn'),
  );
  expect(await requesterActions(owner).one(requestId)).toMatchObject({
    ...{ stage: 'accepted', hasLeft: false, pausedUntil: null },
    content: { safeWay: null, goal: expect.any(String) },
  });
  await threadActions(owner).post(requesterId, 'Sigo yo');
  expect(await threadActions(supporter).bodies(requesterId)).toContain('Sigo yo');
  await expect(requesterActions(requester).one(requestId)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  await expect(partnerActions(requester).comeBack(requestId)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  expect(await partnerActions(requester).cases()).toEqual([]);
  await supporterActions(supporter).close(requestId);
});

it('leaving ends the call, the invitations, the offers and the outside help that the requester agreed to', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const ona = await joinSide(app, made);
  await offerCaseToSide(made);
  const eva = await makeVisiblePerson(app, 'eva');
  await partnerActions(requester).invite(requestId, eva.personId);
  const other = await makeSupporter(app);
  await teamActions(supporter).offer(requestId, other.supporterId);
  const willing = await makeWillingHelper(app, made);
  await consentTo(made, willing.of);
  await setHours(supporter);
  const [startsAt] = await callActions(requester, requestId).times();
  await callActions(requester, requestId).book(startsAt!);

  await partnerActions(requester).leaveOwn(requestId);
  expect(await partnerActions(eva).invitations()).toEqual([]);
  expect(await teamActions(other).acceptCode(requestId)).toBe('NOT_FOUND');
  expect(await helperActions(supporter).list(requestId)).toMatchObject([{ state: 'ended' }]);
  const calls = await app.db.query('select state from introductory_call where request_id = $1', [
    requestId,
  ]);
  expect(calls).toEqual([{ state: 'cancelled' }]);
  const declined = apiAs(ona).ask(supportDocument('declineOwnership'), { id: requestId });
  await expect(declined).rejects.toMatchObject(refusal('FORBIDDEN'));
});

it('a paused case closes after 30 days, and is destroyed like every closed one', async () => {
  const { requester, requestId, ona } = await makePaused();
  app.clock.move(29 * DAY);
  await app.get(PausedCasesService).run();
  expect(await stageOf(requestId)).toMatchObject({ stage: 'accepted' });
  app.clock.move(1 * DAY);
  await app.get(PausedCasesService).run();
  expect(await stageOf(requestId)).toEqual({ stage: 'closed', why: 'left', left: true });
  const [back, partner] = [await signInAgain(requester), await signInAgain(ona)];
  expect(await requesterActions(back).one(requestId)).toMatchObject({
    ...{ hasLeft: true, pausedUntil: null, closeReason: 'left', reopenableUntil: null },
    destroyedAt: expect.any(String),
  });
  await expect(partnerActions(back).comeBack(requestId)).rejects.toMatchObject(
    refusal('FORBIDDEN', 'support.ended'),
  );
  expect(await partnerActions(partner).takeOverCode(requestId)).toBe('FORBIDDEN');
  expect(await partnerActions(partner).cases()).toMatchObject([
    { stage: 'closed', destroyedAt: expect.any(String) },
  ]);
});

it('a paused case without a supporter closes after 30 days as well, and is never late', async () => {
  const { supporter, requestId } = await makePaused();
  await supporterActions(supporter).release(requestId);
  app.clock.move(30 * DAY);
  await app.get(SupportJobs).notifyOverdue();
  const [row] = await app.db.query<{ told: Date | null }>(
    'select overdue_told_at as told from support_request where id = $1',
    [requestId],
  );
  expect(row).toEqual({ told: null });
  await app.get(PausedCasesService).run();
  expect(await stageOf(requestId)).toMatchObject({ stage: 'closed', why: 'left' });
});

it('the case of a requester without a partner side is paused too, when they leave', async () => {
  const { requester, requestId } = await makeCaseWithProfile(app);
  await partnerActions(requester).leaveOwn(requestId);
  expect(await stageOf(requestId)).toMatchObject({ stage: 'accepted', left: true });
  await requesterActions(requester).delete(requestId);
  expect(await stageOf(requestId)).toBeUndefined();
});

it('the case of a former member is paused while somebody is on its side', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, requestId } = made;
  const ona = await joinSide(app, made);
  await app.db.write(() => app.get(StandingService).lapse(requester.accountId));
  expect(await stageOf(requestId)).toMatchObject({ stage: 'accepted', left: true });
  await partnerActions(ona).takeOver(requestId);
  expect(await requesterActions(ona).one(requestId)).toMatchObject({ hasLeft: false });
});

it('a requester does not come back to a side with a member whom moderation separated from them', async () => {
  const { requester, requestId, ona } = await makePaused();
  const separations = app.get(SeparationsService);
  await app.db.write(async () => {
    await separations.lock(requester.accountId, ona.accountId);
    await separations.start(requester.accountId, ona.accountId);
  });
  await waitForJobs(app);
  expect(await partnerActions(ona).cases()).toMatchObject([{ id: requestId }]);
  await expect(partnerActions(requester).comeBack(requestId)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  await partnerActions(ona).takeOver(requestId);
});

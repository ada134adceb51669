import { DutyName } from '#members/duty.entity.js';
import { DutiesService } from '#members/duties.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { useApp } from '../../support/app/app.js';
import {
  joinSide,
  makeCaseWithProfile,
  makeVisiblePerson,
  offerCaseToSide,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import {
  consentTo,
  helperActions,
  makeWillingHelper,
} from '../../support/factories/support/case-helpers.js';
import { teamActions } from '../../support/factories/support/case-team.js';
import { callActions, setHours } from '../../support/factories/support/calls.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { signInAgain } from '../../support/factories/make-people.js';
import { threadActions } from '../../support/messages/case-threads.js';

const app = useApp();

/** A case with a person on the partner side, who is offered it. */
async function makeOffer() {
  const made = await makeCaseWithProfile(app);
  const ona = await joinSide(app, made);
  const partnerId = await offerCaseToSide(made);
  return { ...made, ona, does: partnerActions(made.requester), partnerId };
}

it('a requester who hands the case over stays on the partner side, and the new one decides about the case', async () => {
  const { requester, supporter, requestId, requesterId, ona, does } = await makeOffer();
  expect(await does.list(requestId)).toMatchObject([{ isOfferedOwnership: true }]);
  expect((await partnerActions(ona).cases())[0].viewerCan).toContain('answerOwnership');
  await partnerActions(ona).acceptOwnership(requestId);

  await expect(requesterActions(requester).one(requestId)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(does.list(requestId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await partnerActions(requester).cases()).toMatchObject([{ id: requestId }]);
  await threadActions(requester).post(requesterId, 'Sigo aquí');
  await threadActions(ona).post(requesterId, 'Ahora decido yo');
  const authors = (await threadActions(supporter).read(requesterId)).map((one) => one.authorId);
  const AUTHOR = 'query ($id: ID!) { caseTeam(id: $id) { requesterAuthorId } }';
  const { caseTeam } = await apiAs(supporter).ask(AUTHOR, { id: requestId });
  expect(authors.indexOf(caseTeam.requesterAuthorId)).toBe(1);
  const [{ person }] = await partnerActions(ona).list(requestId);
  expect(person).toMatchObject({ name: 'Nayra Quispe' });
  expect(await partnerActions(ona).cases()).toEqual([]);
  expect(await threadActions(supporter).bodies(requesterId)).toContain('Sigo aquí');
  await requesterActions(ona).withdraw(requestId);
});

it('a requester who hands the case over takes along how the supporters reached them', async () => {
  const { requestId, requester, ona } = await makeOffer();
  await requesterActions(requester).changeContact(requestId, 'Por la radio');
  await partnerActions(ona).acceptOwnership(requestId);
  const { content } = await requesterActions(ona).one(requestId);
  expect(content).toMatchObject({
    ...{ safeWay: null, goal: expect.any(String) },
    ...{ beneficiary: null, beneficiaryNote: null },
  });
});

it('a requester who hands the case over takes along what they were asked and answered, also in linked requests', async () => {
  const requester = await makeVisiblePerson(app, 'nayra');
  const supporter = await makeSupporter(app);
  const [requestId, linkedId] = [await askForSupport(requester), await askForSupport(requester)];
  for (const id of [linkedId, requestId]) {
    await supporterActions(supporter).claimAndOpen(id);
    await supporterActions(supporter).ask(id);
    await requesterActions(requester).answer(id, 'Llamen a mi hermana.');
    await supporterActions(supporter).open(id);
  }
  const { number } = await requesterActions(requester).one(requestId);
  await supporterActions(supporter).linkDuplicate(linkedId, number);
  await supporterActions(supporter).open(requestId);
  await supporterActions(supporter).accept(requestId);
  const ona = await joinSide(app, { requester, requestId });
  await offerCaseToSide({ requester, requestId });
  const file = async () => JSON.stringify(await supporterActions(supporter).open(requestId));
  expect((await file()).match(/mi hermana/g)).toHaveLength(2);
  await partnerActions(ona).acceptOwnership(requestId);
  expect((await requesterActions(ona).one(requestId)).questions).toEqual([]);
  expect(await file()).not.toContain('mi hermana');
  expect(await app.db.query('select 1 from case_question')).toEqual([]);
});

it('a requester offers the case to one person at a time, who must take part, and can withdraw the offer', async () => {
  const { requestId, ona, does, partnerId } = await makeOffer();
  const eva = await makeVisiblePerson(app, 'eva');
  await does.invite(requestId, eva.personId);
  const invited = (await does.list(requestId)).find((one) => !one.takesPart);
  await expect(does.offerOwnership(requestId, invited.id)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await partnerActions(eva).accept(requestId, 'Otra');
  await does.offerOwnership(requestId, invited.id);
  const offered = (await does.list(requestId)).map((one) => one.isOfferedOwnership);
  expect(offered).toEqual([false, true]);
  await expect(partnerActions(ona).acceptOwnership(requestId)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await partnerActions(eva).declineOwnership(requestId);
  await does.offerOwnership(requestId, partnerId);
  await does.offerOwnership(requestId, null);
  await expect(partnerActions(ona).acceptOwnership(requestId)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

it('an offer counts as news for the person who is offered the case, until it is answered or withdrawn', async () => {
  const { requestId, ona, does, partnerId } = await makeOffer();
  const news = () => requesterActions(ona).news();
  expect(await news()).toBe(1);
  await partnerActions(ona).declineOwnership(requestId);
  expect(await news()).toBe(0);
  await does.offerOwnership(requestId, partnerId);
  expect(await news()).toBe(1);
  await does.offerOwnership(requestId, null);
  expect(await news()).toBe(0);
});

it('a former requester can delete the account, and the case goes on', async () => {
  const { requester, requestId, supporter, ona } = await makeOffer();
  await partnerActions(ona).acceptOwnership(requestId);
  await app.db.write(() => app.get(AccountErasersService).erase(requester.accountId));
  expect(await requesterActions(ona).one(requestId)).toMatchObject({ stage: 'accepted' });
  expect(await supporterActions(supporter).open(requestId)).toBeDefined();
});

it('an end for conduct concerns the new requester, and not the former one', async () => {
  const { requester, requestId, supporter, ona } = await makeOffer();
  await partnerActions(ona).acceptOwnership(requestId);
  await supporterActions(supporter).close(requestId, 'Cerramos aquí.', { isForConduct: true });
  const rows = await app.db.query(
    'select requester_id as id from case_assignment where request_id = $1 and is_for_conduct',
    [requestId],
  );
  expect(rows).toEqual([{ id: ona.accountId }]);
  expect(rows).not.toEqual([{ id: requester.accountId }]);
});

it('a new requester starts without invitations, offers, consents and a call of the former one', async () => {
  const { requester, supporter, requestId, ona, ...made } = await makeOffer();
  const eva = await makeVisiblePerson(app, 'eva');
  await partnerActions(requester).invite(requestId, eva.personId);
  const other = await makeSupporter(app);
  await teamActions(supporter).offer(requestId, other.supporterId);
  await teamActions(requester).agree(requestId, other.supporterId);
  const willing = await makeWillingHelper(app, { ...made, requester, supporter, requestId });
  await consentTo({ ...made, requester, supporter, requestId }, willing.of);
  await setHours(supporter);
  const [startsAt] = await callActions(requester, requestId).times();
  await callActions(requester, requestId).book(startsAt!);
  await partnerActions(ona).acceptOwnership(requestId);

  expect(await partnerActions(eva).invitations()).toEqual([]);
  expect(await teamActions(other).acceptCode(requestId)).toBe('NOT_FOUND');
  expect((await teamActions(ona).team(requestId)).offers).toEqual([]);
  expect(await helperActions(ona).consents(requestId)).toMatchObject([
    { state: 'described', consentedAt: null },
  ]);
  const lead = await signInAgain(supporter);
  expect(await helperActions(lead).shareCode(willing.of)).toBe('CONFLICT');
  expect(await callActions(lead, requestId).one()).toMatchObject({ state: 'cancelled' });
  await teamActions(supporter).offer(requestId, other.supporterId);
});

it('a new requester reads and exports only calls of their own time, and the supporter all of theirs', async () => {
  const { requester, supporter, requestId, ona } = await makeOffer();
  const PAST_CALLS = 'query ($id: ID!) { pastCalls(requestId: $id) { requesterZone } }';
  const zones = async (who: Requester): Promise<string[]> =>
    (await apiAs(who).ask(PAST_CALLS, { id: requestId })).pastCalls.map(
      (call: { requesterZone: string }) => call.requesterZone,
    );
  await setHours(supporter);
  const book = async (who: Requester, zone: string) => {
    const [startsAt] = await callActions(who, requestId).times();
    await callActions(who, requestId).book(startsAt!, { zone });
  };
  const exported = async () => {
    const { supportRequests } = await app.get(DataExportService).read(ona.accountId);
    return JSON.stringify(supportRequests).match(/America\/(La_Paz|Bogota)/g);
  };
  await book(requester, 'America/La_Paz');
  await callActions(requester, requestId).cancel('unwell');
  expect(await zones(requester)).toEqual(['America/La_Paz']);
  await partnerActions(ona).acceptOwnership(requestId);
  expect(await zones(ona)).toEqual([]);
  expect(await callActions(ona, requestId).one()).toBeNull();
  expect(await exported()).toBeNull();
  const former = await app.get(DataExportService).read(requester.accountId);
  expect(former['callsOfFormerCases']).toMatchObject([{ requester_zone: 'America/La_Paz' }]);
  await book(ona, 'America/Bogota');
  expect(await callActions(ona, requestId).one()).toMatchObject({ state: 'booked' });
  await callActions(ona, requestId).cancel();
  expect(await zones(ona)).toEqual(['America/Bogota']);
  expect(await exported()).toEqual(['America/Bogota']);
  expect((await zones(supporter)).toSorted()).toEqual(['America/Bogota', 'America/La_Paz']);
});

it('supporters who knew or moderated the former requester do not take the case, nor do people who left its side', async () => {
  const { requester, supporter, requestId, ona } = await makeOffer();
  const [known, fresh] = [await makeSupporter(app), await makeSupporter(app)];
  const mayTake = async (who: Requester) => (await supporterActions(who).ids()).includes(requestId);
  const alliances = app.get(AlliancesService);
  await app.db.write(() => alliances.start(known.accountId, requester.accountId));
  await partnerActions(ona).acceptOwnership(requestId);
  await app.db.write(async () =>
    alliances.end((await alliances.between(known.accountId, requester.accountId))!),
  );
  await partnerActions(requester).leave(requestId);
  await app.db.write(() =>
    app.get(DutiesService).give(requester.accountId, [DutyName.support], 'Apoyo'),
  );
  await supporterActions(supporter).release(requestId);
  expect(await mayTake(fresh)).toBe(true);
  expect(await mayTake(known)).toBe(false);
  expect(await mayTake(await signInAgain(requester))).toBe(false);
});

it('supporters do not vet or moderate a former requester for a year', async () => {
  const { requester, supporter, requestId, ona } = await makeOffer();
  const areTied = async () =>
    (
      await app.db.query('select from tie where account_id = $1 and other_id = $2 limit 1', [
        ...[supporter.accountId, requester.accountId],
      ])
    ).length === 1;
  await partnerActions(ona).acceptOwnership(requestId);
  await partnerActions(requester).leave(requestId);
  expect(await areTied()).toBe(true);
});

it('a person whom moderation separates from the requester cannot take the case over any more', async () => {
  const { requester, requestId, ona } = await makeOffer();
  // As if the separation had committed just before: the handler that ends the part of Ona has not run yet.
  await app.db.query(
    `insert into separation (low_id, high_id) values (least($1::uuid, $2), greatest($1::uuid, $2))`,
    [requester.accountId, ona.accountId],
  );
  await expect(partnerActions(ona).acceptOwnership(requestId)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { useApp } from '../../support/app/app.js';
import {
  joinSide,
  makeCaseWithProfile,
  makeVisiblePerson,
  offerCaseToSide,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import { requesterActions, supporterActions } from '../../support/factories/support-requests.js';
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
  expect(content).toMatchObject({ safeWay: null, goal: expect.any(String) });
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

import { DAY } from '#kernel/clock.js';
import { DutyName } from '#members/duty.entity.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { AccountsService } from '#members/accounts.service.js';
import { HelperRights } from '#support/helpers/helper-rights.js';
import { useApp } from '../../support/app/app.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import {
  joinSide,
  makeCaseWithProfile,
  offerCaseToSide,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import {
  consentTo,
  HELP_TEXT,
  helperActions,
  makeHelper,
  makeWillingHelper,
} from '../../support/factories/support/case-helpers.js';
import { joinSupporter, teamActions } from '../../support/factories/support/case-team.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import {
  makeSupporter,
  supporterActions,
  withWorkName,
} from '../../support/factories/support-requests.js';
import { makeCase, threadActions } from '../../support/messages/case-threads.js';

const app = useApp();

async function visible(name: string) {
  const who = await makePerson(app, name, 'member');
  return { ...who, ...(await makeVisibleProfile(who, name)) };
}

it('an outside helper reads and writes one thread after the question, the text, the consent and the approval, each refused before its turn', async () => {
  const made = await makeCase(app);
  const { requester, supporter, requestId, requesterId, internalId } = made;
  const ema = await visible('ema');
  await helperActions(supporter).ask(requestId, ema.personId);
  expect(await helperActions(ema).cases()).toMatchObject([
    ...[{ id: requestId, kind: 'care', state: 'asked', leadName: supporter.workName, text: null }],
  ]);
  const [{ id: helperId }] = await helperActions(supporter).list(requestId);
  const of = { requestId, helperId };
  expect(await helperActions(supporter).describeCode(of)).toBe('CONFLICT');
  expect(await helperActions(requester).consents(requestId)).toEqual([]);

  await helperActions(ema).agree(requestId, 'Electricista');
  expect(await helperActions(ema).agreeCode(requestId, 'Otra')).toBe('NOT_FOUND');
  expect(await helperActions(requester).consentCode(of, 'x')).toBe('NOT_FOUND');
  await helperActions(supporter).describe(of);
  const [entry] = await helperActions(requester).consents(requestId);
  expect(entry).toMatchObject({ state: 'described', name: 'Electricista', text: HELP_TEXT });
  expect(await helperActions(supporter).shareCode(of)).toBe('CONFLICT');
  await helperActions(requester).consent(of, entry.hash);
  expect(await helperActions(ema).cases()).toMatchObject([{ text: null, channelId: null }]);

  const { id, hash } = await helperActions(supporter).share(of);
  const approver = await makeSupporter(app);
  const { kind, shown } = await helperActions(approver).act(id);
  expect(kind).toBe('shareCase');
  expect(shown.slice(0, 2)).toEqual([
    ...[{ label: 'name', value: 'Electricista' }],
    ...[{ label: 'text', value: HELP_TEXT }],
  ]);
  expect(await helperActions(supporter).approveCode(id, hash)).toBe('FORBIDDEN');
  await helperActions(approver).approve(id, hash);

  const [{ channelId, text }] = await helperActions(ema).cases();
  expect(text).toBe(HELP_TEXT);
  await threadActions(supporter).post(channelId, 'Hola Ema');
  await threadActions(ema).post(channelId, 'Mido la señal mañana');
  expect(await threadActions(ema).bodies(channelId)).toEqual(['Hola Ema', 'Mido la señal mañana']);
  const names = (await threadActions(supporter).read(channelId)).map((one) => one.authorName);
  expect(names).toEqual([supporter.workName, 'Electricista']);
  for (const other of [requesterId, internalId])
    expect(await threadActions(ema).readCode(other)).toBe('NOT_FOUND');
  for (const who of [requester, approver])
    expect(await threadActions(who).readCode(channelId)).toBe('NOT_FOUND');
  expect(await threadActions(ema).list()).toMatchObject([{ channelId, kind: 'outside' }]);
});

it('other supporters of the case read and write with the helper, those who join later too; the partner side reads the consent and no thread', async () => {
  const made = await makeCase(app);
  await makeVisibleProfile(made.requester, 'Nayra Quispe');
  const { channelId } = await makeHelper(app, made);
  const joined = await joinSupporter(app, made);
  expect(await threadActions(joined).postCode(channelId)).toBe('OK');
  expect(await helperActions(joined).list(made.requestId)).toMatchObject([{ state: 'open' }]);
  const ona = await joinSide(app, made);
  expect(await threadActions(ona).readCode(channelId)).toBe('NOT_FOUND');
  expect(await helperActions(ona).consents(made.requestId)).toMatchObject([{ state: 'open' }]);
});

it('a requester agrees only to the text that they read', async () => {
  const made = await makeCase(app);
  const { of } = await makeWillingHelper(app, made);
  await helperActions(made.supporter).describe(of);
  const [{ hash }] = await helperActions(made.requester).consents(of.requestId);
  await helperActions(made.supporter).describe(of, 'Se le cuenta todo');
  expect(await helperActions(made.requester).consentCode(of, hash)).toBe('CONFLICT');
  const [changed] = await helperActions(made.requester).consents(of.requestId);
  expect(changed).toMatchObject({ state: 'described', text: 'Se le cuenta todo' });
  expect(await helperActions(made.requester).consentCode(of, changed.hash)).toBe('OK');
});

it('a changed text ends the consent and the access of the helper, and starts again with a new entry', async () => {
  const made = await makeCase(app);
  const { helper, of, channelId } = await makeHelper(app, made);
  await helperActions(made.supporter).describe(of, 'Otra cosa');
  expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
  expect(await helperActions(made.requester).consents(of.requestId)).toMatchObject([
    { state: 'ended', endedBy: 'lead', text: HELP_TEXT },
    { state: 'described', text: 'Otra cosa', consentedAt: null },
  ]);
});

it.each(['requester', 'lead', 'helper', 'case', 'queue', 'day', 'suspension'] as const)(
  'an end by the %s closes the thread to the helper before the answer, and stays in the list',
  async (by) => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const { helper, of, channelId } = await makeHelper(app, made);
    expect(await threadActions(helper).readCode(channelId)).toBe('OK');
    if (by === 'requester') await helperActions(requester).withdraw(of);
    else if (by === 'lead') await helperActions(supporter).end(of);
    else if (by === 'helper') await helperActions(helper).leave(requestId);
    else if (by === 'case') await supporterActions(supporter).close(requestId);
    else if (by === 'queue') await supporterActions(supporter).release(requestId);
    else if (by === 'suspension') {
      const { accountId } = helper;
      await app.db.query(`update account set standing = 'suspended' where id = $1`, [accountId]);
      await app.db.write(() => app.get(RightsChangeCallbacks).run({ accountId }));
    } else
      await app.db.query(
        `update case_helper set until = now() - interval '1 second' where id = $1`,
        [of.helperId],
      );
    expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
    expect(await threadActions(helper).postCode(channelId)).toBe('NOT_FOUND');
    expect(await helperActions(helper).cases()).toEqual([]);
    if (by === 'day') await app.get(HelperRights).run();
    const endedBy = { queue: 'case', suspension: 'rights' }[by as string] ?? by;
    expect(await helperActions(requester).consents(requestId)).toMatchObject([
      { state: 'ended', endedBy, text: HELP_TEXT },
    ]);
    if (by === 'requester') {
      expect(await threadActions(supporter).readCode(channelId)).toBe('OK');
      expect(await threadActions(supporter).postCode(channelId)).toBe('FORBIDDEN');
      expect(await helperActions(requester).withdrawCode(of)).toBe('NOT_FOUND');
    }
  },
);

it('a withdrawn consent ends the request for approval, which then cannot be approved', async () => {
  const made = await makeCase(app);
  const { of } = await makeWillingHelper(app, made);
  await consentTo(made, of);
  const { id, hash } = await helperActions(made.supporter).share(of);
  const approver = await makeSupporter(app);
  expect((await helperActions(made.supporter).list(of.requestId))[0].waitingActId).toBe(id);
  await helperActions(made.requester).withdraw(of);
  expect(await helperActions(approver).approveCode(id, hash)).not.toBe('OK');
  expect((await helperActions(approver).act(id)).shown).toEqual([
    { label: 'state', value: 'ended' },
  ]);
  const channels = 'select from channel where helper_id = $1';
  expect(await app.db.query(channels, [of.helperId])).toEqual([]);
});

it('a supporter with a conflict of interest with the requester does not see the request for approval, and another one approves it', async () => {
  const made = await makeCase(app);
  const { of } = await makeWillingHelper(app, made);
  await consentTo(made, of);
  const { id, hash } = await helperActions(made.supporter).share(of);
  const [tied, free] = [await makeSupporter(app), await makeSupporter(app)];
  const [one, other] = [tied.accountId, made.requester.accountId];
  await app.db.write(() => app.get(AlliancesService).start(one, other));
  expect(await helperActions(tied).approveCode(id, hash)).toBe('NOT_FOUND');
  expect(await helperActions(tied).actCode(id)).toBe('NOT_FOUND');
  expect(await helperActions(free).approveCode(id, hash)).toBe('OK');
});

it('an approval is refused after the requester excluded the approving supporter, and after the asking one lost the case', async () => {
  const made = await makeCase(app);
  const { of } = await makeWillingHelper(app, made);
  await consentTo(made, of);
  const { id, hash } = await helperActions(made.supporter).share(of);
  const excluded = await makeSupporter(app);
  await app.db.query('insert into case_exclusion (request_id, supporter_id) values ($1, $2)', [
    ...[of.requestId, excluded.supporterId],
  ]);
  expect(await helperActions(excluded).approveCode(id, hash)).toBe('NOT_FOUND');
  await supporterActions(made.supporter).release(of.requestId);
  const free = await makeSupporter(app);
  expect(await helperActions(free).approveCode(id, hash)).not.toBe('OK');
});

it('a lead finds neither the requester, nor a person of the partner side, nor one separated from the requester, nor a supporter of the case', async () => {
  const made = await makeCase(app);
  const { requester, supporter, requestId } = made;
  const { personId: own } = await makeVisibleProfile(requester, 'Nayra Quispe');
  const ona = await joinSide(app, made);
  const partnerId = (
    await app.db.query<{ id: string }>('select id from profile where account_id = $1', [
      ona.accountId,
    ])
  )[0]!.id;
  const joined = await joinSupporter(app, made);
  const { personId: beside } = await makeVisibleProfile(joined, 'Beatriz');
  const apart = await visible('apart');
  await app.db.write(() => app.get(SeparationsService).start(apart.accountId, requester.accountId));
  for (const id of [own, partnerId, beside, apart.personId, crypto.randomUUID(), 'x'])
    expect(await helperActions(supporter).askCode(requestId, id)).toBe('NOT_FOUND');
  const ema = await visible('ema');
  expect(await helperActions(joined).askCode(requestId, ema.personId)).toBe('FORBIDDEN');
  expect(await helperActions(supporter).askCode(requestId, ema.personId)).toBe('OK');
});

it('a lead asks three helpers at most, and nobody twice; refused questions count, and hide the requester', async () => {
  const { supporter, requester, requestId } = await makeCase(app);
  const { personId: own } = await makeVisibleProfile(requester, 'Nayra Quispe');
  const countUses = async () =>
    (
      await app.db.query('select from quota_use where account_id = $1 and name = $2', [
        ...[supporter.accountId, 'inviteMember'],
      ])
    ).length;
  const people = [];
  for (let n = 0; n < 4; n += 1) people.push(await visible(`e${n}`));
  for (const { personId } of people.slice(0, 3))
    await helperActions(supporter).ask(requestId, personId);
  await expect(helperActions(supporter).ask(requestId, people[0]!.personId)).rejects.toMatchObject({
    reason: 'support.helperAsked',
  });
  await expect(helperActions(supporter).ask(requestId, people[3]!.personId)).rejects.toMatchObject({
    reason: 'support.helpersFull',
  });
  const before = await countUses();
  await expect(helperActions(supporter).ask(requestId, own)).rejects.toMatchObject({
    reason: 'support.helpersFull',
  });
  expect(await countUses()).toBe(before + 1);
  await helperActions(people[0]!).leave(requestId);
  expect(await helperActions(supporter).askCode(requestId, people[3]!.personId)).toBe('OK');
});

it('a question ends after 14 days', async () => {
  const { supporter, requestId } = await makeCase(app);
  const ema = await visible('ema');
  await helperActions(supporter).ask(requestId, ema.personId);
  app.clock.move(14 * DAY);
  const back = await signInAgain(ema);
  expect(await helperActions(back).cases()).toEqual([]);
  expect(await helperActions(back).agreeCode(requestId)).toBe('NOT_FOUND');
  await app.get(HelperRights).run();
  expect(await helperActions(await signInAgain(supporter)).list(requestId)).toMatchObject([
    { state: 'ended', endedBy: 'day' },
  ]);
});

it('a helper takes neither a name of the case nor one that looks like a work name', async () => {
  const made = await makeCase(app);
  await makeVisibleProfile(made.requester, 'Nayra Quispe');
  await joinSide(app, made);
  await makeWillingHelper(app, made, 'Gasista');
  const ema = await visible('ema');
  await helperActions(made.supporter).ask(made.requestId, ema.personId);
  for (const name of [made.supporter.workName, 'VÉCINA', 'Gasista', 'Alguien (apoyo)'])
    expect(await helperActions(ema).agreeCode(made.requestId, name)).toBe('INVALID');
  expect(await helperActions(ema).agreeCode(made.requestId, 'Electricista')).toBe('OK');
});

it('a helper who is separated from the requester ends, and is tied to them', async () => {
  const made = await makeCase(app);
  const { helper, channelId } = await makeHelper(app, made);
  const ties = await app.db.query('select from tie where account_id = $1 and other_id = $2', [
    ...[helper.accountId, made.requester.accountId],
  ]);
  expect(ties.length).toBeGreaterThan(0);
  await app.db.write(() =>
    app.get(SeparationsService).start(helper.accountId, made.requester.accountId),
  );
  await waitForJobs(app);
  expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
});

describe('a helper who gets another part of the case', () => {
  /** A case with an open helper, whose requester can be found. */
  const makeHelpedCase = async () => {
    const made = await makeCaseWithProfile(app);
    const { helper, personId, of, channelId } = await makeHelper(app, made);
    await threadActions(helper).post(channelId, 'La señal es débil');
    expect(await threadActions(helper).bodies(channelId)).toEqual(['La señal es débil']);
    return { ...made, helper, personId, of, channelId };
  };
  const ended = [{ state: 'ended', endedBy: 'rights', text: HELP_TEXT }];

  it('reads the thread of the requester and not that of the helper once they join the partner side, and once they own the case', async () => {
    const made = await makeHelpedCase();
    const { requester, supporter, helper, personId } = made;
    const { requestId, requesterId, channelId } = made;
    await partnerActions(requester).invite(requestId, personId);
    expect(await threadActions(helper).readCode(channelId)).toBe('OK');
    await partnerActions(helper).accept(requestId, 'Prima');
    const expectPartOfSide = async () => {
      expect(await threadActions(helper).postCode(requesterId)).toBe('OK');
      expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
      expect(await threadActions(helper).postCode(channelId)).toBe('NOT_FOUND');
      expect(await helperActions(helper).cases()).toEqual([]);
      expect(await helperActions(helper).consents(requestId)).toMatchObject(ended);
    };
    await expectPartOfSide();
    await offerCaseToSide(made);
    await partnerActions(helper).acceptOwnership(requestId);
    await expectPartOfSide();
    expect(await threadActions(supporter).readCode(channelId)).toBe('OK');
    expect(await helperActions(supporter).askCode(requestId, personId)).toBe('NOT_FOUND');
  });

  it.each([
    ['join the other supporters', false, 'FORBIDDEN'],
    ['take the case over', true, 'NOT_FOUND'],
  ] as const)(
    'reads the thread as a supporter and writes in it no more once they %s',
    async (_, takesOver, forFormer) => {
      const { requester, supporter, requestId, helper, channelId, internalId } =
        await makeHelpedCase();
      await app.get(AccountsService).grantDuty(helper.accountId, DutyName.support);
      const { supporterId } = await withWorkName(
        helper,
        `Apoyo ${crypto.randomUUID().slice(0, 8)}`,
      );
      await teamActions(supporter).offer(requestId, supporterId, takesOver);
      await teamActions(requester).agree(requestId, supporterId);
      expect(await threadActions(helper).readCode(internalId)).toBe('NOT_FOUND');
      expect(await threadActions(helper).postCode(channelId)).toBe('OK');
      await teamActions(helper).accept(requestId);
      expect(await threadActions(helper).bodies(channelId)).toEqual(['La señal es débil', 'Hola']);
      expect(await threadActions(helper).postCode(channelId)).toBe('FORBIDDEN');
      expect(await threadActions(supporter).postCode(channelId)).toBe(forFormer);
      expect(await threadActions(helper).postCode(internalId)).toBe('OK');
      expect(await helperActions(requester).consents(requestId)).toMatchObject(ended);
      expect(await helperActions(helper).cases()).toEqual([]);
    },
  );

  it('a helper goes on helping when the case is handed over to another person, and the new requester can withdraw the consent', async () => {
    const made = await makeHelpedCase();
    const { requester, requestId, helper, of, channelId } = made;
    const owner = await joinSide(app, made);
    await offerCaseToSide(made);
    await partnerActions(owner).acceptOwnership(requestId);
    expect(await threadActions(helper).postCode(channelId)).toBe('OK');
    expect(await helperActions(requester).consents(requestId)).toMatchObject([{ state: 'open' }]);
    expect(await helperActions(requester).withdrawCode(of)).toBe('NOT_FOUND');
    await helperActions(owner).withdraw(of);
    expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
  });

  it('ends when the case is handed over to somebody from whom they are separated', async () => {
    const made = await makeHelpedCase();
    const { requestId, helper, channelId } = made;
    const owner = await joinSide(app, made);
    await app.db.write(() => app.get(SeparationsService).start(helper.accountId, owner.accountId));
    await waitForJobs(app);
    expect(await threadActions(helper).postCode(channelId)).toBe('OK');
    await offerCaseToSide(made);
    await partnerActions(owner).acceptOwnership(requestId);
    expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
    expect(await helperActions(owner).consents(requestId)).toMatchObject(ended);
  });
});

it('a deleted account of a helper leaves the consent entry, and the destruction of the case removes it', async () => {
  const made = await makeCase(app);
  const { helper, of } = await makeHelper(app, made);
  await app.db
    .query('delete from account where id = $1', [helper.accountId])
    .catch(() => undefined);
  expect(await helperActions(made.requester).consents(of.requestId)).toHaveLength(1);
  await app.db.query('delete from support_request where id = $1', [of.requestId]);
  expect(await app.db.query('select from case_helper where id = $1', [of.helperId])).toEqual([]);
});

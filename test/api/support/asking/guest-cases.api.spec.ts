import { RetentionService } from '#retention/retention.service.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../../support/app/app.js';
import { apiAs, type Requester } from '../../../support/app/client.js';
import { makePerson } from '../../../support/factories/make-people.js';
import {
  consentTo,
  HELP_TEXT,
  helperActions,
  makeHelper,
  makeWillingHelper,
} from '../../../support/factories/support/case-helpers.js';
import { callActions, reasonOf, setHours } from '../../../support/factories/support/calls.js';
import {
  askAsGuest,
  countGuests,
  openByPhrase,
  TAKE_CASE_PHRASE,
  useGuestAsking,
  WRONG_PHRASE,
} from '../../../support/factories/support/guests.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';
import { makeAllies } from '../../../support/factories/two-person-acts.js';
import { threadActions, threadsOf } from '../../../support/messages/case-threads.js';

const app = useApp({ TRAMA_WORKER: '0' });
useGuestAsking(app);

const open = (words: readonly string[]) => openByPhrase(app, words.join(' '));
const RECUSE = 'mutation ($id: ID!) { recuseFromSupportRequest(id: $id) }';

describe('the case of a guest', () => {
  const makeGuestCase = async () => {
    const supporter = await makeSupporter(app);
    await setHours(supporter, { languages: [] });
    const guest = await askAsGuest(app);
    await supporterActions(supporter).take(guest.requestId);
    const { requesterId, internalId } = await threadsOf(app, guest.requestId);
    return { supporter, guest, threadId: requesterId, internalId };
  };

  it('the guest and the supporter write in their thread, and nobody else', async () => {
    const { supporter, guest, threadId, internalId } = await makeGuestCase();
    const ours = threadActions(supporter);
    await ours.post(threadId, 'Revisé lo que contaste.');
    await threadActions(guest).post(threadId, 'Dos personas tienen la clave.');
    expect(await ours.bodies(threadId)).toEqual([
      ...['Revisé lo que contaste.', 'Dos personas tienen la clave.'],
    ]);
    expect(await threadActions(guest).bodies(threadId)).toHaveLength(2);
    const others = [
      ...[await askAsGuest(app), await makeSupporter(app)],
      ...[await makePerson(app, 'nayra', 'member'), await makePerson(app, 'ada', 'moderator')],
    ];
    for (const who of others) {
      expect(await threadActions(who).readCode(threadId)).toBe('NOT_FOUND');
      expect(await threadActions(who).postCode(threadId)).toBe('NOT_FOUND');
    }
    expect(await threadActions(guest).readCode(internalId)).toBe('NOT_FOUND');
    expect(await threadActions(guest).postCode(internalId)).toBe('NOT_FOUND');
  });

  it('the guest books, moves and cancels a call, and nobody else does', async () => {
    const { supporter, guest } = await makeGuestCase();
    const { requestId } = guest;
    const calls = callActions(guest, requestId);
    const [first, second] = await calls.times();
    expect(await calls.book(first!)).toMatchObject({
      ...{ state: 'booked', viewerSide: 'requester', supporterName: supporter.workName },
    });
    expect(await callActions(supporter, requestId).one()).toMatchObject({ startsAt: first });
    for (const who of [await askAsGuest(app), await makePerson(app, 'nayra', 'member')]) {
      const others = callActions(who, requestId);
      const refused = [others.times(), others.book(second!), others.cancel(), others.one()];
      for (const one of refused) expect(await reasonOf(one)).toBe('NOT_FOUND');
    }
    expect(await calls.move(second!)).toMatchObject({ startsAt: second });
    await calls.cancel();
    expect(await calls.one()).toMatchObject({ state: 'cancelled', endedBy: 'requester' });
  });

  it('the guest agrees to an outside helper by the text that they read, and ends the access by withdrawing', async () => {
    const { supporter, guest } = await makeGuestCase();
    const { requestId } = guest;
    const made = { requester: guest, supporter, requestId };
    const { helper, of, channelId } = await makeHelper(app, made);
    expect(await threadActions(helper).readCode(channelId)).toBe('OK');
    expect(await threadActions(guest).readCode(channelId)).toBe('NOT_FOUND');
    const back = await open(guest.words);
    expect(await helperActions(back).consents(requestId)).toMatchObject([
      { id: of.helperId, state: 'open', name: 'Electricista', text: HELP_TEXT },
    ]);
    const others = [await askAsGuest(app), await makePerson(app, 'nayra', 'member'), helper];
    for (const who of others) {
      expect(await helperActions(who).consentsCode(requestId)).toBe('NOT_FOUND');
      expect(await helperActions(who).withdrawCode(of)).toBe('NOT_FOUND');
    }
    await helperActions(back).withdraw(of);
    expect(await threadActions(helper).readCode(channelId)).toBe('NOT_FOUND');
    expect(await threadActions(helper).postCode(channelId)).toBe('NOT_FOUND');
    expect(await helperActions(guest).consents(requestId)).toMatchObject([
      { state: 'ended', endedBy: 'requester' },
    ]);
  });

  it('the consent of a guest to an earlier text does not count, and the deletion of the case ends a given one', async () => {
    const { supporter, guest } = await makeGuestCase();
    const made = { requester: guest, supporter, requestId: guest.requestId };
    const { of } = await makeWillingHelper(app, made);
    await helperActions(supporter).describe(of);
    const [{ hash }] = await helperActions(guest).consents(of.requestId);
    await helperActions(supporter).describe(of, 'Se le cuenta todo');
    expect(await helperActions(guest).consentCode(of, hash)).toBe('CONFLICT');
    await consentTo(made, of);
    const { id, hash: asked } = await helperActions(supporter).share(of);
    await requesterActions(guest).delete(of.requestId);
    const approver = await makeSupporter(app);
    expect(await helperActions(approver).approveCode(id, asked)).not.toBe('OK');
  });

  it('a supporter who knows the guest gives the case back and does not see it again', async () => {
    const [tied, free] = [await makeSupporter(app), await makeSupporter(app)];
    const guest = await askAsGuest(app);
    const { requestId } = guest;
    await supporterActions(tied).claimAndOpen(requestId);
    await supporterActions(tied).recuse(requestId);
    expect(await supporterActions(tied).ids()).not.toContain(requestId);
    expect(await supporterActions(tied).claimCode(requestId)).toBe('NOT_FOUND');
    expect(await supporterActions(tied).openCode(requestId)).toBe('NOT_FOUND');
    expect(await supporterActions(free).ids()).toContain(requestId);
    expect(await requesterActions(guest).one(requestId)).toMatchObject({ stage: 'waiting' });
    // For the requester and the audit it is like any release.
    const acts = await app.db.query(
      'select action, reason from audit_entry where subject_id = $1 order by created_at desc, id desc limit 1',
      [requestId],
    );
    expect(acts).toEqual([{ action: 'release', reason: null }]);
    await supporterActions(free).take(requestId);
    await supporterActions(free).recuse(requestId);
    expect(await requesterActions(guest).one(requestId)).toMatchObject({ stage: 'waiting' });
    expect(await supporterActions(free).claimCode(requestId)).toBe('NOT_FOUND');
    const other = await askAsGuest(app);
    expect(await apiAs(tied).code(RECUSE, { id: other.requestId })).toBe('NOT_FOUND');
    expect(await supporterActions(tied).ids()).toContain(other.requestId);
  });
});

describe('an applicant whose account ends', () => {
  const endAccount = async ({ accountId }: { accountId: string }) => {
    const { AccountDeletionService } = await import('#signin/accounts/account-deletion.service.js');
    await app.db.write(() => app.get(AccountDeletionService).end(accountId));
  };
  const takePhrase = async (who: Requester, id: string): Promise<string[]> =>
    (await apiAs(who).ask(TAKE_CASE_PHRASE, { id })).takeCasePhrase.words;

  it('keeps the request for which they took a phrase, and no other', async () => {
    const supporter = await makeSupporter(app);
    const applicant = await makePerson(app, 'inti', 'applicant');
    const [kept, lost] = [await askForSupport(applicant), await askForSupport(applicant)];
    const words = await takePhrase(applicant, kept);
    await supporterActions(supporter).take(kept, 'Te leo.');
    // While the account exists, only the account opens the case.
    expect(await open(words)).toMatchObject(WRONG_PHRASE);
    await endAccount(applicant);
    const guest = await open(words);
    expect(await requesterActions(guest).one(kept)).toMatchObject({
      ...{ stage: 'accepted', reply: 'Te leo.' },
    });
    const left = await app.db.query('select 1 from support_request where id = $1', [lost]);
    expect(left).toEqual([]);
    const { caseThreads } = await apiAs(guest).ask('{ caseThreads { requestId } }');
    expect(caseThreads).toEqual([{ requestId: kept }]);
  });

  it('the supporters who were recused from the case stay recused', async () => {
    const [free, tied, former] = [
      await makeSupporter(app),
      await makeSupporter(app),
      await makeSupporter(app),
    ];
    const applicant = await makePerson(app, 'inti', 'applicant');
    await makeAllies(app, tied, applicant);
    const bad = await askForSupport(applicant);
    const kept = await askForSupport(applicant);
    await supporterActions(former).take(kept);
    await supporterActions(former).claimAndOpen(bad);
    await supporterActions(former).decline(bad, { reason: 'conduct' });
    const words = await takePhrase(applicant, kept);
    expect(await supporterActions(tied).ids()).not.toContain(kept);
    await endAccount(applicant);
    // The supporter of the case keeps it, and does not see it again after they gave it back.
    expect((await supporterActions(former).open(kept)).content.name).toBe('Nayra');
    await supporterActions(former).release(kept);
    expect(await supporterActions(free).ids()).toContain(kept);
    for (const recused of [tied, former]) {
      expect(await supporterActions(recused).ids()).not.toContain(kept);
      expect(await supporterActions(recused).claimCode(kept)).toBe('NOT_FOUND');
    }
    expect(await requesterActions(await open(words)).one(kept)).toBeDefined();
  });

  it('keeps what they wrote in a request that continues in the case, until the case is destroyed', async () => {
    const supporter = await makeSupporter(app);
    const before = await countGuests(app);
    const applicant = await makePerson(app, 'inti', 'applicant');
    const kept = await askForSupport(applicant);
    const duplicate = await askForSupport(applicant, { goal: 'Lo mismo, otra vez.' });
    const { number } = await requesterActions(applicant).one(kept);
    await supporterActions(supporter).claimAndOpen(duplicate);
    await supporterActions(supporter).linkDuplicate(duplicate, number);
    await supporterActions(supporter).take(kept);
    const words = await takePhrase(applicant, kept);
    await endAccount(applicant);
    const { duplicates } = await supporterActions(supporter).open(kept);
    expect(duplicates).toMatchObject([{ content: { goal: 'Lo mismo, otra vez.' } }]);
    // The duplicate is destroyed first, and the guest stays.
    app.clock.move(91 * DAY);
    await app.get(RetentionService).run('case');
    const guest = await open(words);
    expect(await requesterActions(guest).list()).toMatchObject([{ id: kept }]);
    app.clock.move(-91 * DAY);
    await requesterActions(guest).delete(kept);
    expect(await countGuests(app)).toBe(before);
  });

  it('keeps the calls of the case', async () => {
    const supporter = await makeSupporter(app);
    const applicant = await makePerson(app, 'inti', 'applicant');
    const kept = await askForSupport(applicant);
    await supporterActions(supporter).take(kept);
    await setHours(supporter);
    const [startsAt] = await callActions(applicant, kept).times();
    await callActions(applicant, kept).book(startsAt!);
    await callActions(applicant, kept).cancel();
    const words = await takePhrase(applicant, kept);
    await endAccount(applicant);
    const calls = callActions(await open(words), kept);
    expect(await calls.one()).toMatchObject({ state: 'cancelled', endedBy: 'requester' });
  });

  it('keeps a case that was closed after they took the phrase', async () => {
    const supporter = await makeSupporter(app);
    const applicant = await makePerson(app, 'inti', 'applicant');
    const kept = await askForSupport(applicant);
    const words = await takePhrase(applicant, kept);
    await supporterActions(supporter).take(kept);
    await supporterActions(supporter).close(kept);
    await endAccount(applicant);
    const guest = await open(words);
    expect(await requesterActions(guest).one(kept)).toMatchObject({ stage: 'closed' });
  });
});

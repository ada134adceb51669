import { RetentionService } from '#retention/retention.service.js';
import { DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { DutiesService } from '#members/duties.service.js';
import { DutyName } from '#members/duty.entity.js';
import { StandingService } from '#members/standing.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { VOICE_SLOTS } from '#support/requests/guests/guest-rate-limits.service.js';
import { useApp } from '../../../support/app/app.js';
import { apiAs, type Requester } from '../../../support/app/client.js';
import { readVoiceNote } from '../../../support/app/canary-files.js';
import { closeAllSockets, openSocket, waitForClose } from '../../../support/app/sockets.js';
import { makePerson } from '../../../support/factories/make-people.js';
import {
  allowAskingWithoutAccount,
  ASK_AS_GUEST,
  askAsGuest,
  askAsGuestInput,
  countGuests,
  openByPhrase,
  TAKE_CASE_PHRASE,
  useGuestAsking,
  WRONG_PHRASE,
} from '../../../support/factories/support/guests.js';
import { voiceAnswers } from '../../../support/factories/support/voice-answers.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';
import { RUNS_WHOLE_SWEEPS } from '../../../support/sampled-sweeps.js';
import { waitUntil } from '../../../support/wait-until.js';

/** With a shorter maximum duration, a slow upload gives way after a second. */
const app = useApp({ TRAMA_WORKER: '0', TRAMA_UPLOAD_SECONDS: '12' });
useGuestAsking(app);
afterEach(closeAllSockets);

/** `npm test` makes a sample of the guesses. */
const GUESSES = RUNS_WHOLE_SWEEPS ? 10_000 : 200;

const ignore = () => undefined;
const anybody = { app };
const ask = (input: object) => apiAs(anybody).ask(ASK_AS_GUEST, { input });
const open = (words: readonly string[]) => openByPhrase(app, words.join(' '));
const CONFIRM = 'mutation ($input: SavedCasePhraseInput!) { confirmCasePhrase(input: $input) }';

describe('asking for support without an account', () => {
  it('refuses everybody until an administrator allows it', async () => {
    await makeSupporter(app);
    await allowAskingWithoutAccount(app, false);
    await expect(ask(askAsGuestInput())).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.accountNeeded' },
    });
    await allowAskingWithoutAccount(app);
    expect((await ask(askAsGuestInput())).askSupportAsGuest.words).toHaveLength(12);
  });

  it('the public page offers asking without an account only while there is a supporter', async () => {
    await app.db.query(`delete from duty where name = 'support'`);
    await allowAskingWithoutAccount(app);
    const [duties, standings] = [app.get(DutiesService), app.get(StandingService)];
    const { accountId } = await makePerson(app, 'inti', 'member');
    const [closed, offer] = ['Por ahora no se puede pedir apoyo', 'Pedir apoyo sin cuenta'];
    const page = async () => (await fetch(`${app.url}/es/support`)).text();
    const shown = async () => (await page()).match(new RegExp(`${closed}|${offer}`, 'g'))?.join();
    const begin = () => duties.give(accountId, [DutyName.support], 'Apoyo');
    const found = [await shown()];
    for (const change of [
      begin,
      async () => duties.take((await duties.of(accountId))[0]!),
      begin,
      () => standings.suspend(accountId, app.clock.in(DAY)),
      () => standings.restore(accountId),
      () => app.get(AccountDeletionService).end(accountId),
    ]) {
      await app.db.write<unknown>(change);
      found.push(await shown());
    }
    expect(found).toEqual([closed, offer, closed, offer, closed, offer, closed]);
  });

  it('a guest reads the case, and a supporter answers it without learning who asked', async () => {
    const supporter = await makeSupporter(app);
    const guest = await askAsGuest(app, { name: '' });
    expect(guest.setCookie).toMatch(/httponly/i);
    // The cookie ends when the browser is closed.
    expect(guest.setCookie).not.toMatch(/max-age|expires/i);
    await supporterActions(supporter).take(guest.requestId, 'Te leo.');
    expect(await requesterActions(guest).one(guest.requestId)).toMatchObject({
      ...{ stage: 'accepted', reply: 'Te leo.', supporterName: supporter.workName },
    });
    const { mySupportRequests: requests } = await apiAs(guest).ask(
      '{ mySupportRequests { id viewerCan } }',
    );
    expect(requests).toEqual([{ id: guest.requestId, viewerCan: expect.any(Array) }]);
    expect(requests[0].viewerCan).not.toContain('exclude');
  });

  it('a member cannot ask as a guest', async () => {
    const member = await makePerson(app, 'nayra', 'member');
    const input = askAsGuestInput();
    expect(await apiAs(member).code(ASK_AS_GUEST, { input })).toBe('FORBIDDEN');
  });

  it('tells a person with an account at the start that they ask from it', async () => {
    await makeSupporter(app);
    const guest = await askAsGuest(app);
    const reason = async (who: Requester) =>
      (await apiAs(who).ask('{ guestAskingClosedBecause }')).guestAskingClosedBecause;
    for (const position of ['member', 'applicant', 'administrator'] as const)
      expect(await reason(await makePerson(app, 'nayra', position))).toBe('support.haveAccount');
    expect(await reason(anybody)).toBeNull();
    expect(await reason(guest)).toBeNull();
  });

  it('gives the same request another phrase when the device sends it again, and the first one works until that is used', async () => {
    await makeSupporter(app);
    const input = askAsGuestInput();
    const [first, second] = await Promise.all([ask(input), ask(input)]);
    expect(first.askSupportAsGuest.requestId).toBe(second.askSupportAsGuest.requestId);
    const third = await ask(input);
    expect(third.askSupportAsGuest.requestId).toBe(first.askSupportAsGuest.requestId);
    const { requestId } = await open(third.askSupportAsGuest.words);
    expect(requestId).toBe(first.askSupportAsGuest.requestId);
    for (const { askSupportAsGuest } of [first, second])
      expect(await open(askSupportAsGuest.words)).toMatchObject(WRONG_PHRASE);
  });

  it('takes over answers that the device changed after the answer was lost, until a supporter opens the request', async () => {
    const supporter = await makeSupporter(app);
    const input = askAsGuestInput();
    const before = await countGuests(app);
    const { requestId } = (await ask(input)).askSupportAsGuest;
    const urgent = { ...input, goal: 'Otra cosa.', danger: 'yes' };
    expect((await ask(urgent)).askSupportAsGuest.requestId).toBe(requestId);
    expect(await countGuests(app)).toBe(before + 1);
    expect(await supporterActions(supporter).claimAndOpen(requestId)).toMatchObject({
      ...{ isUrgent: true, content: { goal: 'Otra cosa.', danger: 'yes' } },
    });
    const refused = { code: 'CONFLICT', reason: 'support.sentAlready' };
    await expect(ask(input)).rejects.toMatchObject(refused);
    await supporterActions(supporter).release(requestId);
    await expect(ask(input)).rejects.toMatchObject(refused);
    expect((await ask(urgent)).askSupportAsGuest.requestId).toBe(requestId);
  });

  it('refuses a copy of a request that its guest deleted', async () => {
    await makeSupporter(app);
    const input = askAsGuestInput();
    const guest = await askAsGuest(app, input);
    await requesterActions(guest).delete(guest.requestId);
    await expect(ask(input)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.deleted' },
    });
  });

  it('does not count attempts that make no request', async () => {
    await makeSupporter(app);
    const { MakeGuestRequest } = await import('#support/requests/guests/make-guest-request.js');
    const broken = jest
      .spyOn(app.get(MakeGuestRequest), 'make')
      .mockRejectedValue(new Conflict('support.paused'));
    for (let n = 0; n < 3; n += 1)
      await expect(ask(askAsGuestInput())).rejects.toMatchObject({ code: 'CONFLICT' });
    broken.mockRestore();
    expect((await ask(askAsGuestInput())).askSupportAsGuest.words).toHaveLength(12);
  });

  it('refuses the fourth request of a network in a day, and nobody else', async () => {
    await makeSupporter(app);
    for (let n = 0; n < 3; n += 1) await ask(askAsGuestInput());
    await expect(ask(askAsGuestInput())).rejects.toMatchObject({
      ...{ code: 'TOO_MANY', reason: 'support.askedFromHere' },
    });
    // The refused attempt counts for nothing, so it keeps nobody of the network out for longer.
    const counted = `select points from rate_limit where key like 'guestAsk:%'`;
    expect(await app.db.query(counted)).toContainEqual({ points: 3 });
    const member = await makePerson(app, 'nayra', 'member');
    expect(await askForSupport(member)).toEqual(expect.any(String));
  });
});

describe('voice notes without an account', () => {
  const guest = voiceAnswers({ app });
  const upload = async () => (await guest.upload()).status;
  /** The number of uploads that were read. */
  const begun = async () =>
    (await app.db.query(`select from rate_limit where key like 'upload:%'`)).length;

  it('an upload that does not arrive counts for nothing, and one that arrives and is refused counts', async () => {
    await makeSupporter(app);
    const counted = async () => {
      const sql = `select points from rate_limit where key like 'guestVoice:%'`;
      return (await app.db.query<{ points: number }>(sql)).map(({ points }) => points);
    };
    const [cut, tooLong] = [guest.uploadSlowly(4), guest.uploadSlowly(1e9)];
    await waitUntil('an upload did not begin', async () => (await begun()) === 2);
    void cut.refusal.catch(ignore);
    cut.end();
    expect(await tooLong.refusal).toBe('support.voiceTooLarge');
    await waitUntil('an upload counts', async () => (await counted()).join() === '0');
    expect((await guest.upload(Buffer.from('x'))).status).toBe(400);
    expect(await counted()).toEqual([1]);
  });

  it('two people of one network upload notes at the same time', async () => {
    await makeSupporter(app);
    const both = [1, 2].map(() => upload());
    expect(await Promise.all(both)).toEqual([200, 200]);
  });

  it('an upload that cannot end in time gives its place to one who waits, and slow ones that can keep theirs', async () => {
    await makeSupporter(app);
    const before = await begun();
    // Each sends one byte. The last has announced more than it can send in the maximum duration.
    const lengths = [...Array<number>(VOICE_SLOTS - 1).fill(4), 1_000];
    const slow = lengths.map((length) => guest.uploadSlowly(length));
    const refused: (readonly [length: number, reason: string])[] = [];
    for (const [at, { refusal }] of slow.entries())
      void refusal.then((why) => refused.push([lengths[at]!, why]), ignore);
    const isFull = async () => (await begun()) === before + VOICE_SLOTS;
    await waitUntil('not every slow upload began', isFull);
    expect(await upload()).toBe(200);
    expect(refused).toEqual([[1_000, 'support.voiceTooSlow']]);
    for (const { end } of slow) end();
  });

  it('the network with the most places gives one to each other network that waits', async () => {
    await makeSupporter(app);
    const before = await begun();
    const refused: string[] = [];
    const begin = (network: string) => {
      // One of two bytes is never too slow.
      const upload = guest.uploadSlowly(2, network);
      void upload.refusal.then((why) => refused.push(`${network} ${why}`), ignore);
      return upload;
    };
    const waitFor = (count: number) =>
      waitUntil('an upload did not begin', async () => (await begun()) === before + count);
    const slow = Array.from({ length: VOICE_SLOTS }, () => begin('127.0.0.2'));
    await waitFor(VOICE_SLOTS);
    // Before the others another upload of the same network waits.
    for (const network of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) slow.push(begin(network));
    await waitFor(VOICE_SLOTS + 2);
    await waitUntil('no upload gave its place', () => refused.length >= 2);
    expect(refused).toEqual(Array(2).fill('127.0.0.2 support.voiceBusy'));
    expect(await guest.uploadWhole(readVoiceNote(), '127.0.0.5')).toBe(200);
    expect(new Set(refused)).toEqual(new Set(['127.0.0.2 support.voiceBusy']));
    for (const { end } of slow) end();
  });
});

describe('the recovery phrase of a case', () => {
  it('opens the case for a person who types it in capitals and without accents', async () => {
    await makeSupporter(app);
    const { words, requestId } = await askAsGuest(app);
    const typed = words.join('  ').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
    expect((await openByPhrase(app, typed)).requestId).toBe(requestId);
  });

  it('answers an unknown, malformed, destroyed and foreign phrase the same', async () => {
    await makeSupporter(app);
    const guest = await askAsGuest(app);
    const kept = await askAsGuest(app);
    await requesterActions(guest).delete(guest.requestId);
    const texts = [guest.words.join(' '), 'malformed', kept.words.toReversed().join(' ')];
    const answers = await Promise.all(
      texts.map(async (words) => {
        const { status, setCookie, page } = await openByPhrase(app, words);
        // The page keeps what was typed.
        return JSON.stringify([status, setCookie, page.replaceAll(words, '')]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toEqual([400, '', expect.stringContaining('class="errsum')]);
    expect((await open(kept.words)).requestId).toBe(kept.requestId);
  });

  it('opens no account: the pages of an application refuse it', async () => {
    await makeSupporter(app);
    const { words } = await askAsGuest(app);
    const { RecoveryPhraseSignIn } = await import('#vetting/applicants/recovery-phrase-sign-in.js');
    await expect(app.get(RecoveryPhraseSignIn).accountOf(words.join(' '))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('stops a network after ten wrong phrases, but a right one opens the case', async () => {
    await makeSupporter(app);
    const { words, requestId } = await askAsGuest(app);
    const { newRecoveryPhrase } = await import('#members/recovery-phrase.js');
    const guess = () => open(newRecoveryPhrase('es' as never, 'case').words);
    for (let n = 0; n < 12; n += 1) await open(words);
    for (let n = 0; n < 10; n += 1) expect(await guess()).toMatchObject(WRONG_PHRASE);
    expect(await guess()).toMatchObject({ ...WRONG_PHRASE, status: 429 });
    // Text that cannot be a phrase does not count.
    expect(await openByPhrase(app, 'x')).toMatchObject(WRONG_PHRASE);
    expect((await open(words)).requestId).toBe(requestId);
  });

  it('stays valid and secret after thousands of guesses from one network', async () => {
    await makeSupporter(app);
    const { words, requestId } = await askAsGuest(app);
    const { newRecoveryPhrase } = await import('#members/recovery-phrase.js');
    const guess = () => open(newRecoveryPhrase('es' as never, 'case').words);
    const answers: Awaited<ReturnType<typeof guess>>[] = [];
    while (answers.length < GUESSES) {
      const batch = Array.from({ length: 25 }, () => guess());
      answers.push(...(await Promise.all(batch)));
    }
    expect(new Set(answers.map(({ requestId: id, setCookie }) => `${id} ${setCookie}`))).toEqual(
      new Set(['undefined ']),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(GUESSES - 10);
    expect((await open(words)).requestId).toBe(requestId);
  });

  it('opens the case before most of 500 waiting guesses of other networks', async () => {
    await makeSupporter(app);
    const { words, requestId } = await askAsGuest(app);
    const { CaseGuestsService } = await import('#support/requests/guests/case-guests.service.js');
    const guests = app.get(CaseGuestsService);
    let answered = 0;
    const guesses = Array.from({ length: 500 }, async (_, n) => {
      const guess = guests.open(words.toReversed().join(' '), `198.51.100.${n % 250}`);
      await guess.catch(() => undefined);
      answered += 1;
    });
    expect((await guests.open(words.join(' '), '203.0.113.7')).requestId).toBe(requestId);
    expect(answered).toBeLessThan(300);
    await Promise.all(guesses);
  });

  it('works until its guest has saved another one, which ends the sessions of other browsers', async () => {
    await makeSupporter(app);
    const guest = await askAsGuest(app);
    const spy = await open(guest.words);
    const { requestId } = guest;
    const words = (await apiAs(guest).ask(TAKE_CASE_PHRASE, { id: requestId })).takeCasePhrase
      .words;
    // The answer with the new words may be lost.
    expect((await open(guest.words)).requestId).toBe(requestId);
    const socket = await openSocket(spy);
    const save = (said: readonly string[]) => ({ input: { requestId, words: said.join(' ') } });
    expect(await apiAs(guest).code(CONFIRM, save(words.toReversed()))).toBe('INVALID');
    await apiAs(guest).ask(CONFIRM, save(words));
    await waitForClose(socket);
    expect(await apiAs(spy).code('{ me { id } }')).toBe('UNAUTHENTICATED');
    expect((await apiAs(guest).ask(CONFIRM, save(words))).confirmCasePhrase).toBe(requestId);
    expect(await open(guest.words)).toMatchObject(WRONG_PHRASE);
    expect((await open(words)).requestId).toBe(requestId);
    const other = await askAsGuest(app);
    expect(await apiAs(other).code(TAKE_CASE_PHRASE, { id: requestId })).toBe('NOT_FOUND');
    expect(await apiAs(other).code(CONFIRM, save(words))).toBe('NOT_FOUND');
  });

  it('ends the earlier one and its sessions when it is used', async () => {
    await makeSupporter(app);
    const guest = await askAsGuest(app);
    const { words } = (await apiAs(guest).ask(TAKE_CASE_PHRASE, { id: guest.requestId }))
      .takeCasePhrase;
    const back = await open(words);
    expect(await requesterActions(back).one(guest.requestId)).toMatchObject({ stage: 'waiting' });
    expect(await apiAs(guest).code('{ me { id } }')).toBe('UNAUTHENTICATED');
    expect(await open(guest.words)).toMatchObject(WRONG_PHRASE);
  });
});

describe('the end of a guest', () => {
  it('deleting the request deletes the guest and closes its sockets', async () => {
    await makeSupporter(app);
    const before = await countGuests(app);
    const guest = await askAsGuest(app);
    const socket = await openSocket(guest);
    await requesterActions(guest).delete(guest.requestId);
    await waitForClose(socket);
    expect(await countGuests(app)).toBe(before);
    expect(await apiAs(guest).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  });

  it('the guest of a closed case is destroyed with it', async () => {
    const supporter = await makeSupporter(app);
    const before = await countGuests(app);
    const guest = await askAsGuest(app);
    await supporterActions(supporter).take(guest.requestId);
    await supporterActions(supporter).close(guest.requestId);
    app.clock.move(91 * DAY);
    await app.get(RetentionService).run('case');
    expect(await countGuests(app)).toBe(before);
    app.clock.move(-91 * DAY);
  });
});

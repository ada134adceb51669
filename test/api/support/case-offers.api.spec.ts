import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { SupportAssignmentService } from '#support/requests/support-assignment.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { OfferJobs } from '#support/team/offer-jobs.js';
import { useApp } from '../../support/app/app.js';
import { forgetNewsMails } from '../../support/app/notification-mails.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInAgain } from '../../support/factories/make-people.js';
import { partnerActions } from '../../support/factories/support/case-partners.js';
import { joinSupporter, teamActions } from '../../support/factories/support/case-team.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { makeCase } from '../../support/messages/case-threads.js';

const app = useApp();
afterEach(closeAllSockets);

const URGENT = { said: { danger: 'yes' } };

/** When the last mail and the last urgent mail to an account left. */
async function mailsOf(accountId: string): Promise<{ mailed: boolean; urgent: boolean }> {
  const [row] = await app.db.query<{ mailed: boolean; urgent: boolean }>(
    `select mailed_at is not null as mailed, urgent_mailed_at is not null as urgent
     from news_mail where account_id = $1`,
    [accountId],
  );
  return row ?? { mailed: false, urgent: false };
}

describe('the time that a requester has', () => {
  it('a requester of an urgent case is told by urgent mail soon after another mail', async () => {
    const { requester, supporter, requestId } = await makeCase(app, URGENT);
    const other = await makeSupporter(app);
    await waitForJobs(app);
    expect(await mailsOf(requester.accountId)).toEqual({ mailed: true, urgent: false });
    await teamActions(supporter).offer(requestId, other.supporterId);
    await waitForJobs(app);
    expect((await mailsOf(requester.accountId)).urgent).toBe(true);
  });

  it('the hour of an urgent case begins after the quiet hours of the requester', async () => {
    const { requester, supporter, requestId } = await makeCase(app, URGENT);
    const now = app.clock.now();
    const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
    await app.db.query(
      `insert into notification_choice (account_id, mails, quiet_from, quiet_to, time_zone)
       values ($1, 'daily', $2, $3, 'UTC')`,
      [requester.accountId, minute, (minute + 180) % 1_440],
    );
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    app.clock.move(4 * HOUR - 2 * MINUTE);
    const back = await signInAgain(other);
    expect(await teamActions(back).acceptCode(requestId)).toBe('CONFLICT');
    app.clock.move(2 * MINUTE);
    expect(await teamActions(back).acceptCode(requestId)).toBe('OK');
  });

  it('a supporter of the case who is asked to lead it waits, too', async () => {
    const made = await makeCase(app);
    const { requester, supporter, requestId } = made;
    const joined = await joinSupporter(app, made);
    await teamActions(supporter).offer(requestId, joined.supporterId, true);
    expect(await teamActions(joined).acceptCode(requestId)).toBe('CONFLICT');
    expect(await teamActions(requester).names(requestId)).toEqual([
      ...[supporter.workName, joined.workName],
    ]);
    await teamActions(requester).agree(requestId, joined.supporterId);
    expect(await teamActions(joined).acceptCode(requestId)).toBe('OK');
  });

  it('a supporter sees neither that the requester agreed nor when', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    const offerFor = async (who: typeof requester) =>
      (await teamActions(who).team(requestId)).offers;
    expect(await offerFor(supporter)).toMatchObject([{ acceptableFrom: expect.any(String) }]);
    await teamActions(requester).agree(requestId, other.supporterId);
    expect(await offerFor(supporter)).toMatchObject([{ acceptableFrom: null, isAgreed: false }]);
    expect(await offerFor(requester)).toMatchObject([{ isAgreed: true }]);
    expect(await teamActions(other).offers()).toMatchObject([{ acceptableFrom: null }]);
  });
});

describe('the end of an offer', () => {
  it.each(['declines', 'is excluded', 'rests', 'loses the duty'] as const)(
    'the lead learns the same when the asked supporter %s, and cannot ask again for a week',
    async (how) => {
      const { requester, supporter, requestId } = await makeCase(app);
      const other = await makeSupporter(app);
      await teamActions(supporter).offer(requestId, other.supporterId);
      await forgetNewsMails(app, supporter.accountId);
      const socket = await openSocket(supporter);
      if (how === 'declines') await teamActions(other).decline(requestId);
      if (how === 'is excluded')
        await requesterActions(requester).exclude(requestId, [other.supporterId]);
      if (how === 'rests') await supporterActions(other).rest();
      if (how === 'loses the duty')
        await app.db.write(async () => {
          await app.db.query('delete from duty where account_id = $1', [other.accountId]);
          await app.get(SupportAssignmentService).afterRightsChange(other.accountId);
        });
      await socket.until(
        'news',
        ({ subject, id }) => subject === 'supportCase' && id === requestId,
      );
      await waitForJobs(app);
      expect(await mailsOf(supporter.accountId)).toEqual({ mailed: true, urgent: false });
      expect((await teamActions(supporter).team(requestId)).offers).toEqual([]);
      expect(await teamActions(other).acceptCode(requestId)).toBe('NOT_FOUND');
      const again = () => teamActions(supporter).offer(requestId, other.supporterId);
      await expect(again()).rejects.toMatchObject({ reason: 'support.cannotBeAsked' });
      const free = await makeSupporter(app);
      await teamActions(supporter).offer(requestId, free.supporterId);
    },
  );

  it('the lead can ask a supporter again a week after they declined, and not before', async () => {
    const { supporter, requestId } = await makeCase(app);
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    await teamActions(other).decline(requestId);
    app.clock.move(7 * DAY - MINUTE);
    const lead = await signInAgain(supporter);
    await expect(teamActions(lead).offer(requestId, other.supporterId)).rejects.toMatchObject({
      reason: 'support.cannotBeAsked',
    });
    app.clock.move(MINUTE);
    await teamActions(lead).offer(requestId, other.supporterId);
  });

  it('the other supporters learn that one of them lost the case', async () => {
    const made = await makeCase(app);
    const joined = await joinSupporter(app, made);
    await forgetNewsMails(app, made.supporter.accountId);
    await requesterActions(made.requester).exclude(made.requestId, [joined.supporterId]);
    await waitForJobs(app);
    expect((await mailsOf(made.supporter.accountId)).mailed).toBe(true);
  });
});

describe('a supporter who is asked', () => {
  it('the asked supporter gets one more mail when the offer can be accepted', async () => {
    const { supporter, requestId } = await makeCase(app, URGENT);
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    await forgetNewsMails(app, other.accountId);
    await app.get(OfferJobs).notifyAcceptable();
    await waitForJobs(app);
    expect((await mailsOf(other.accountId)).mailed).toBe(false);
    app.clock.move(HOUR);
    await app.get(OfferJobs).notifyAcceptable();
    await waitForJobs(app);
    expect((await mailsOf(other.accountId)).urgent).toBe(true);
    await forgetNewsMails(app, other.accountId);
    await app.get(OfferJobs).notifyAcceptable();
    await waitForJobs(app);
    expect((await mailsOf(other.accountId)).mailed).toBe(false);
  });

  it('gets no mail while they rest, cannot accept, and the lead cannot tell', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    const other = await makeSupporter(app);
    await supporterActions(other).rest();
    await forgetNewsMails(app, other.accountId);
    await teamActions(supporter).offer(requestId, other.supporterId);
    await teamActions(requester).agree(requestId, other.supporterId);
    await waitForJobs(app);
    expect((await mailsOf(other.accountId)).mailed).toBe(false);
    expect(await teamActions(other).acceptCode(requestId)).toBe('CONFLICT');
    expect((await teamActions(supporter).team(requestId)).offers).toHaveLength(1);
    await supporterActions(other).endRest();
    expect(await teamActions(other).acceptCode(requestId)).toBe('OK');
  });

  it('neither sees nor accepts the offer while they know the requester, who cannot tell', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    const other = await makeSupporter(app);
    await teamActions(supporter).offer(requestId, other.supporterId);
    await teamActions(requester).agree(requestId, other.supporterId);
    const offersFor = async (who: typeof requester) =>
      (await teamActions(who).team(requestId)).offers;
    const before = [await offersFor(requester), await offersFor(supporter)];
    const alliances = app.get(AlliancesService);
    const alliance = await app.db.write(() =>
      alliances.start(other.accountId, requester.accountId),
    );
    await waitForJobs(app);
    await app.get(SupportJobs).returnUnreadable();
    expect(await teamActions(other).offers()).toEqual([]);
    expect(await teamActions(other).acceptCode(requestId)).toBe('NOT_FOUND');
    expect([await offersFor(requester), await offersFor(supporter)]).toEqual(before);
    await app.db.write(() => alliances.end(alliance));
    expect(await teamActions(other).acceptCode(requestId)).toBe('OK');
  });

  it('neither sees nor accepts the offer after they joined the partner side, and nobody can tell', async () => {
    const { requester, supporter, requestId } = await makeCase(app);
    await makeVisibleProfile(requester, 'Iracema');
    const other = await makeSupporter(app);
    const { personId } = await makeVisibleProfile(other, 'Anahí');
    await teamActions(supporter).offer(requestId, other.supporterId);
    await partnerActions(requester).invite(requestId, personId);
    await partnerActions(other).accept(requestId, 'Anahí');
    expect(await teamActions(other).offers()).toEqual([]);
    expect(await teamActions(other).acceptCode(requestId)).toBe('NOT_FOUND');
    for (const who of [requester, supporter])
      expect((await teamActions(who).team(requestId)).offers).toMatchObject([
        { supporter: { id: other.supporterId } },
      ]);
  });

  it('a lead makes at most ten offers in a day, and refused ones count', async () => {
    const { supporter, requestId } = await makeCase(app);
    const other = await makeSupporter(app);
    for (let n = 0; n < 9; n += 1)
      await expect(teamActions(supporter).offer(requestId, 'x')).rejects.toMatchObject({
        reason: 'support.cannotBeAsked',
      });
    await teamActions(supporter).offer(requestId, other.supporterId);
    const free = await makeSupporter(app);
    await expect(teamActions(supporter).offer(requestId, free.supporterId)).rejects.toMatchObject({
      ...{ code: 'TOO_MANY', reason: 'support.offeredOften' },
    });
  });
});

it('a supporter besides the lead opens the case again once a duplicate is linked to it', async () => {
  const made = await makeCase(app);
  const { requester, supporter, requestId } = made;
  const joined = await joinSupporter(app, made);
  await supporterActions(joined).open(requestId);
  const second = await askForSupport(requester, { goal: 'Segundo.' });
  await supporterActions(supporter).claimAndOpen(second);
  const { number } = await requesterActions(requester).one(requestId);
  await supporterActions(supporter).linkDuplicate(second, number);
  const openings = async () => (await requesterActions(requester).openings(second)).length;
  const before = await openings();
  expect((await supporterActions(joined).open(requestId)).duplicates).toHaveLength(1);
  expect(await openings()).toBe(before + 1);
});

import { MembershipRole } from '#members/membership.entity.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { factories } from '../../support/factories/factories.js';
import {
  ASK_TO_JOIN,
  DECLINE_JOIN_REQUEST,
  INVITE_TO_GROUP,
  joinRequestInput,
  RECEIVED_INVITATIONS,
} from '../../support/factories/group-documents.js';
import { inhabitedGroup, refusalOf } from '../../support/factories/inhabited-group.js';
import { makePeople, signInAgain } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';

const LESS_PRIVATE = `mutation ($input: LessPrivateGroupInput!) {
  askToMakeGroupLessPrivate(input: $input) { id hash } }`;

const app = useApp();

describe('a group that was archived and brought back', () => {
  it('can invite the same member again, who is notified again', async () => {
    const { ste, out, group, archive, unarchive } = await inhabitedGroup(app);
    const { personId } = await makeVisibleProfile(out);
    const input = { groupId: group.id, personId };
    await apiAs(ste).ask(INVITE_TO_GROUP, input);
    await archive();
    await unarchive();
    await waitForJobs(app);
    const told = () => sentMails(app).filter(({ to }) => to === out.email).length;
    const before = told();
    app.clock.move(DAY);
    await apiAs(await signInAgain(ste)).ask(INVITE_TO_GROUP, input);
    await waitForJobs(app);
    const { groupInvitations } = await apiAs(await signInAgain(out)).ask(RECEIVED_INVITATIONS);
    expect(groupInvitations).toHaveLength(1);
    expect(told()).toBe(before + 1);
  });

  it('counts no request that archiving ended towards the three in ninety days', async () => {
    const { ste, out, group, archive, unarchive } = await inhabitedGroup(app);
    await app.db.query(`update "group" set access = 'request' where id = $1`, [group.id]);
    const ask = () => apiAs(out).ask(ASK_TO_JOIN, joinRequestInput(group.id));
    for (const _time of [1, 2, 3]) {
      await ask();
      await archive();
      await unarchive();
    }
    const { id } = (await ask()).requestToJoin;
    // A decline that the steward can still undo becomes final, so that the requester cannot ask again at once.
    await apiAs(ste).ask(DECLINE_JOIN_REQUEST, { id });
    await archive();
    await unarchive();
    expect(await refusalOf(ask())).toBe('joinRequest.askedBefore');
    const states = `select state from join_request where account_id = $1 order by created_at, state`;
    expect(await app.db.query(states, [out.accountId])).toEqual(
      expect.arrayContaining([{ state: 'closed' }, { state: 'declined' }]),
    );
  });

  it('lets no steward approve a two-person act that was requested before archiving', async () => {
    const { ste, group, archive, unarchive } = await inhabitedGroup(app);
    const { sol } = await makePeople(app, { sol: 'steward' });
    await factories.membership(app, { group, person: sol, role: MembershipRole.steward });
    await app.db.query(
      `update "group" set is_listed = false, access = 'invitation' where id = $1`,
      [group.id],
    );
    const input = { groupId: group.id, privacy: 'request', reason: 'Para que nos encuentren.' };
    const { id, hash } = (await apiAs(ste).ask(LESS_PRIVATE, { input })).askToMakeGroupLessPrivate;
    expect(await twoPersonActions(sol).waiting()).toBe(1);
    await archive();
    expect(await twoPersonActions(sol).waiting()).toBe(0);
    await unarchive();
    expect((await twoPersonActions(sol).read(id)).state).toBe('withdrawn');
    expect(await refusalOf(twoPersonActions(sol).approve(id, hash))).toBe('twoPerson.decided');
  });
});

import { randomUUID } from 'node:crypto';
import { GroupsJobs } from '#groups/groups.jobs.js';
import { DAY } from '#kernel/clock.js';
import { MembershipRole } from '#members/membership.entity.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { factories } from '../../support/factories/factories.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';
import {
  ACCEPT_INVITATION,
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  joinRequestInput,
  DECLINE_INVITATION,
  DECLINE_JOIN_REQUEST,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  RECEIVED_INVITATIONS,
  JOIN_GROUP,
  OPEN_GROUP,
  SENT_INVITATIONS,
  SET_PERSONA,
  UNDO_DECLINED_JOIN_REQUEST,
  WITHDRAW_INVITATION,
  WITHDRAW_JOIN_REQUEST,
} from '../../support/factories/group-documents.js';

const MINE = 'query ($slug: String!) { group(slug: $slug) { myRole myRequestId viewerCan } }';
const COUNT = 'query ($slug: String!) { group(slug: $slug) { joinRequestsWaiting } }';
const REQUESTS = 'query ($id: ID!) { joinRequests(groupId: $id) { id name answers { answer } } }';

describe('joining a group', () => {
  const app = useApp();

  const mine = async (who: Requester, { slug }: { slug: string }) =>
    (await apiAs(who).ask(MINE, { slug })).group;

  it('a join request shows the steward a link to a visible profile, and no link under a persona', async () => {
    const { ada, eve, fay, gil } = await makePeople(app, {
      ...{ ada: 'steward', eve: 'member', fay: 'member', gil: 'member' },
    });
    const group = await factories.group(app, { steward: ada });
    const { personId } = await makeVisibleProfile(eve);
    await makeVisibleProfile(fay);
    const ask = (who: Person, more: object = {}) =>
      apiAs(who).ask(ASK_TO_JOIN, { input: { ...joinRequestInput(group.id).input, ...more } });
    await ask(eve);
    await ask(fay, { personaName: 'Garza Blanca' });
    await ask(gil);
    const { joinRequests } = await apiAs(ada).ask(
      'query ($id: ID!) { joinRequests(groupId: $id) { personId } }',
      { id: group.id },
    );
    expect(joinRequests).toEqual([{ personId }, { personId: null }, { personId: null }]);
  });

  it('joining without approval is possible only in an open group', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada, ...OPEN_GROUP });
    const byRequest = await factories.group(app, { steward: ada });
    expect(await apiAs(eve).code(JOIN_GROUP, { id: byRequest.id })).toBe('FORBIDDEN');
    expect(await apiAs(eve).ask(JOIN_GROUP, { id: group.id })).toEqual({
      joinGroup: { myRole: 'member' },
    });
    await expect(apiAs(eve).ask(JOIN_GROUP, { id: group.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'group.alreadyIn',
    });
  });

  it('concurrent requests to join create one membership', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const { id } = await factories.group(app, { steward: ada, ...OPEN_GROUP });
    await Promise.all(Array.from({ length: 10 }, () => apiAs(eve).code(JOIN_GROUP, { id })));
    const sql = 'select 1 from membership where group_id = $1 and account_id = $2';
    expect(await app.db.query(sql, [id, eve.accountId])).toHaveLength(1);
  });

  it("a steward reads the requester's answer and accepts or declines the request", async () => {
    const people = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
      fay: 'outsider',
    });
    const { ada, ben, eve, fay } = people;
    await factories.profile(eve, { answers: { name: 'Eve' } });
    const group = await factories.group(app, {
      steward: ada,
      members: [ben],
      questions: ['¿Con quién?'],
    });
    const groupId = group.id;
    expect(await apiAs(eve).code(ASK_TO_JOIN, joinRequestInput(groupId, ' '))).toBe('INVALID');
    const { requestToJoin } = await apiAs(eve).ask(
      ASK_TO_JOIN,
      joinRequestInput(groupId, 'Con la radio'),
    );
    await expect(
      apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(groupId, 'Otra vez')),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'joinRequest.waiting',
    });
    expect(await apiAs(ben).code(ASK_TO_JOIN, joinRequestInput(groupId, 'x'))).toBe('FORBIDDEN');
    const { id } = requestToJoin;
    const requests = async (who: Requester) =>
      (await apiAs(who).ask(REQUESTS, { id: groupId })).joinRequests;
    expect(await requests(ada)).toEqual([
      { id, name: 'Eve', answers: [{ answer: 'Con la radio' }] },
    ]);
    for (const who of [ben, eve, fay]) expect(await requests(who)).toEqual([]);
    const waiting = '{ joinRequestsWaiting }';
    expect(await apiAs(ada).ask(waiting)).toEqual({ joinRequestsWaiting: 1 });
    expect(await apiAs(ben).ask(waiting)).toEqual({ joinRequestsWaiting: 0 });
    const inGroup = async (who: Requester) =>
      (await apiAs(who).ask(COUNT, { slug: group.slug })).group.joinRequestsWaiting;
    expect(await inGroup(ada)).toBe(1);
    for (const who of [ben, eve]) expect(await inGroup(who)).toBeNull();
    for (const [who, code] of [
      [ben, 'NOT_FOUND'],
      [fay, 'NOT_FOUND'],
      [eve, 'FORBIDDEN'],
    ] as const) {
      expect(await apiAs(who).code(ACCEPT_JOIN_REQUEST, { id })).toBe(code);
      expect(await apiAs(who).code(DECLINE_JOIN_REQUEST, { id })).toBe(code);
    }
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
    expect(await apiAs(ada).code(DECLINE_JOIN_REQUEST, { id })).toBe('FORBIDDEN');
    expect(await mine(eve, group)).toMatchObject({ myRole: 'member', myRequestId: null });
  });

  it('a declined request stays open to the requester for 30 s, while a steward can undo it', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada });
    const { id } = (await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(group.id))).requestToJoin;
    const row = async () =>
      (await app.db.query('select state, decided_at from join_request where id = $1', [id]))[0];
    const listed = async () =>
      (await apiAs(ada).ask(REQUESTS, { id: group.id })).joinRequests.length;
    const ear = await openSocket(eve);
    await waitForJobs(app);
    expect((await apiAs(ada).ask(DECLINE_JOIN_REQUEST, { id })).declineJoinRequest.state).toBe(
      'declined',
    );
    expect(await listed()).toBe(0);
    expect(await apiAs(ada).code(ACCEPT_JOIN_REQUEST, { id })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(UNDO_DECLINED_JOIN_REQUEST, { id })).toBe('FORBIDDEN');
    app.clock.move(20_000);
    await app.get(GroupsJobs).declineRequests();
    expect(await row()).toEqual({ state: 'waiting', decided_at: null });
    expect(await mine(eve, group)).toMatchObject({ myRequestId: id });
    for (const _tab of [1, 2])
      expect(
        (await apiAs(ada).ask(UNDO_DECLINED_JOIN_REQUEST, { id })).undoDeclineJoinRequest.state,
      ).toBe('waiting');
    expect(await listed()).toBe(1);

    await apiAs(ada).ask(DECLINE_JOIN_REQUEST, { id });
    app.clock.move(30_000);
    await expect(apiAs(ada).ask(UNDO_DECLINED_JOIN_REQUEST, { id })).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'joinRequest.undoOver' },
    });
    await waitForJobs(app);
    expect(ear.received('news')).not.toContainEqual({ subject: 'joinRequest', id });
    for (const _run of [1, 2]) await app.get(GroupsJobs).declineRequests();
    await waitForJobs(app);
    expect(ear.received('news').filter((one) => one.id === id)).toHaveLength(1);
    expect(await row()).toEqual({ state: 'declined', decided_at: expect.any(Date) });
    expect(await mine(eve, group)).toMatchObject({ myRequestId: null });
    closeAllSockets();
  });

  it.each([
    ['accept', ACCEPT_JOIN_REQUEST],
    ['decline', DECLINE_JOIN_REQUEST],
  ])(
    'one of two stewards decides when they accept and %s one request at once',
    async (_act, second) => {
      const { ada, ben, eve } = await makePeople(app, {
        ...{ ada: 'steward', ben: 'member', eve: 'outsider' },
      });
      const group = await factories.group(app, { steward: ada });
      await factories.membership(app, { group, person: ben, role: MembershipRole.steward });
      const { id } = (await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(group.id))).requestToJoin;
      const codes = await Promise.all([
        apiAs(ada).code(ACCEPT_JOIN_REQUEST, { id }),
        apiAs(ben).code(second, { id }),
      ]);
      expect(codes.toSorted()).toEqual(['FORBIDDEN', 'OK']);
      const isIn = second === ACCEPT_JOIN_REQUEST || codes[0] === 'OK';
      const sql = 'select 1 from membership where group_id = $1 and account_id = $2';
      expect(await app.db.query(sql, [group.id, eve.accountId])).toHaveLength(isIn ? 1 : 0);
    },
  );

  it('a withdrawn join request disappears for the steward', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada });
    const { id: groupId } = group;
    const { requestToJoin } = await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(groupId, ''));
    const { myRequestId } = await mine(eve, group);
    expect(myRequestId).toBe(requestToJoin.id);
    expect(await mine(ada, group)).toMatchObject({ myRequestId: null });
    expect(await apiAs(ada).code(WITHDRAW_JOIN_REQUEST, { id: myRequestId })).toBe('FORBIDDEN');
    await apiAs(eve).ask(WITHDRAW_JOIN_REQUEST, { id: myRequestId });
    expect(await mine(eve, group)).toMatchObject({ myRequestId: null });
    expect(await apiAs(ada).code(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(ASK_TO_JOIN, joinRequestInput(groupId, ''))).toBe('OK');
  });

  it("a steward's invitation lets a member in, also into a hidden group", async () => {
    const people = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
      fay: 'outsider',
    });
    const { ada, ben, eve, fay } = people;
    const eves = await factories.profile(eve);
    const fays = await factories.profile(fay, { mayBeFound: false });
    const group = await factories.group(app, { steward: ada, members: [ben], ...HIDDEN_GROUP });
    const groupId = group.id;
    expect(await apiAs(ben).code(INVITE_TO_GROUP, { groupId, personId: eves })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(INVITE_TO_GROUP, { groupId, personId: eves })).toBe('NOT_FOUND');
    // A person hidden from the steward is answered as NOT_FOUND.
    expect(await apiAs(ada).code(INVITE_TO_GROUP, { groupId, personId: fays })).toBe('NOT_FOUND');
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId, personId: eves });
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId, personId: eves });
    expect(await apiAs(fay).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    const { groupInvitations } = await apiAs(eve).ask(RECEIVED_INVITATIONS);
    expect(groupInvitations).toEqual([{ id: expect.any(String), group: { slug: group.slug } }]);
    const [{ id }] = groupInvitations;
    expect(await apiAs(fay).code(ACCEPT_INVITATION, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ada).code(ACCEPT_INVITATION, { id })).toBe('FORBIDDEN');
    await apiAs(eve).ask(ACCEPT_INVITATION, { id });
    expect(await mine(eve, group)).toMatchObject({ myRole: 'member' });
    expect(await apiAs(eve).code(DECLINE_INVITATION, { id })).toBe('FORBIDDEN');
  });

  it('an invitation does not reveal whether the person is already a member under a persona', async () => {
    const { ada, eve, fay } = await makePeople(app, {
      ada: 'steward',
      eve: 'member',
      fay: 'outsider',
    });
    const [eves, fays] = [await factories.profile(eve), await factories.profile(fay)];
    const group = await factories.group(app, { steward: ada });
    const { id: membershipId } = await factories.membership(app, { group, person: eve });
    await apiAs(eve).ask(SET_PERSONA, { input: { membershipId, name: 'Colibrí' } });
    const bytes = async (personId: string) =>
      (await apiAs(ada).raw(INVITE_TO_GROUP, { groupId: group.id, personId })).text();
    expect(await bytes(eves)).toBe(await bytes(fays));
    expect(await apiAs(eve).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
  });

  it('an invitation gets the same answer for a blocker, a former member, a hidden member and an unknown id', async () => {
    const { ada, foe, shy, gone } = await makePeople(app, {
      ...({ ada: 'steward', foe: 'outsider', shy: 'outsider', gone: 'outsider' } as const),
    });
    const group = await factories.group(app, { steward: ada });
    const people = [
      await factories.profile(foe),
      await factories.profile(shy, { mayBeFound: false }),
      await factories.profile(gone),
    ];
    const { code } = apiAs(ada);
    const invite = (personId: string) => ({ groupId: group.id, personId });
    expect(await code(INVITE_TO_GROUP, invite(people[0]!))).toBe('OK');
    await insertBlock(app, foe, ada);
    await app.db.write(() => app.get(AccountDeletionService).end(gone.accountId));
    const answer = async (personId: string) =>
      (await apiAs(await signInAgain(ada)).raw(INVITE_TO_GROUP, invite(personId))).text();
    const nobody = await answer(randomUUID());
    expect(nobody).toContain('NOT_FOUND');
    for (const personId of people) expect(await answer(personId)).toBe(nobody);
  });

  it('withdrawing an invitation closes it and does not reveal whether it was open', async () => {
    const people = { ada: 'steward', ben: 'member', eve: 'outsider', fay: 'outsider' } as const;
    const { ada, ben, eve, fay } = await makePeople(app, people);
    const group = await factories.group(app, { steward: ada, members: [ben], ...HIDDEN_GROUP });
    const input = { groupId: group.id, personId: await factories.profile(eve) };
    await apiAs(ada).ask(INVITE_TO_GROUP, { ...input, personId: await factories.profile(fay) });
    await apiAs(ada).ask(INVITE_TO_GROUP, input);
    const [open, declined] = (await apiAs(ada).ask(SENT_INVITATIONS, { id: group.id }))
      .sentGroupInvitations as { id: string }[];
    const received = async (who: Person) =>
      (await apiAs(who).ask(RECEIVED_INVITATIONS)).groupInvitations as { id: string }[];
    const [{ id }] = (await received(eve)) as [{ id: string }];
    await apiAs(fay).ask(DECLINE_INVITATION, { id: (await received(fay))[0]!.id });
    for (const who of [ben, eve])
      expect(await apiAs(who).code(WITHDRAW_INVITATION, open!)).toBe('NOT_FOUND');
    expect(await received(eve)).toHaveLength(1);
    const bytes = async (entry: { id: string }) =>
      (await apiAs(ada).raw(WITHDRAW_INVITATION, { id: entry.id })).text();
    expect(await bytes(open!)).toBe(await bytes(declined!));
    expect(await bytes(open!)).toBe(await bytes({ id: randomUUID() }));
    expect(await received(eve)).toEqual([]);
    expect(await apiAs(eve).code(ACCEPT_INVITATION, { id })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(JOIN_GROUP, { id: group.id })).toBe('NOT_FOUND');
    await apiAs(ada).ask(INVITE_TO_GROUP, input);
    expect(await received(eve)).toHaveLength(1);
  });

  it('sent invitations are listed for 14 days, answered or not, to the stewards alone', async () => {
    const people = { ada: 'steward', sol: 'member', ben: 'member', kim: 'outsider' } as const;
    const { ada, sol, ben, kim } = await makePeople(app, people);
    const { eve, fay, gus } = await makePeople(app, {
      eve: 'outsider',
      fay: 'outsider',
      gus: 'outsider',
    });
    const shown = [];
    for (const who of [ben, eve, fay, gus]) shown.push(await makeVisibleProfile(who, who.name));
    const group = await factories.group(app, { steward: ada, members: [ben], ...HIDDEN_GROUP });
    await factories.membership(app, { group, person: sol, role: MembershipRole.steward });
    for (const { personId } of shown)
      await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
    const sentTo = async (who: Person) =>
      (await apiAs(await signInAgain(who)).ask(SENT_INVITATIONS, { id: group.id }))
        .sentGroupInvitations;
    const sent = await sentTo(ada);
    const row = (name: string) => ({ isMine: true, senderName: 'ada', person: { name } });
    expect(sent).toMatchObject(['gus', 'fay', 'eve', 'ben'].map(row));
    const idTo = async (who: Person) =>
      (await apiAs(who).ask(RECEIVED_INVITATIONS)).groupInvitations[0].id as string;
    await apiAs(eve).ask(ACCEPT_INVITATION, { id: await idTo(eve) });
    await apiAs(fay).ask(DECLINE_INVITATION, { id: await idTo(fay) });
    expect(await sentTo(ada)).toEqual(sent);
    expect(await sentTo(sol)).toEqual(sent.map((one) => ({ ...one, isMine: false })));

    const { id } = sent[0];
    for (const who of [ben, eve, gus]) {
      expect(await apiAs(who).code(SENT_INVITATIONS, { id: group.id })).toBe('FORBIDDEN');
      expect(await apiAs(who).code(WITHDRAW_INVITATION, { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(kim).code(SENT_INVITATIONS, { id: group.id })).toBe('NOT_FOUND');
    await setAudience(gus, 'onlyMe', ['name']);
    expect((await sentTo(sol))[0]).toEqual({ ...sent[0], isMine: false, person: null });
    await apiAs(sol).ask(WITHDRAW_INVITATION, { id });
    expect(await apiAs(gus).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    expect(await sentTo(ada)).toEqual(sent.slice(1));
    app.clock.move(14 * DAY);
    expect(await sentTo(ada)).toEqual([]);
  });

  it('joining fails if the invitation is withdrawn while the request waits for the lock', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
    await apiAs(ada).ask(INVITE_TO_GROUP, {
      groupId: group.id,
      personId: await factories.profile(eve),
    });
    const held = await lockTestRow(app, 'group', group.id);
    const joining = apiAs(eve).code(JOIN_GROUP, { id: group.id });
    await held.queued(1);
    await held.run(`update group_invitation set state = 'withdrawn' where group_id = $1`, [
      group.id,
    ]);
    await held.release();
    expect(await joining).toBe('NOT_FOUND');
  });

  it('a declined or expired invitation admits no one', async () => {
    const { ada, eve, fay } = await makePeople(app, {
      ada: 'steward',
      eve: 'outsider',
      fay: 'outsider',
    });
    const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
    const invite = async (who: Person) => {
      await apiAs(ada).ask(INVITE_TO_GROUP, {
        groupId: group.id,
        personId: await factories.profile(who),
      });
      return (await apiAs(who).ask(RECEIVED_INVITATIONS)).groupInvitations[0].id as string;
    };
    await apiAs(eve).ask(DECLINE_INVITATION, { id: await invite(eve) });
    expect(await apiAs(eve).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
    const ended = await invite(fay);
    app.clock.move(14 * DAY);
    const later = await signInAgain(fay);
    // From the exact time of expiry, even if the job has not run yet.
    expect(await apiAs(later).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await apiAs(later).code(JOIN_GROUP, { id: group.id })).toBe('NOT_FOUND');
    expect(await apiAs(later).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    expect(await apiAs(later).code(ACCEPT_INVITATION, { id: ended })).toBe('FORBIDDEN');
  });
});

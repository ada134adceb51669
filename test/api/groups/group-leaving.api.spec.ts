import { randomUUID } from 'node:crypto';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { EmptyGroupsService } from '#groups/archive/empty-groups.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { DAY } from '#kernel/clock.js';
import { SuccessionService } from '#groups/succession/succession.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { makePeople, type Person, signInBrowser } from '../../support/factories/make-people.js';
import {
  ACCEPT_INVITATION,
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  joinRequestInput,
  HAND_OVER_STEWARDSHIP,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  RECEIVED_INVITATIONS,
  JOIN_GROUP,
  LEAVE_GROUP,
  READMIT_MEMBER,
  REMOVE_MEMBER,
  REMOVED_MEMBERS,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';

const MINE = 'query ($slug: String!) { group(slug: $slug) { myRole } }';
const WAS_REMOVED = 'query ($slug: String!) { group(slug: $slug) { wasRemoved } }';

describe('leaving a group', () => {
  const app = useApp();

  const roleOf = async (who: Requester, { slug }: { slug: string }) =>
    (await apiAs(who).ask(MINE, { slug })).group.myRole;
  const idOf = async (group: { id: string }, { accountId }: Person): Promise<string> => {
    const sql = 'select id from membership where group_id = $1 and account_id = $2';
    return (await app.db.query<{ id: string }>(sql, [group.id, accountId]))[0]!.id;
  };

  const stored = async (id: string) => {
    const sql = `select ended_at is not null as "hasEnded", barred_at is not null as "isBarred"
      from membership where id = $1`;
    return (await app.db.query(sql, [id]))[0];
  };

  it('a member who leaves loses access at once', async () => {
    const { ada, ben, cem } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
    });
    const group = await factories.group(app, {
      steward: ada,
      members: [ben, cem],
      ...HIDDEN_GROUP,
    });
    const id = await idOf(group, ben);
    expect(await apiAs(cem).code(LEAVE_GROUP, { id })).toBe('FORBIDDEN');
    expect(await stored(id)).toEqual({ hasEnded: false, isBarred: false });
    await apiAs(ben).ask(LEAVE_GROUP, { id });
    expect(await stored(id)).toEqual({ hasEnded: true, isBarred: false });
    expect(await apiAs(ben).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(LEAVE_GROUP, { id })).toBe('NOT_FOUND');
  });

  it('only a steward may remove a member, and the audit log records it', async () => {
    const { ada, ben, cem } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
    });
    const group = await factories.group(app, { steward: ada, members: [ben, cem] });
    const [adas, bens] = [await idOf(group, ada), await idOf(group, ben)];
    expect(await apiAs(cem).code(REMOVE_MEMBER, { id: bens })).toBe('FORBIDDEN');
    await expect(apiAs(ada).ask(REMOVE_MEMBER, { id: adas })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'membership.leaveInstead',
    });
    expect(await stored(bens)).toEqual({ hasEnded: false, isBarred: false });
    await apiAs(ada).ask(REMOVE_MEMBER, { id: bens });
    expect(await stored(bens)).toEqual({ hasEnded: true, isBarred: true });
    expect(await roleOf(ben, group)).toBeNull();
    const sql = 'select action, actor_id, about_id from audit_entry where subject_id = $1';
    expect(await app.db.query(sql, [bens])).toEqual([
      { action: 'remove', actor_id: ada.accountId, about_id: ben.accountId },
    ]);
  });

  it('the last steward cannot leave before another member is steward', async () => {
    const { ada, ben, cem } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
    });
    const group = await factories.group(app, { steward: ada, members: [ben, cem] });
    const [adas, bens, cems] = await Promise.all([ada, ben, cem].map((one) => idOf(group, one)));
    await expect(apiAs(ada).ask(LEAVE_GROUP, { id: adas })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'membership.lastSteward',
    });
    expect(await apiAs(ben).code(HAND_OVER_STEWARDSHIP, { id: cems })).toBe('FORBIDDEN');
    expect(await apiAs(ada).code(HAND_OVER_STEWARDSHIP, { id: adas })).toBe('FORBIDDEN');
    await apiAs(ada).ask(HAND_OVER_STEWARDSHIP, { id: bens });
    expect(await roleOf(ben, group)).toBe('steward');
    expect(await apiAs(ada).code(HAND_OVER_STEWARDSHIP, { id: cems })).toBe('FORBIDDEN');
    await apiAs(ada).ask(LEAVE_GROUP, { id: adas });
  });

  it('the group is deleted when its last member leaves', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const group = await factories.group(app, { steward: ada });
    await apiAs(ada).ask(LEAVE_GROUP, { id: await idOf(group, ada) });
    await app.get(EmptyGroupsService).closeIfEmpty(group.id);
    expect(await apiAs(eve).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
  });

  it("when the steward's account ends, no member becomes steward by it, and the steward's messages are deleted", async () => {
    const { ada, ben, cem } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
    });
    const group = await factories.group(app, { steward: ada, members: [ben, cem] });
    const channel = await factories.channel(app, { group });
    const post = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { version } }';
    const input = { channelId: channel.id, clientId: randomUUID(), body: 'canary' };
    const { postMessage } = await apiAs(ada).ask(post, { input });
    await app.db.write(() => app.get(AccountDeletionService).end(ada.accountId));
    await app.get(SuccessionService).settle(group.id);
    for (const who of [ben, cem]) expect(await roleOf(who, group)).toBe('member');
    const changes = `query ($id: ID!, $after: Int!) { changes(channelId: $id, after: $after) {
      items { body isDeleted authorId authorName } } }`;
    const variables = { id: channel.id, after: postMessage.version };
    expect((await apiAs(ben).ask(changes, variables)).changes.items).toEqual([
      { body: '', isDeleted: true, authorId: null, authorName: '' },
    ]);
  });

  it('after concurrent departures exactly one steward remains while the group has members', async () => {
    const people = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
      dia: 'member',
    });
    const { ada, ...rest } = people;
    const members = Object.values(rest);
    for (let round = 0; round < 5; round++) {
      const group = await factories.group(app, { steward: ada, members });
      const adas = await idOf(group, ada);
      const theirs = await Promise.all(members.map((one) => idOf(group, one)));
      await Promise.all([
        ...theirs.map((id) => apiAs(ada).code(HAND_OVER_STEWARDSHIP, { id })),
        ...theirs.map((id) => apiAs(ada).code(REMOVE_MEMBER, { id })),
        apiAs(ada).code(LEAVE_GROUP, { id: adas }),
      ]);
      const sql = 'select role from membership where group_id = $1 and ended_at is null';
      const left = await app.db.query<{ role: string }>(sql, [group.id]);
      const holders = left.filter(({ role }) => role === 'steward');
      expect(holders).toHaveLength(left.length > 0 ? 1 : 0);
    }
  });
});

describe('a member who was removed from a group', () => {
  const app = useApp();

  const remove = async (steward: Person, group: { id: string }, { accountId }: Person) => {
    const sql = `select id from membership where group_id = $1 and account_id = $2 and ended_at is null`;
    const [own] = await app.db.query<{ id: string }>(sql, [group.id, accountId]);
    await apiAs(steward).ask(REMOVE_MEMBER, { id: own!.id });
    return own!.id;
  };
  const waiting = (group: { id: string }) =>
    app.db.query(
      `select 1 from group_invitation where group_id = $1 and state = 'waiting'
       union all select 1 from join_request where group_id = $1 and state = 'waiting'`,
      [group.id],
    );

  it('cannot rejoin by an invitation sent to their profile, before or after the removal', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const personId = await factories.profile(ben);
    const group = await factories.group(app, { steward: ada, ...HIDDEN_GROUP });
    const { id: membershipId } = await factories.membership(app, { group, person: ben });
    await apiAs(ben).ask(SET_PERSONA, { input: { membershipId, name: 'Colibrí' } });
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
    expect(await app.db.query('select 1 from group_invitation')).toEqual([]);
    await remove(ada, group, ben);
    // A later invitation has no effect either: the steward does not know that the profile is the one behind the removed
    // persona.
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
    expect(await app.db.query('select 1 from group_invitation')).toEqual([]);
    expect(await apiAs(ben).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    expect(await apiAs(ben).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(JOIN_GROUP, { id: group.id })).toBe('NOT_FOUND');
  });

  it('cannot be invited under the name they were removed with until readmitted', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
    });
    const personId = await factories.profile(ben);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id: groupId, slug } = group;
    const id = await remove(ada, group, ben);
    const invite = apiAs(ada).ask(INVITE_TO_GROUP, { groupId, personId });
    await expect(invite).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'groupInvitation.removed',
    });
    expect(
      await app.db.query('select 1 from sent_group_invitation where group_id = $1', [groupId]),
    ).toEqual([]);
    expect((await apiAs(ben).ask(WAS_REMOVED, { slug })).group).toEqual({ wasRemoved: true });
    expect((await apiAs(eve).ask(WAS_REMOVED, { slug })).group).toEqual({ wasRemoved: false });
    await apiAs(ada).ask(READMIT_MEMBER, { id });
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId, personId });
    expect(
      await app.db.query('select invited_id from group_invitation where group_id = $1', [groupId]),
    ).toEqual([{ invited_id: ben.accountId }]);
  });

  it('is not recognised by a steward under a later name', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
    const personId = await factories.profile(ben);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id: groupId } = group;
    const id = await remove(ada, group, ben);
    const rename = `update profile_field set text = 'Rosa' where account_id = $1 and kind = 'name'`;
    await app.db.query(rename, [ben.accountId]);
    app.clock.move(31 * DAY);
    await app.get(RetentionService).runByClock('formerMembership');
    const steward = { ...ada, ...(await signInBrowser(app, ada.accountId)) };
    expect(await apiAs(steward).code(INVITE_TO_GROUP, { groupId, personId })).toBe('OK');
    expect(
      await app.db.query('select 1 from group_invitation where group_id = $1', [groupId]),
    ).toEqual([]);
    expect(await apiAs(steward).ask(REMOVED_MEMBERS, { id: groupId })).toEqual({
      removedMembers: [{ id, name: 'ben' }],
    });
    await apiAs(steward).ask(READMIT_MEMBER, { id });
    await app.get(RetentionService).runByClock('formerMembership');
    const sql = 'select ended_name as "endedName" from membership where id = $1';
    expect(await app.db.query(sql, [id])).toEqual([{ endedName: null }]);
  });

  it('cannot rejoin by an invitation or request that was open before', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'steward',
      ben: 'outsider',
      eve: 'outsider',
    });
    const [bens, eves] = [await factories.profile(ben), await factories.profile(eve)];
    const group = await factories.group(app, { steward: ada });
    for (const [who, personId] of [
      [ben, bens],
      [eve, eves],
    ] as const) {
      await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
      const { requestToJoin } = await apiAs(who).ask(ASK_TO_JOIN, joinRequestInput(group.id));
      const [{ id: invitationId }] = (await apiAs(who).ask(RECEIVED_INVITATIONS)).groupInvitations;
      if (who === ben) await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id });
      else await apiAs(who).ask(ACCEPT_INVITATION, { id: invitationId });
      expect(await waiting(group)).toEqual([]);
      await remove(ada, group, who);
      expect(await apiAs(who).code(ACCEPT_INVITATION, { id: invitationId })).toBe('NOT_FOUND');
      expect(await apiAs(ada).code(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id })).toBe(
        'FORBIDDEN',
      );
      await expect(apiAs(who).ask(JOIN_GROUP, { id: group.id })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('can rejoin only after a steward readmits them', async () => {
    const people = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      cem: 'member',
      eve: 'outsider',
    });
    const { ada, ben, cem, eve } = people;
    const open = await factories.group(app, {
      ...{ steward: ada, members: [ben, cem], access: 'open' as never },
    });
    const byRequest = await factories.group(app, { steward: ada, members: [ben] });
    const id = await remove(ada, open, ben);
    await remove(ada, byRequest, ben);
    for (const [document, variables] of [
      [JOIN_GROUP, { id: open.id }],
      [ASK_TO_JOIN, joinRequestInput(byRequest.id)],
    ] as const) {
      await expect(apiAs(ben).ask(document, variables)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        reason: 'group.removed',
      });
    }
    expect(await apiAs(ada).ask(REMOVED_MEMBERS, { id: open.id })).toEqual({
      removedMembers: [{ id, name: 'ben' }],
    });
    for (const who of [ben, cem, eve]) {
      expect(await apiAs(who).code(REMOVED_MEMBERS, { id: open.id })).toBe('FORBIDDEN');
      expect(await apiAs(who).code(READMIT_MEMBER, { id })).toBe('NOT_FOUND');
    }
    await apiAs(ada).ask(READMIT_MEMBER, { id });
    expect(await apiAs(ada).code(READMIT_MEMBER, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ada).ask(REMOVED_MEMBERS, { id: open.id })).toEqual({ removedMembers: [] });
    expect(await apiAs(ben).code(JOIN_GROUP, { id: open.id })).toBe('OK');
    const sql = `select action from audit_entry where subject_id = $1 order by seq`;
    expect(await app.db.query(sql, [id])).toEqual([{ action: 'remove' }, { action: 'readmit' }]);
  });
});

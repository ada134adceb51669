import { TwoPersonActKinds } from '#audit/two-person/two-person-act-kinds.js';
import { EventsWorker } from '#events/events.worker.js';
import { MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { factories } from '../../support/factories/factories.js';
import {
  JOIN_GROUP,
  LEAVE_GROUP,
  MAKE_FACILITATOR,
  OPEN_GROUP,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { AGREE_TO_SUGGESTION, SUGGEST_MEETING } from '../../support/factories/suggestions.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import {
  BLOCK_PROFILE,
  makeVisibleProfile,
  setAudience,
} from '../../support/factories/visible-profiles.js';
import {
  addReaction,
  LIST_REACTORS,
  READ_MESSAGE,
} from '../../support/messages/message-documents.js';

const CLOSE = 'mutation ($id: ID!) { closeMemberList(groupId: $id) { memberList memberCount } }';
const ASK = `mutation ($input: OpenMemberListInput!) {
  askToOpenMemberList(input: $input) { id hash shown { label value } } }`;
const SHOW_ME = 'mutation ($id: ID!) { showMeInMemberList(membershipId: $id) }';
const GROUP = `query ($slug: String!) { group(slug: $slug) {
  memberList memberCount wasListClosed isMeListed openMemberListRequestId } }`;
const MEMBERS = `query ($id: ID!) { groupMembers(groupId: $id) {
  items { name isListed viewerCan } } }`;
const MEMBER = 'query ($id: ID!) { groupMember(membershipId: $id) { name } }';
const FACES = 'query ($ids: [ID!]!) { faces(ids: $ids) { id } }';
const CHANNEL_PEOPLE = 'query ($id: ID!) { channelPeople(channelId: $id) { id name } }';
const SEEN = 'query ($id: ID!) { seenInGroup(groupId: $id) { name isListed } }';
const PERSON = 'query ($id: ID!) { person(id: $id) { id } }';
const DIRECTORY = `query ($words: String, $chips: [ID!]) {
  people(words: $words, chips: $chips) { items { id } } }`;
const BLOCKED = 'query ($id: ID!) { channel(id: $id) { blockedAuthorIds } }';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const drain = () => app.get(EventsWorker).drain();

interface Item {
  readonly name: string;
  readonly isListed: boolean;
  readonly viewerCan: readonly string[];
}

/** A listed group with two stewards and three members, of whom Ana and Eve have no posts. */
async function aGroup() {
  const people = await makePeople(app, {
    ...({ ste: 'steward', sol: 'steward', ana: 'member', ben: 'member', eve: 'member' } as const),
    ...({ out: 'outsider', mo: 'moderator' } as const),
  });
  const { ste, sol, ana, ben, eve } = people;
  const profiles = {} as Record<keyof typeof people, string>;
  for (const [key, person] of Object.entries(people)) {
    const { personId } = await makeVisibleProfile(person, person.name);
    profiles[key as keyof typeof people] = personId;
  }
  const group = await factories.group(app, { steward: ste, ...OPEN_GROUP });
  const memberIds = {} as Record<'sol' | 'ana' | 'ben' | 'eve', string>;
  for (const [key, person] of Object.entries({ sol, ana, ben, eve })) {
    const role = person === sol ? MembershipRole.steward : MembershipRole.member;
    const { id } = await factories.membership(app, { group, person, role });
    memberIds[key as keyof typeof memberIds] = id;
  }
  const { id: channelId } = await factories.channel(app, { group, history: 'start' });
  const items = async (who: Person) =>
    (await apiAs(who).ask(MEMBERS, { id: group.id })).groupMembers.items as Item[];
  const listOf = async (who: Person) => (await items(who)).map(({ name }) => name).toSorted();
  const groupAs = async (who: Person) => (await apiAs(who).ask(GROUP, { slug: group.slug })).group;
  const close = () => apiAs(ste).ask(CLOSE, { id: group.id });
  return { ...people, profiles, group, memberIds, channelId, items, listOf, groupAs, close };
}
const names = (...people: Person[]) => people.map(({ name }) => name).toSorted();

async function open(asker: Person, approver: Person, groupId: string) {
  const input = { groupId, reason: 'Para conocernos.' };
  const { askToOpenMemberList: act } = await apiAs(asker).ask(ASK, { input });
  await twoPersonActions(approver).approve(act.id, act.hash);
  return act;
}

describe('a member list for stewards', () => {
  it('shows stewards every member, and a member themself and the stewards', async () => {
    const { ste, sol, ana, ben, eve, out, group, ...it } = await aGroup();
    expect(await it.listOf(ana)).toEqual(names(ste, sol, ana, ben, eve));
    for (const who of [ana, out])
      expect(await apiAs(who).code(CLOSE, { id: group.id })).toBe('FORBIDDEN');
    expect((await it.close()).closeMemberList).toEqual({ memberList: 'stewards', memberCount: 5 });
    expect(await apiAs(sol).code(CLOSE, { id: group.id })).toBe('CONFLICT');
    for (const who of [ste, sol])
      expect(await it.listOf(who)).toEqual(names(ste, sol, ana, ben, eve));
    expect(await it.listOf(ana)).toEqual(names(ste, sol, ana));
    expect(await it.groupAs(ana)).toMatchObject({ memberList: 'stewards', memberCount: null });
    expect(await it.groupAs(out)).toMatchObject({ memberList: null, memberCount: null });
    const sql = 'select action, actor_id from audit_entry where subject_id = $1';
    expect(await app.db.query(sql, [group.id])).toEqual([
      { action: 'makeMorePrivate', actor_id: ste.accountId },
    ]);
  });

  it('hides a member on every other path', async () => {
    const { ste, ana, ben, memberIds, channelId, ...it } = await aGroup();
    const message = await postText(ste, channelId, 'Buenos días');
    for (const who of [ben, ste]) await addReaction(who, message, '👍');
    const look = async () => {
      const { message: shown } = await apiAs(ana).ask(READ_MESSAGE, { id: message });
      return {
        card: await apiAs(ana).code(MEMBER, { id: memberIds.ben }),
        faces: (await apiAs(ana).ask(FACES, { ids: [memberIds.ben] })).faces.length,
        mentions: (await apiAs(ana).ask(CHANNEL_PEOPLE, { id: channelId })).channelPeople.map(
          ({ name }: { name: string }) => name,
        ),
        reactors: (await apiAs(ana).ask(LIST_REACTORS, { id: message })).reactors.map(
          ({ authorName }: { authorName: string }) => authorName,
        ),
        count: shown.reactions[0].count,
      };
    };
    expect(await look()).toMatchObject({ card: 'OK', faces: 1, reactors: [ben.name, ste.name] });
    await it.close();
    expect(await look()).toEqual({
      ...{ card: 'NOT_FOUND', faces: 0, reactors: [ste.name], count: 2 },
      mentions: names(ste, it.sol, ana),
    });
    // A steward who mentions a member would disclose that they are in the group.
    const { channelPeople } = await apiAs(ste).ask(CHANNEL_PEOPLE, { id: channelId });
    expect(channelPeople.map(({ name }: { name: string }) => name)).toEqual(names(ste, it.sol));
    const { reactors } = await apiAs(ste).ask(LIST_REACTORS, { id: message });
    expect(reactors).toHaveLength(2);
    expect(await apiAs(ben).ask(SEEN, { id: it.group.id })).toEqual({
      seenInGroup: { name: ben.name, isListed: false },
    });
  });

  it('names the author of a message, who can then be mentioned', async () => {
    const { ana, ben, memberIds, channelId, ...it } = await aGroup();
    await it.close();
    const id = await postText(ben, channelId, 'Hola');
    const author = 'query ($id: ID!) { message(id: $id) { authorId authorName } }';
    const { message } = await apiAs(ana).ask(author, { id });
    expect(message).toMatchObject({ authorId: memberIds.ben, authorName: ben.name });
    const { channelPeople } = await apiAs(ana).ask(CHANNEL_PEOPLE, { id: channelId });
    expect(channelPeople).toContainEqual({ id: memberIds.ben, name: ben.name });
    expect(await it.listOf(ana)).not.toContain(ben.name);
  });

  it('opens no profile to the group, in the directory neither', async () => {
    const { ana, ben, eve, ...it } = await aGroup();
    const personId = it.profiles.ben;
    await setAudience(ben, 'groups', ['name', 'issueAreas', 'practices', 'territories']);
    await setAudience(eve, 'groups', ['practices']);
    await drain();
    const found = async (who: 'ben' | 'eve', name: string, chips: readonly string[] = []) =>
      (await apiAs(ana).ask(DIRECTORY, { words: name, chips })).people.items.filter(
        ({ id }: { id: string }) => id === it.profiles[who],
      ).length;
    const look = async () => ({
      hidden: await found('ben', ben.name),
      visible: await found('eve', eve.name),
      byHiddenField: await found('eve', eve.name, ['practice:digital-security']),
    });
    expect(await look()).toEqual({ hidden: 1, visible: 1, byHiddenField: 1 });
    await it.close();
    expect(await look()).toEqual({ hidden: 0, visible: 1, byHiddenField: 0 });
    expect(await apiAs(ana).code(PERSON, { id: personId })).toBe('NOT_FOUND');
    await open(it.ste, it.sol, it.group.id);
    expect(await look()).toEqual({ hidden: 0, visible: 1, byHiddenField: 0 });
    for (const who of ['ben', 'eve'] as const)
      await apiAs(who === 'ben' ? ben : eve).ask(SHOW_ME, { id: it.memberIds[who] });
    expect(await look()).toEqual({ hidden: 1, visible: 1, byHiddenField: 1 });
  });

  it('ends a suggestion between two of its members, and allows no new one', async () => {
    const { ste, ana, ben, memberIds, ...it } = await aGroup();
    const input = { oneId: memberIds.ana, otherId: memberIds.ben, line: '' };
    await apiAs(ste).ask(SUGGEST_MEETING, { input });
    const [{ id }] = (await apiAs(ana).ask('{ suggestions { id } }')).suggestions;
    await it.close();
    for (const who of [ana, ben]) {
      expect((await apiAs(who).ask('{ suggestions { id } }')).suggestions).toEqual([]);
      expect(await apiAs(who).code(AGREE_TO_SUGGESTION, { id })).toBe('NOT_FOUND');
    }
    await expect(apiAs(ste).ask(SUGGEST_MEETING, { input })).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'membership.unlisted' },
    });
  });

  it('does not disclose a member through a block or the name of a persona', async () => {
    const { ana, ben, eve, memberIds, channelId, ...it } = await aGroup();
    await apiAs(ana).ask(BLOCK_PROFILE, { id: it.profiles.ben });
    const blocked = async () =>
      (await apiAs(ana).ask(BLOCKED, { id: channelId })).channel.blockedAuthorIds;
    const named = () =>
      apiAs(eve).code(SET_PERSONA, { input: { membershipId: memberIds.eve, name: ben.name } });
    expect(await blocked()).toEqual([memberIds.ben]);
    expect(await named()).toBe('CONFLICT');
    await it.close();
    expect(await blocked()).toEqual([]);
    expect(await named()).toBe('OK');
    await postText(ben, channelId, 'Hola');
    expect(await blocked()).toEqual([memberIds.ben]);
  });

  it('sends no notice to members when another member leaves, takes a persona or facilitates', async () => {
    const { sol, ana, ben, group, memberIds, ...it } = await aGroup();
    await it.close();
    await drain();
    const [anas, sols] = [await openSocket(ana), await openSocket(sol)];
    const input = { membershipId: memberIds.ben, name: 'Garza' };
    await apiAs(ben).ask(SET_PERSONA, { input });
    await drain();
    await sols.until('news', ({ subject, id }) => subject === 'group' && id === group.id);
    await apiAs(it.ste).ask(MAKE_FACILITATOR, { id: memberIds.eve });
    await drain();
    await apiAs(it.eve).ask(LEAVE_GROUP, { id: memberIds.eve });
    const before = sols.received('news').length;
    // An erasure deletes the membership before its end is told.
    await app.db.query('delete from membership where id = $1', [memberIds.eve]);
    await drain();
    await sols.until('news', () => sols.received('news').length > before);
    expect(anas.received('news').filter(({ subject }) => subject === 'group')).toEqual([]);
    // The new membership of the persona is as hidden as the one before.
    expect(await it.listOf(ana)).not.toContain('Garza');
    expect(await it.listOf(sol)).toContain('Garza');
  });

  it('hides a member who joins while it closes', async () => {
    const { ste, sol, ana, out, group, ...it } = await aGroup();
    const held = await lockTestRow(app, 'group', group.id);
    const closing = it.close();
    await held.queued(1);
    const joining = apiAs(out).ask(JOIN_GROUP, { id: group.id });
    await held.queued(2);
    await held.release();
    await Promise.all([closing, joining]);
    expect(await it.listOf(ana)).toEqual(names(ste, sol, ana));
    const sql = 'update membership set is_listed = true where group_id = $1';
    await app.db.query(sql, [group.id]);
    expect(await it.listOf(ana)).toEqual(names(ste, sol, ana));
  });
});

describe('opening the member list', () => {
  it('needs another steward, and shows only members who join later or agree', async () => {
    const { ste, sol, ana, ben, eve, out, mo, group, memberIds, ...it } = await aGroup();
    const input = { groupId: group.id, reason: 'Para conocernos.' };
    expect(await apiAs(ste).code(ASK, { input })).toBe('CONFLICT');
    await it.close();
    for (const who of [ana, out, mo])
      expect(await apiAs(who).code(ASK, { input })).toBe('FORBIDDEN');
    expect(await apiAs(ana).code(SHOW_ME, { id: memberIds.ana })).toBe('FORBIDDEN');
    const { askToOpenMemberList: act } = await apiAs(ste).ask(ASK, { input });
    expect(act.shown).toEqual([
      ...[
        { label: 'group', value: group.name },
        { label: 'from', value: 'stewards' },
      ],
      { label: 'to', value: 'members' },
    ]);
    expect(await it.groupAs(sol)).toMatchObject({ openMemberListRequestId: act.id });
    expect(await it.groupAs(ana)).toMatchObject({ openMemberListRequestId: null });
    await expect(twoPersonActions(ste).approve(act.id, act.hash)).rejects.toMatchObject({
      reason: 'twoPerson.own',
    });
    for (const who of [ana, mo]) {
      await expect(twoPersonActions(who).approve(act.id, act.hash)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await twoPersonActions(sol).approve(act.id, act.hash);
    expect(await it.groupAs(ana)).toMatchObject({ memberList: 'members', memberCount: 3 });
    expect(await it.listOf(ana)).toEqual(names(ste, sol, ana));
    await apiAs(out).ask(JOIN_GROUP, { id: group.id });
    expect(await it.listOf(ana)).toEqual(names(ste, sol, ana, out));
    expect(await it.listOf(out)).toEqual(names(ste, sol, out));
    expect(await apiAs(eve).code(SHOW_ME, { id: memberIds.ben })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(SHOW_ME, { id: memberIds.ben })).toBe('OK');
    expect(await apiAs(ben).code(SHOW_ME, { id: memberIds.ben })).toBe('FORBIDDEN');
    expect(await it.listOf(out)).toEqual(names(ste, sol, ben, out));
    expect(
      (await it.items(ste)).filter(({ isListed }) => !isListed).map(({ name }) => name),
    ).toEqual(names(ana, eve));
    await it.close();
    expect(await it.listOf(out)).toEqual(names(ste, sol, out));
  });

  it('needs a moderator if there is no other steward, and fails if the requester is no longer a steward', async () => {
    const { ste, sol, mo, group, memberIds, ...it } = await aGroup();
    const memberships = app.get(MembershipsService);
    const [sols] = await memberships.byIds([memberIds.sol]);
    await it.close();
    const input = { groupId: group.id, reason: 'Para conocernos.' };
    const { askToOpenMemberList: act } = await apiAs(sol).ask(ASK, { input });
    await app.db.write(() => memberships.setRole(sols!, MembershipRole.member));
    await expect(twoPersonActions(ste).approve(act.id, act.hash)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'twoPerson.askerMayNot' },
    });
    expect(await it.groupAs(ste)).toMatchObject({ memberList: 'stewards' });
    await twoPersonActions(sol).withdraw(act.id);
    await open(ste, mo, group.id);
    expect(await it.groupAs(ste)).toMatchObject({ memberList: 'members' });
    const { approver } = app.get(TwoPersonActKinds).of('openGroupMemberList');
    expect(approver).toBe('steward');
  });

  it('keeps a steward visible, also without their agreement, until the stewardship ends', async () => {
    const { sol, ana, out, memberIds, ...it } = await aGroup();
    await it.close();
    await open(it.ste, sol, it.group.id);
    expect(await it.listOf(ana)).toContain(sol.name);
    expect(await it.groupAs(sol)).toMatchObject({ isMeListed: false, wasListClosed: true });
    expect(await it.groupAs(out)).toMatchObject({ isMeListed: null, wasListClosed: null });
    await apiAs(it.ste).ask('mutation ($id: ID!) { endStewardship(membershipId: $id) }', {
      id: memberIds.sol,
    });
    expect(await it.listOf(ana)).not.toContain(sol.name);
  });
});

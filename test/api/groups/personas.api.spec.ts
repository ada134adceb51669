import type { Group } from '#groups/group.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { startTopic } from '../../support/messages/topics.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  RECEIVED_INVITATIONS,
  JOIN_GROUP,
  OPEN_GROUP,
  SET_PERSONA,
  WITHDRAW_JOIN_REQUEST,
} from '../../support/factories/group-documents.js';

const FIELDS = `id name role isMe isPersona hasPersona personId colour pronouns about viewerCan
  practices(language: es) { id }`;
const MEMBER = `query ($id: ID!) { groupMember(membershipId: $id) { ${FIELDS} } }`;
const SEEN = `query ($id: ID!) { seenInGroup(groupId: $id) { ${FIELDS} } }`;
const MEMBERS = `query ($id: ID!) { groupMembers(groupId: $id) { items { ${FIELDS} } } }`;
const RENAME = 'mutation ($input: SetProfileFieldInput!) { setProfileField(input: $input) { id } }';
const REQUESTS =
  'query ($id: ID!) { joinRequests(groupId: $id) { id name answers { answer } group { id } } }';

const MESSAGES = `query ($id: ID!) { messages(channelId: $id) {
  items { authorId authorName body } } }`;
const RENAME_TOPIC = `mutation ($id: ID!) { renameTopic(input: { topicId: $id, name: "Otra" }) { id } }`;
interface Said {
  readonly authorId: string;
  readonly authorName: string;
  readonly body: string;
}

const LUNA = {
  name: 'Luna de Agua',
  colour: '4',
  pronouns: 'elle',
  about: 'Escucho de noche.',
  practices: ['practice:community-media'],
};
const PLAIN = { name: null };

describe('a persona', () => {
  const app = useApp();

  const member = async (who: Person, id: string) =>
    (await apiAs(who).ask(MEMBER, { id })).groupMember;
  const membershipOf = async ({ accountId }: Person, { id }: Pick<Group, 'id'>) =>
    (await app.get(MembershipsService).activeOf(accountId, id))!.id;

  async function around() {
    const people = await makePeople(app, { ada: 'steward', ben: 'member', eve: 'outsider' });
    const personId = await factories.profile(people.ben, { answers: { name: 'Bén Ñandú' } });
    const group = await factories.group(app, { steward: people.ada, members: [people.ben] });
    const membershipId = await membershipOf(people.ben, group);
    const now = () => membershipOf(people.ben, group);
    const set = async (who: Person, persona: object) =>
      apiAs(who).ask(SET_PERSONA, { input: { membershipId: await now(), ...persona } });
    return { ...people, group, membershipId, now, personId, set };
  }

  it('shows its own fields inside its group, and nothing outside', async () => {
    const { ada, ben, eve, group, membershipId, now, personId, set } = await around();
    const nothing = { colour: null, pronouns: null, about: null, practices: [] };
    expect(await member(ada, membershipId)).toMatchObject({
      ...{ id: membershipId, name: 'Bén Ñandú', personId, ...nothing },
    });
    await set(ben, LUNA);
    const said = { ...LUNA, practices: LUNA.practices.map((id) => ({ id })) };
    expect(await member(ada, await now())).toEqual({
      ...{ ...said, id: await now(), role: 'member', personId: null },
      ...{
        ...{ isMe: false, isPersona: true },
        hasPersona: null,
        viewerCan: expect.arrayContaining(['read', 'remove', 'handOver', 'suggest']),
      },
    });
    expect(await member(ben, await now())).toMatchObject({ hasPersona: true, isMe: true });
    const { groupMembers } = await apiAs(ada).ask(MEMBERS, { id: group.id });
    expect(groupMembers.items).toContainEqual(await member(ada, await now()));
    for (const id of [await now(), membershipId, crypto.randomUUID()]) {
      expect(await apiAs(eve).code(MEMBER, { id })).toBe('NOT_FOUND');
    }
    expect(await apiAs(eve).code(SEEN, { id: group.id })).toBe('NOT_FOUND');
    await set(ben, PLAIN);
    expect(await member(ada, await now())).toMatchObject({
      ...{ name: 'Bén Ñandú', personId, isPersona: false, ...nothing },
    });
  });

  it('rejects invalid fields and then stays unchanged', async () => {
    const { ben, now, set } = await around();
    await set(ben, LUNA);
    const membershipId = await now();
    const bad = [
      { name: '' },
      { name: 'x'.repeat(61) },
      { colour: '7' },
      { pronouns: 'x'.repeat(41) },
      { about: 'x'.repeat(601) },
      { practices: ['issue:human-rights'] },
      { practices: ['nothing'] },
    ];
    for (const part of bad) {
      const input = { membershipId, ...LUNA, ...part };
      expect([part, await apiAs(ben).code(SET_PERSONA, { input })]).toEqual([part, 'INVALID']);
    }
    expect(await member(ben, membershipId)).toMatchObject({ name: LUNA.name, colour: '4' });
  });

  it("cannot have a name that looks like the profile's name, and the profile cannot take a name like the persona's", async () => {
    const { ben, now, set } = await around();
    for (const name of [
      'Bén Ñandú',
      'BEN NANDU',
      ' ben  ñandu ',
      'Ben-Ñandú',
      'Be\u0301n Ñandú.',
    ]) {
      await expect(set(ben, { name })).rejects.toMatchObject({ fields: { name: 'ownName' } });
    }
    expect(await member(ben, await now())).toMatchObject({ hasPersona: false });
    await set(ben, { name: 'Ben Ñandú del Sur' });
    await set(ben, LUNA);
    const rename = async (text: string) => {
      const version = await fieldVersion(ben, 'name');
      return apiAs(ben).ask(RENAME, { input: { kind: 'name', text, version } });
    };
    await expect(rename('luna de água')).rejects.toMatchObject({
      fields: { text: 'personaName' },
    });
    await rename('Luna');
  });

  it('can be removed only while it has written nothing', async () => {
    const { ada, ben, group, now, set } = await around();
    const { id: channelId } = await factories.channel(app, { group });
    await postText(ben, channelId, 'Como Ben');
    app.clock.move(1_000);
    await set(ben, LUNA);
    await set(ben, PLAIN);
    app.clock.move(1_000);
    await set(ben, LUNA);
    await postText(ben, channelId, 'Como Luna');
    await set(ben, { ...LUNA, name: 'Sol' });
    await expect(set(ben, PLAIN)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'persona.spoke' },
    });
    expect(await member(ada, await now())).toMatchObject({ name: 'Sol', personId: null });
  });

  it('starts a new membership, so no id links the two names', async () => {
    const { ada, ben, group, membershipId, now, personId, set } = await around();
    const { id: channelId } = await factories.channel(app, { group });
    const { id: topicId } = await startTopic(ben, channelId, 'Antenas');
    await postText(ada, channelId, 'Antes');
    await postText(ben, channelId, 'Como Ben');
    const read = async (who: Person) =>
      (await apiAs(who).ask(MESSAGES, { id: channelId })).messages.items as Said[];
    const before = await read(ben);
    app.clock.move(1_000);
    await set(ben, LUNA);
    const worn = await now();
    expect(worn).not.toBe(membershipId);
    await postText(ben, channelId, 'Como Luna');
    const said = (await read(ada)).map(({ authorId, authorName, body }) => [
      body,
      authorId,
      authorName,
    ]);
    // To the others, Ben left: with the name, the messages would tell that he did not.
    expect(said).toContainEqual(['Como Ben', null, '']);
    expect(said).toContainEqual(['Como Luna', worn, LUNA.name]);
    // The old id is answered like the id of a former member, and no answer contains both ids.
    expect(await apiAs(ada).code(MEMBER, { id: membershipId })).toBe('NOT_FOUND');
    const { groupMembers } = await apiAs(ada).ask(MEMBERS, { id: group.id });
    const ids = groupMembers.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(worn);
    expect(ids).not.toContain(membershipId);
    expect(JSON.stringify(groupMembers)).not.toContain(personId);
    // Read positions and the visible history stay the same.
    expect((await read(ben)).map(({ body }) => body)).toEqual(
      expect.arrayContaining(before.map(({ body }) => body)),
    );
    expect(await apiAs(ben).code(RENAME_TOPIC, { id: topicId })).toBe('FORBIDDEN');
    // A page that still has the old id keeps working.
    await apiAs(ben).ask(SET_PERSONA, { input: { membershipId, ...LUNA, name: 'Sol' } });
    expect(await member(ada, worn)).toMatchObject({ name: 'Sol' });
  });

  it("cannot have a name that looks like another member's, or that mixes two alphabets", async () => {
    const { ada, ben, eve, group, now, set } = await around();
    const { id: channelId } = await factories.channel(app, { group });
    const { dia } = await makePeople(app, { dia: 'member' });
    const { id: dias } = await factories.membership(app, { group, person: dia });
    await postText(dia, channelId, 'Me voy');
    await apiAs(dia).ask('mutation ($id: ID!) { leaveGroup(membershipId: $id) }', { id: dias });
    // The exact name; the name in similar Cyrillic letters; a mix of both alphabets; a former member whose messages are
    // still read.
    for (const [name, code] of [
      ['Ada', 'CONFLICT'],
      ['аԁа', 'CONFLICT'],
      ['АDА', 'INVALID'],
      ['Día', 'CONFLICT'],
      // Names under which moderation speaks; the second in similar letters.
      ['Equipo de Moderación', 'CONFLICT'],
      ['ᴍoderaçao', 'CONFLICT'],
    ] as const) {
      const given = await apiAs(ben).code(SET_PERSONA, {
        input: { membershipId: await now(), name },
      });
      expect([name, given]).toEqual([name, code]);
    }
    await expect(set(ben, { name: 'Аdа' })).rejects.toMatchObject({
      fields: { name: 'mixedScripts' },
    });
    await expect(set(ben, { name: 'АДА МОРА' })).resolves.toBeDefined();
    const open = await factories.group(app, { steward: ada, ...OPEN_GROUP });
    await expect(
      apiAs(eve).ask(JOIN_GROUP, { id: open.id, personaName: 'Ada.' }),
    ).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'persona.nameTaken' },
    });
    // A requester does not learn that the name is taken, because that would reveal a member. The steward learns it when
    // they accept the request.
    const input = { groupId: group.id, answer: 'Hola.', personaName: 'ADA' };
    const official = { input: { ...input, personaName: 'Moderation' } };
    expect(await apiAs(eve).code(ASK_TO_JOIN, official)).toBe('CONFLICT');
    expect(await apiAs(eve).code(ASK_TO_JOIN, { input })).toBe('OK');
    const [{ id }] = (await apiAs(ada).ask(REQUESTS, { id: group.id })).joinRequests;
    await expect(apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id })).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'persona.nameTaken' },
    });
    // The request stays open, so that the requester can ask again under another name at once.
    await apiAs(eve).ask(WITHDRAW_JOIN_REQUEST, { id });
    const other = { input: { ...input, personaName: 'Nube' } };
    const { requestToJoin } = await apiAs(eve).ask(ASK_TO_JOIN, other);
    expect(await apiAs(ada).code(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id })).toBe('OK');
  });

  it('is shown to its owner exactly as to the other members of the group', async () => {
    const { ada, ben, group, now, set } = await around();
    const seen = async () => (await apiAs(ben).ask(SEEN, { id: group.id })).seenInGroup;
    const got = async (hasPersona: boolean) => ({
      ...(await member(ada, await now())),
      ...{ viewerCan: [], hasPersona },
    });
    expect((await seen()).personId).not.toBeNull();
    expect(await seen()).toEqual(await got(false));
    await set(ben, LUNA);
    expect((await seen()).about).toBe(LUNA.about);
    expect(await seen()).toEqual(await got(true));
  });

  it('can be used in a join request, which then shows the steward only that name', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
    });
    const evesId = await factories.profile(eve, { answers: { name: 'Evangelina' } });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const input = { groupId: group.id, answer: 'Con la radio.', personaName: 'Garza' };
    const copied = { ...input, personaName: 'evangelína' };
    await expect(apiAs(eve).ask(ASK_TO_JOIN, { input: copied })).rejects.toMatchObject({
      fields: { personaName: 'ownName' },
    });
    await apiAs(eve).ask(ASK_TO_JOIN, { input });
    const text = await (await apiAs(ada).raw(REQUESTS, { id: group.id })).text();
    expect(text).toContain('Garza');
    for (const hidden of ['Evangelina', evesId, eve.accountId]) expect(text).not.toContain(hidden);
    const [{ id }] = (await apiAs(ada).ask(REQUESTS, { id: group.id })).joinRequests;
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
    const inside = await (await apiAs(ben).raw(MEMBERS, { id: group.id })).text();
    expect(inside).toContain('Garza');
    for (const hidden of ['Evangelina', evesId, eve.accountId])
      expect(inside).not.toContain(hidden);
  });

  it('can be chosen when joining an open group or accepting an invitation', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const personId = await factories.profile(eve, { answers: { name: 'Evangelina' } });
    const open = await factories.group(app, { steward: ada, ...OPEN_GROUP });
    const hidden = await factories.group(app, {
      steward: ada,
      ...HIDDEN_GROUP,
    });
    await apiAs(ada).ask(INVITE_TO_GROUP, { groupId: hidden.id, personId });
    for (const [group, name] of [
      [open, 'Garza'],
      [hidden, 'Martín'],
    ] as const) {
      expect(await apiAs(eve).code(JOIN_GROUP, { id: group.id, personaName: 'EVANGELINA' })).toBe(
        'INVALID',
      );
      expect(await apiAs(eve).code(JOIN_GROUP, { id: group.id, personaName: ' ' })).toBe('INVALID');
      await apiAs(eve).ask(JOIN_GROUP, { id: group.id, personaName: name });
      const { groupMembers } = await apiAs(ada).ask(MEMBERS, { id: group.id });
      expect(groupMembers.items).toContainEqual(
        expect.objectContaining({ name, personId: null, isMe: false }),
      );
    }
    expect(await apiAs(eve).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    const sql = 'select state from group_invitation where group_id = $1';
    expect(await app.db.query(sql, [hidden.id])).toEqual([{ state: 'accepted' }]);
  });
});

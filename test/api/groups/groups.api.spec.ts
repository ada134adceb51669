import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { apiAs } from '../../support/app/client.js';
import {
  firstParticipantOf,
  makeCoalition,
  makeGrant,
} from '../../support/factories/coalitions/make-coalitions.js';
import { factories } from '../../support/factories/factories.js';
import { makePeople } from '../../support/factories/make-people.js';

const GROUP = `query ($slug: String!) { group(slug: $slug) {
  id slug name purpose agreements { text } issueAreas isListed access questions memberCount viewerCan
  myMembershipId myRole myRequestId } }`;
const MEMBERS = `query ($id: ID!) { groupMembers(groupId: $id) {
  items { id name role isMe hasPersona personId } } }`;
const NAMED = `query ($id: ID!, $words: String) { groupMembers(groupId: $id, words: $words) {
  items { name } } }`;
const FOUND = 'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id slug } }';
const EDIT = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { name } }';
const DIRECTORY = `query ($chips: [ID!], $after: String) {
  groups(chips: $chips, after: $after) { items { slug } nextCursor } }`;
const PERSONA = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';

describe('groups', () => {
  const app = useApp();

  describe('founding a group', () => {
    it('requires a member past probation, who becomes steward', async () => {
      const people = await makePeople(app, {
        ada: 'member',
        pro: 'probation',
        applicant: 'applicant',
        adm: 'administrator',
      });
      const { ada, pro, ...others } = people;
      const input = { ...GROUP_INPUT, name: 'Tejido del Sur' };
      const { foundGroup } = await apiAs(ada).ask(FOUND, { input });
      expect(foundGroup.slug).toMatch(/^tejido-del-sur-[a-z0-9]{8}$/);
      const { group } = await apiAs(ada).ask(GROUP, { slug: foundGroup.slug });
      const agreements = { text: input.agreements };
      const own = { id: foundGroup.id, myRole: 'steward', agreements };
      expect(group).toMatchObject({ ...input, ...own });
      expect(group.viewerCan).toEqual(
        expect.arrayContaining(['edit', 'invite', 'createChannel', 'readRequests']),
      );
      await expect(apiAs(pro).ask(FOUND, { input })).rejects.toMatchObject({
        code: 'FORBIDDEN',
        reason: 'group.probation',
      });
      for (const other of Object.values(others)) {
        expect(await apiAs(other).code(FOUND, { input })).toBe('FORBIDDEN');
      }
      expect(await apiAs({ app }).code(FOUND, { input })).toBe('UNAUTHENTICATED');
    });

    it('rejects invalid input and stores nothing', async () => {
      const { ada } = await makePeople(app, { ada: 'member' });
      const bad = [
        { name: '' },
        { name: ' \u200B' },
        { name: 'a'.repeat(61) },
        { purpose: 'a'.repeat(601) },
        { issueAreas: ['issue:nothing'] },
        { issueAreas: ['territory:PE'] },
        { issueAreas: ['issue:human-rights', 'issue:human-rights'] },
        { isListed: false, access: 'request' },
        { id: ada.accountId },
        { slug: 'mine' },
        { memberCount: 9 },
      ];
      for (const part of bad) {
        expect(await apiAs(ada).code(FOUND, { input: { ...GROUP_INPUT, ...part } })).toBe(
          'INVALID',
        );
      }
      expect(await apiAs(ada).ask('{ myGroups { id } }')).toEqual({ myGroups: [] });
    });

    it('gives the group a unique address that does not reveal hidden groups', async () => {
      const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
      const hiding = { ...GROUP_INPUT, name: 'Mareas', isListed: false, access: 'invitation' };
      const input = { ...GROUP_INPUT, name: 'Mareas' };
      for (const [who, one] of [
        [ben, input],
        [ada, hiding],
        [ben, input],
      ] as const) {
        const { foundGroup } = await apiAs(who).ask(FOUND, { input: one });
        expect(foundGroup.slug).toMatch(/^mareas-[a-z0-9]{8}$/);
      }
    });
  });

  it('can be edited only by their steward', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
    });
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { isListed: _l, access: _a, ...texts } = { ...GROUP_INPUT, name: 'Río Abajo' };
    const input = { ...texts, groupId: group.id };
    expect(await apiAs(ben).code(EDIT, { input })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(EDIT, { input })).toBe('FORBIDDEN');
    expect(await apiAs(ada).ask(EDIT, { input })).toEqual({ editGroup: { name: 'Río Abajo' } });
    expect((await apiAs(eve).ask(GROUP, { slug: group.slug })).group.name).toBe('Río Abajo');
  });

  it('return the same bytes as unknown groups to non-members if hidden, as hidden coalitions do', async () => {
    const { ada, ben, eve } = await makePeople(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
    });
    const group = await factories.group(app, {
      steward: ada,
      isListed: false,
      access: 'invitation' as never,
    });
    const { id: membershipId } = await factories.membership(app, { group, person: ben });
    const coalition = await makeCoalition(app, {
      ...{ founder: ada, party: { groupId: group.id }, shownName: 'La Orilla', isListed: false },
    });
    await makeGrant(app, await firstParticipantOf(app, coalition), ben, { isAccepted: true });
    const entry = await app.get(MembershipsService).activeOf(ben.accountId, coalition.id);
    const nobody = crypto.randomUUID();
    const { isListed: _l, access: _a, ...texts } = GROUP_INPUT;
    const leaveCoalition = 'mutation ($id: ID!) { leaveCoalition(coalitionId: $id) }';
    const doors: (readonly [string, (id: string) => object, string])[] = [
      [GROUP, (slug) => ({ slug }), group.slug],
      [EDIT, (groupId) => ({ input: { ...texts, groupId } }), group.id],
      ['mutation ($id: ID!) { joinGroup(groupId: $id) { id } }', (id) => ({ id }), group.id],
      [
        'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }',
        (groupId) => ({ input: { groupId, answer: 'x' } }),
        group.id,
      ],
      [
        'mutation ($input: InviteToGroupInput!) { inviteToGroup(input: $input) { id } }',
        (groupId) => ({ input: { groupId, personId: nobody } }),
        group.id,
      ],
      ...['leaveGroup', 'removeMember', 'handOverStewardship'].map(
        (door) =>
          [
            `mutation ($id: ID!) { ${door}(membershipId: $id) }`,
            (id: string) => ({ id }),
            membershipId,
          ] as const,
      ),
      [PERSONA, (id) => ({ input: { membershipId: id, name: 'x' } }), membershipId],
      [GROUP, (slug) => ({ slug }), coalition.slug],
      [leaveCoalition, (id) => ({ id }), coalition.id],
      [PERSONA, (id) => ({ input: { membershipId: id, name: 'x' } }), entry!.id],
    ];
    for (const [document, variables, id] of doors) {
      const [hidden, absent] = [variables(id), variables(document === GROUP ? 'nothing' : nobody)];
      const bytes = async (of: object) => (await apiAs(eve).raw(document, { ...of })).text();
      expect(await bytes(hidden)).toBe(await bytes(absent));
      expect(await apiAs(eve).code(document, { ...hidden })).toBe('NOT_FOUND');
    }
    for (const id of [group.id, coalition.id, nobody]) {
      expect(await apiAs(eve).code(MEMBERS, { id })).toBe('NOT_FOUND');
    }
    expect((await apiAs(ben).ask(MEMBERS, { id: group.id })).groupMembers.items).toHaveLength(2);
    expect((await apiAs(ben).ask(MEMBERS, { id: coalition.id })).groupMembers.items).toHaveLength(
      1,
    );
    for (const document of [DIRECTORY, '{ coalitions { items { slug } } }']) {
      const listed = JSON.stringify(await apiAs(eve).ask(document));
      expect(listed).not.toMatch(new RegExp(`${group.slug}|${coalition.slug}`));
    }
  });

  it('are found by issue area, in pages and without hidden groups', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'steward', eve: 'outsider' });
    const issueAreas = ['issue:disability-rights'];
    const slugs: string[] = [];
    for (let n = 0; n < 25; n++) {
      slugs.unshift((await factories.group(app, { steward: ada, issueAreas })).slug);
    }
    await factories.group(app, {
      steward: ada,
      issueAreas,
      isListed: false,
      access: 'invitation' as never,
    });
    const found: string[] = [];
    const page = async (after: string | null): Promise<string | null> => {
      const { groups } = await apiAs(eve).ask(DIRECTORY, { chips: issueAreas, after });
      found.push(...groups.items.map((item: { slug: string }) => item.slug));
      return groups.nextCursor;
    };
    for (let next = await page(null); next;) next = await page(next);
    expect(found).toEqual(slugs);
  });

  it('show outsiders the number of members only from five on', async () => {
    const { ada, eve, ...rest } = await makePeople(app, {
      ada: 'steward',
      a: 'member',
      b: 'member',
      c: 'member',
      d: 'member',
      eve: 'outsider',
    });
    const members = Object.values(rest);
    const group = await factories.group(app, { steward: ada, members: members.slice(0, 3) });
    const count = async () => (await apiAs(eve).ask(GROUP, { slug: group.slug })).group.memberCount;
    expect(await count()).toBeNull();
    await factories.membership(app, { group, person: members[3]! });
    expect(await count()).toBe(5);
  });

  describe('the member list', () => {
    it('is visible only to members, with memberships and never accounts', async () => {
      const { ada, ben, eve } = await makePeople(app, {
        ada: 'steward',
        ben: 'member',
        eve: 'outsider',
      });
      const adas = await factories.profile(ada, { answers: { name: 'Ada' }, mayBeFound: false });
      await factories.profile(ben, { answers: { name: 'Ben' }, audiences: { name: 'onlyMe' } });
      const group = await factories.group(app, { steward: ada, members: [ben] });
      const { groupMembers } = await apiAs(ben).ask(MEMBERS, { id: group.id });
      expect(groupMembers.items).toMatchObject([
        { name: 'Ada', role: 'steward', isMe: false, hasPersona: null, personId: adas },
        { name: 'Ben', role: 'member', isMe: true, hasPersona: false },
      ]);
      const text = await (await apiAs(ben).raw(MEMBERS, { id: group.id })).text();
      for (const { accountId } of [ada, ben]) expect(text).not.toContain(accountId);
      const seen = await apiAs(ada).ask(MEMBERS, { id: group.id });
      expect(seen.groupMembers.items[1]).toMatchObject({ name: 'Ben', personId: null });
      expect((await apiAs(eve).ask(MEMBERS, { id: group.id })).groupMembers.items).toEqual([]);
    });

    it('can be searched by the name that each member has in the group, and by no other name', async () => {
      const { ada, ben, cal, eve } = await makePeople(app, {
        ...({ ada: 'steward', ben: 'member', cal: 'member', eve: 'outsider' } as const),
      });
      for (const [who, name] of [
        [ada, 'Ada'],
        [ben, 'Núñez %'],
        [cal, 'Secreta'],
      ] as const) {
        await factories.profile(who, { answers: { name } });
      }
      const group = await factories.group(app, { steward: ada, members: [ben] });
      const { id: membershipId } = await factories.membership(app, { group, person: cal });
      await apiAs(cal).ask(PERSONA, { input: { membershipId, name: 'Colibrí' } });
      const named = async (words: string, who = ada) =>
        (await apiAs(who).ask(NAMED, { id: group.id, words })).groupMembers.items.map(
          ({ name }: { name: string }) => name,
        );
      expect(await named('nunez')).toEqual(['Núñez %']);
      expect(await named('%')).toEqual(['Núñez %']);
      expect(await named('colibri')).toEqual(['Colibrí']);
      expect(await named('secreta')).toEqual([]);
      expect(await named(' ')).toHaveLength(3);
      expect(await named('nunez', eve)).toEqual([]);
      expect(await apiAs(ada).code(NAMED, { id: group.id, words: 'a'.repeat(61) })).toBe('INVALID');
    });

    it('shows a persona under its own name, without a link to the profile', async () => {
      const { ada, ben } = await makePeople(app, { ada: 'steward', ben: 'member' });
      const bens = await factories.profile(ben);
      const group = await factories.group(app, { steward: ada });
      const { id: membershipId } = await factories.membership(app, { group, person: ben });
      const seen = async () =>
        (await apiAs(ada).ask(MEMBERS, { id: group.id })).groupMembers.items[1];
      expect(await seen()).toMatchObject({ name: 'ben', personId: bens });
      const input = { membershipId, name: ' Colibrí ' };
      expect(await apiAs(ada).code(PERSONA, { input })).toBe('FORBIDDEN');
      expect(await apiAs(ben).code(PERSONA, { input: { membershipId, name: '' } })).toBe('INVALID');
      await apiAs(ben).ask(PERSONA, { input });
      expect(await seen()).toMatchObject({ name: 'Colibrí', personId: null, hasPersona: null });
      await apiAs(ben).ask(PERSONA, { input: { membershipId, name: null } });
      expect(await seen()).toMatchObject({ name: 'ben', personId: bens });
    });
  });
});

import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { as, type Asker } from '../../support/app/client.js';
import { make } from '../../support/factories/make.js';
import { again, type Person, world } from '../../support/factories/world.js';

const MINE = 'query ($slug: String!) { group(slug: $slug) { myRole hasAsked viewerCan } }';
const JOIN = 'mutation ($id: ID!) { joinGroup(groupId: $id) { myRole } }';
const ASK = `mutation ($groupId: ID!, $answer: String!) {
  requestToJoin(input: { groupId: $groupId, answer: $answer }) { id state } }`;
const REQUESTS = 'query ($id: ID!) { joinRequests(groupId: $id) { id name answer } }';
const INVITE = `mutation ($groupId: ID!, $personId: ID!) {
  inviteToGroup(input: { groupId: $groupId, personId: $personId }) { id } }`;
const WITHDRAW = `mutation ($groupId: ID!, $personId: ID!) {
  withdrawGroupInvitation(input: { groupId: $groupId, personId: $personId }) { id } }`;
const INVITED = '{ groupInvitations { id group { slug } } }';
const decide = (door: string) => `mutation ($id: ID!) { ${door}(joinRequestId: $id) { state } }`;
const answer = (door: string) => `mutation ($id: ID!) { ${door}(invitationId: $id) { id } }`;

describe('ways into a group', () => {
  const app = useApp();

  const mine = async (who: Asker, { slug }: { slug: string }) =>
    (await as(who).ask(MINE, { slug })).group;
  const open = { access: 'open' as never };
  const hidden = { isListed: false, access: 'invitation' as never };

  it('are open to all where it is open, and nowhere else', async () => {
    const { ada, eve } = await world(app, { ada: 'steward', eve: 'outsider' });
    const group = await make.group(app, { steward: ada, ...open });
    const byRequest = await make.group(app, { steward: ada });
    expect(await as(eve).code(JOIN, { id: byRequest.id })).toBe('FORBIDDEN');
    expect(await as(eve).ask(JOIN, { id: group.id })).toEqual({ joinGroup: { myRole: 'member' } });
    await expect(as(eve).ask(JOIN, { id: group.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'group.alreadyIn',
    });
  });

  it('are gone once, however often one presses', async () => {
    const { ada, eve } = await world(app, { ada: 'steward', eve: 'outsider' });
    const { id } = await make.group(app, { steward: ada, ...open });
    await Promise.all(Array.from({ length: 10 }, () => as(eve).code(JOIN, { id })));
    const sql = 'select 1 from membership where group_id = $1 and account_id = $2';
    expect(await app.db.query(sql, [id, eve.accountId])).toHaveLength(1);
  });

  it('open to whoever asks, when a steward says yes with the answer in front of them', async () => {
    const people = await world(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
      fay: 'outsider',
    });
    const { ada, ben, eve, fay } = people;
    await make.profile(eve, { answers: { name: 'Eve' } });
    const question = '¿Con quién?';
    const group = await make.group(app, { steward: ada, members: [ben], question });
    const groupId = group.id;
    expect(await as(eve).code(ASK, { groupId, answer: ' ' })).toBe('INVALID');
    const { requestToJoin } = await as(eve).ask(ASK, { groupId, answer: 'Con la radio' });
    await expect(as(eve).ask(ASK, { groupId, answer: 'Otra vez' })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'joinRequest.waiting',
    });
    expect(await as(ben).code(ASK, { groupId, answer: 'x' })).toBe('FORBIDDEN');
    const { id } = requestToJoin;
    const requests = async (who: Asker) =>
      (await as(who).ask(REQUESTS, { id: groupId })).joinRequests;
    expect(await requests(ada)).toEqual([{ id, name: 'Eve', answer: 'Con la radio' }]);
    for (const who of [ben, eve, fay]) expect(await requests(who)).toEqual([]);
    const waiting = '{ joinRequestsWaiting }';
    expect(await as(ada).ask(waiting)).toEqual({ joinRequestsWaiting: 1 });
    expect(await as(ben).ask(waiting)).toEqual({ joinRequestsWaiting: 0 });
    for (const [who, code] of [
      [ben, 'NOT_FOUND'],
      [fay, 'NOT_FOUND'],
      [eve, 'FORBIDDEN'],
    ] as const) {
      expect(await as(who).code(decide('acceptJoinRequest'), { id })).toBe(code);
      expect(await as(who).code(decide('declineJoinRequest'), { id })).toBe(code);
    }
    await as(ada).ask(decide('acceptJoinRequest'), { id });
    expect(await as(ada).code(decide('declineJoinRequest'), { id })).toBe('FORBIDDEN');
    expect(await mine(eve, group)).toMatchObject({ myRole: 'member', hasAsked: false });
  });

  it('close again when the asking is taken back', async () => {
    const { ada, eve } = await world(app, { ada: 'steward', eve: 'outsider' });
    const { id: groupId } = await make.group(app, { steward: ada });
    const { requestToJoin } = await as(eve).ask(ASK, { groupId, answer: '' });
    await as(eve).ask(decide('withdrawJoinRequest'), { id: requestToJoin.id });
    expect(await as(ada).code(decide('acceptJoinRequest'), { id: requestToJoin.id })).toBe(
      'FORBIDDEN',
    );
    expect(await as(eve).code(ASK, { groupId, answer: '' })).toBe('OK');
  });

  it('open by a steward’s invitation, also into what is hidden', async () => {
    const people = await world(app, {
      ada: 'steward',
      ben: 'member',
      eve: 'outsider',
      fay: 'outsider',
    });
    const { ada, ben, eve, fay } = people;
    const eves = await make.profile(eve);
    const fays = await make.profile(fay, { mayBeFound: false });
    const group = await make.group(app, { steward: ada, members: [ben], ...hidden });
    const groupId = group.id;
    expect(await as(ben).code(INVITE, { groupId, personId: eves })).toBe('FORBIDDEN');
    expect(await as(eve).code(INVITE, { groupId, personId: eves })).toBe('NOT_FOUND');
    // A person whom the steward may not see is a person who is not there.
    expect(await as(ada).code(INVITE, { groupId, personId: fays })).toBe('NOT_FOUND');
    await as(ada).ask(INVITE, { groupId, personId: eves });
    await as(ada).ask(INVITE, { groupId, personId: eves });
    expect(await as(fay).ask(INVITED)).toEqual({ groupInvitations: [] });
    const { groupInvitations } = await as(eve).ask(INVITED);
    expect(groupInvitations).toEqual([{ id: expect.any(String), group: { slug: group.slug } }]);
    const [{ id }] = groupInvitations;
    expect(await as(fay).code(answer('acceptGroupInvitation'), { id })).toBe('NOT_FOUND');
    expect(await as(ada).code(answer('acceptGroupInvitation'), { id })).toBe('FORBIDDEN');
    await as(eve).ask(answer('acceptGroupInvitation'), { id });
    expect(await mine(eve, group)).toMatchObject({ myRole: 'member' });
    expect(await as(eve).code(answer('declineGroupInvitation'), { id })).toBe('FORBIDDEN');
  });

  it('say nothing of whether the invited is in already, under a name of their own', async () => {
    const { ada, eve, fay } = await world(app, { ada: 'steward', eve: 'member', fay: 'outsider' });
    const [eves, fays] = [await make.profile(eve), await make.profile(fay)];
    const group = await make.group(app, { steward: ada });
    const { id: membershipId } = await make.membership(app, { group, person: eve });
    const persona = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
    await as(eve).ask(persona, { input: { membershipId, name: 'Colibrí' } });
    const bytes = async (personId: string) =>
      (await as(ada).raw(INVITE, { groupId: group.id, personId })).text();
    expect(await bytes(eves)).toBe(await bytes(fays));
    expect(await as(eve).ask(INVITED)).toEqual({ groupInvitations: [] });
  });

  it('close when a steward takes the invitation back, who is not told whether it was open', async () => {
    const { ada, ben, eve } = await world(app, { ada: 'steward', ben: 'member', eve: 'outsider' });
    const personId = await make.profile(eve);
    const group = await make.group(app, { steward: ada, members: [ben], ...hidden });
    const input = { groupId: group.id, personId };
    await as(ada).ask(INVITE, input);
    const [{ id }] = (await as(eve).ask(INVITED)).groupInvitations;
    expect(await as(ben).code(WITHDRAW, input)).toBe('FORBIDDEN');
    expect(await as(eve).code(WITHDRAW, input)).toBe('FORBIDDEN');
    const bytes = async () => (await as(ada).raw(WITHDRAW, input)).text();
    expect(await bytes()).toBe(await bytes());
    expect(await as(eve).ask(INVITED)).toEqual({ groupInvitations: [] });
    expect(await as(eve).code(answer('acceptGroupInvitation'), { id })).toBe('FORBIDDEN');
    for (const document of [JOIN, WITHDRAW]) {
      expect(await as(eve).code(document, { ...input, id: group.id })).toBe('NOT_FOUND');
    }
    await as(ada).ask(INVITE, input);
    expect((await as(eve).ask(INVITED)).groupInvitations).toHaveLength(1);
  });

  it('do not stay open: an invitation that was declined, or has ended, opens nothing', async () => {
    const { ada, eve, fay } = await world(app, {
      ada: 'steward',
      eve: 'outsider',
      fay: 'outsider',
    });
    const group = await make.group(app, { steward: ada, ...hidden });
    const invite = async (who: Person) => {
      await as(ada).ask(INVITE, { groupId: group.id, personId: await make.profile(who) });
      return (await as(who).ask(INVITED)).groupInvitations[0].id as string;
    };
    await as(eve).ask(answer('declineGroupInvitation'), { id: await invite(eve) });
    expect(await as(eve).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
    const ended = await invite(fay);
    app.clock.move(14 * DAY);
    const later = await again(fay);
    // From the moment on, whenever the job that writes it down comes.
    expect(await as(later).code(MINE, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await as(later).code(JOIN, { id: group.id })).toBe('NOT_FOUND');
    expect(await as(later).ask(INVITED)).toEqual({ groupInvitations: [] });
    expect(await as(later).code(answer('acceptGroupInvitation'), { id: ended })).toBe('FORBIDDEN');
  });
});

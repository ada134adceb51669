import { AlliancesService } from '#members/relationships/alliances.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { readEverything } from '../../support/matrix/crawler.js';
import {
  firstParticipantOf,
  makeCoalition,
  makeGrant,
  makeParticipant,
} from '../../support/factories/coalitions/make-coalitions.js';
import { COALITION_PEOPLE, MY_GRANTS } from '../../support/factories/coalitions/taking-part.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  sanctionReason,
  OPEN_MATTER,
  DECIDE_APPEAL,
  LIFT_SEPARATION,
  MY_NOTICES,
  postText,
  makeReportedProfile,
  SEPARATE_REPORTED,
  SHARED_GROUPS_QUERY,
} from '../../support/factories/moderation-documents.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(() => app.db.query('delete from account'));

const OPEN = { access: 'open' as never };
const HIDDEN = { isListed: false, access: 'invitation' as never };
const JOIN = 'mutation ($id: ID!) { joinGroup(groupId: $id) { id } }';
const ASK = `mutation ($id: ID!) { requestToJoin(input: { groupId: $id, answer: "" }) { id } }`;
const INVITE = `mutation ($groupId: ID!, $personId: ID!) {
  inviteToGroup(input: { groupId: $groupId, personId: $personId }) { id } }`;
const GROUP = 'query ($slug: String!) { group(slug: $slug) { access viewerCan } }';
const PERSON = 'query ($id: ID!) { person(id: $id) { id } }';
const REQUESTS = 'query ($id: ID!) { joinRequests(groupId: $id) { id } }';

/**
 * Ada and Ben are allies. They share a listed group, whose only steward is Ben, a hidden group, and a listed coalition
 * of both, in which Ada takes part through the listed group and Ben through the hidden one.
 */
async function entangled() {
  const all = await makeReportedProfile(app);
  const { ada, ben, eve, mo, id } = all;
  const adaShown = await makeVisibleProfile(ada, 'Adelaida Puquio');
  const radio = await factories.group(app, { steward: ben, members: [ada, eve], name: 'Radio' });
  const secret = await factories.group(app, { steward: eve, members: [ada, ben], ...HIDDEN });
  const channel = await factories.channel(app, { group: radio });
  const coalition = await makeCoalition(app, { founder: ben, party: { groupId: radio.id } });
  const other = await makeParticipant(app, coalition, { groupId: secret.id }, 'La Orilla');
  await makeGrant(app, await firstParticipantOf(app, coalition), ada, { isAccepted: true });
  await makeGrant(app, other.id, ben, { isAccepted: true });
  await app.db.write(() => app.get(AlliancesService).start(ada.accountId, ben.accountId));
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  return { ...all, adaShown, radio, secret, channel, coalition };
}

const leaving = (...rows: readonly (readonly [{ id: string }, 'reported' | 'reporter'])[]) =>
  rows.map(([{ id: groupId }, side]) => ({ groupId, side }));
const noticesOf = async (one: Person) => (await apiAs(one).ask(MY_NOTICES)).myNotices;
const refusal = (one: Requester, document: string, variables: Record<string, unknown>) =>
  expect(apiAs(one).ask(document, variables)).rejects;
const parted = async () => {
  const all = await entangled();
  const { mo, reportId, radio, secret, coalition } = all;
  const rows = leaving([radio, 'reported'], [secret, 'reporter'], [coalition, 'reporter']);
  const input = { reportId, leaving: rows, ...sanctionReason() };
  const { id: noticeId } = (await apiAs(mo).ask(SEPARATE_REPORTED, { input })).separateReported;
  return { ...all, noticeId };
};

describe('a separation', () => {
  it('requires the moderator to name who leaves each shared group and coalition, and fails if these changed', async () => {
    const { ada, ben, mo, ma, reportId, radio, secret, coalition } = await entangled();
    const { sharedGroups } = await apiAs(mo).ask(SHARED_GROUPS_QUERY, { reportId });
    // A group hidden from the moderator stays hidden.
    const rows = [
      { groupId: radio.id, name: 'Radio', onlySteward: 'reported' },
      { groupId: secret.id, name: null, onlySteward: null },
      { groupId: coalition.id, name: coalition.name, onlySteward: null },
    ];
    expect(sharedGroups).toHaveLength(3);
    expect(sharedGroups).toEqual(expect.arrayContaining(rows));
    for (const other of [ada, ben, ma]) {
      expect(await apiAs(other).code(SHARED_GROUPS_QUERY, { reportId })).toMatch(
        /NOT_FOUND|FORBIDDEN/,
      );
    }
    const wrong = [
      leaving([radio, 'reported'], [secret, 'reporter']),
      leaving([radio, 'reported'], [radio, 'reporter'], [coalition, 'reporter']),
      leaving([radio, 'reported'], [secret, 'reporter'], [{ id: reportId }, 'reporter']),
    ];
    for (const rows of wrong) {
      const input = { reportId, leaving: rows, ...sanctionReason() };
      await refusal(mo, SEPARATE_REPORTED, { input }).toMatchObject({
        reason: 'separation.groupsChanged',
      });
    }
    expect(await app.db.query('select 1 from separation')).toEqual([]);
  });

  it('hides the two from each other, sends each a notice about their own side, and cannot be ordered twice', async () => {
    const all = await parted();
    const { ada, ben, mo, reportId, radio, secret, coalition } = all;
    const { benShown, adaShown, channel } = all;
    const has = async (one: Person, groupId: string) =>
      (await app.get(MembershipsService).activeOf(one.accountId, groupId)) !== null;
    expect([await has(ben, radio.id), await has(ada, radio.id)]).toEqual([false, true]);
    expect([await has(ben, secret.id), await has(ada, secret.id)]).toEqual([true, false]);
    // Ada still belongs to a participant, and her grant is of no use while Ben takes part.
    const peopleAs = async (who: Person) =>
      (await apiAs(who).ask(COALITION_PEOPLE, { id: coalition.id })).groupMembers.items;
    expect((await peopleAs(ben)).map(({ isMe }) => isMe)).toEqual([true]);
    expect(await peopleAs(ada)).toEqual([]);
    expect((await apiAs(ada).ask(MY_GRANTS)).myGrants).toEqual([]);
    expect(await app.get(AlliancesService).between(ada.accountId, ben.accountId)).toBeNull();
    expect(await apiAs(ada).code(PERSON, { id: benShown.personId })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(PERSON, { id: adaShown.personId })).toBe('NOT_FOUND');
    const [told] = await noticesOf(ben);
    expect(told).toMatchObject({ kind: 'separation', reason: 'harassment', groupsLeft: ['Radio'] });
    const [toldToo] = await noticesOf(ada);
    expect(toldToo).toMatchObject({
      ...{ kind: 'separation', reason: null, groupsLeft: [secret.name, coalition.name] },
    });
    for (const { words } of [told, toldToo]) expect(words).not.toMatch(/Ben|Adelaida/);
    // The member who stays can post; the member who left cannot read new messages of the channel.
    await postText(ada, channel.id, 'Seguimos.');
    const read = 'query ($id: ID!) { channel(id: $id) { id } }';
    expect(await apiAs(ben).code(read, { id: channel.id })).toBe('NOT_FOUND');
    const input = { reportId, leaving: [], ...sanctionReason() };
    await refusal(mo, SEPARATE_REPORTED, { input }).toMatchObject({ reason: 'separation.already' });
  });

  it('hides each from the other in every query, by name and by id', async () => {
    const { ada, ben, benShown, adaShown } = await parted();
    for (const [one, other, shown] of [
      [ada, ben, benShown],
      [ben, ada, adaShown],
    ] as const) {
      const everything = await readEverything(one, [shown.name, shown.personId]);
      expect(everything).toContain('"myNotices"');
      for (const trace of [other.accountId, shown.personId, shown.name]) {
        expect(everything).not.toContain(trace);
      }
    }
  }, 60_000);

  it('makes a group of one of the two look closed to the other', async () => {
    const { ada, ben, eve, benShown } = await parted();
    const open = await factories.group(app, { steward: eve, members: [ada], ...OPEN });
    const asked = await factories.group(app, { steward: eve, members: [ada] });
    const closed = await factories.group(app, { steward: eve, access: 'invitation' as never });
    const seen = async ({ slug }: { slug: string }) =>
      (await apiAs(ben).ask(GROUP, { slug })).group;
    const shut = await seen(closed);
    expect(shut).toEqual({
      access: 'invitation',
      viewerCan: containingActions(['found', 'read', 'report'], {
        without: ['join', 'requestToJoin', 'edit'],
      }),
    });
    expect([await seen(open), await seen(asked)]).toEqual([shut, shut]);
    const bytes = async (document: string, { id }: { id: string }) =>
      (await (await apiAs(ben).raw(document, { id })).text()).replaceAll(id, 'ID');
    expect(await bytes(JOIN, open)).toBe(await bytes(JOIN, closed));
    expect(await bytes(ASK, asked)).toBe(await bytes(ASK, closed));
    // The steward sees a normal invitation; the invited member sees none.
    const invited = async (groupId: string) =>
      (await apiAs(eve).raw(INVITE, { groupId, personId: benShown.personId })).status;
    expect(await invited(open.id)).toBe(await invited(closed.id));
    const { groupInvitations } = await apiAs(ben).ask('{ groupInvitations { group { slug } } }');
    expect(groupInvitations).toEqual([{ group: { slug: closed.slug } }]);
  });

  it('also closes invitations and join requests made before the other joined', async () => {
    const { ada, ben, eve, benShown } = await parted();
    const hidden = await factories.group(app, { steward: eve, ...HIDDEN });
    const asked = await factories.group(app, { steward: eve });
    await apiAs(eve).ask(INVITE, { groupId: hidden.id, personId: benShown.personId });
    const [{ id }] = (await apiAs(ben).ask('{ groupInvitations { id } }')).groupInvitations;
    const request = (await apiAs(ben).ask(ASK, { id: asked.id })).requestToJoin.id;
    for (const group of [hidden, asked]) await factories.membership(app, { group, person: ada });
    const accept = 'mutation ($id: ID!) { acceptGroupInvitation(invitationId: $id) { id } }';
    expect(await apiAs(ben).code(accept, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(GROUP, { slug: hidden.slug })).toBe('NOT_FOUND');
    expect(await apiAs(eve).ask(REQUESTS, { id: asked.id })).toEqual({ joinRequests: [] });
    const decide = 'mutation ($id: ID!) { acceptJoinRequest(joinRequestId: $id) { id } }';
    expect(await apiAs(eve).code(decide, { id: request })).toBe('NOT_FOUND');
  });

  it('admits only one of the two when both join a group at once', async () => {
    const { ada, ben, eve } = await parted();
    const { id } = await factories.group(app, { steward: eve, ...OPEN });
    const codes = await Promise.all([apiAs(ada).code(JOIN, { id }), apiAs(ben).code(JOIN, { id })]);
    expect(codes.toSorted()).toEqual(['FORBIDDEN', 'OK']);
  });

  it('is refused for a persona: its disappearance would reveal the owner', async () => {
    const { ada, ben, mo, reportId, id } = await entangled();
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id: personaId } = (await app
      .get(MembershipsService)
      .activeOf(ben.accountId, group.id))!;
    await app.db.query('update matter set persona_id = $1 where id = $2', [personaId, id]);
    const input = { reportId, leaving: [], ...sanctionReason() };
    await refusal(mo, SEPARATE_REPORTED, { input }).toMatchObject({ reason: 'separation.persona' });
  });

  it('can be lifted by a later act of moderation, which notifies both and restores nothing else', async () => {
    const { ada, ben, mo, ma, id, benShown } = await parted();
    const { separations } = (await apiAs(mo).ask(OPEN_MATTER, { id })).openMatter;
    expect(separations).toHaveLength(1);
    const separationId = separations[0].id as string;
    const words = 'Pasó el tiempo y las dos personas lo pidieron.';
    const input = { matterId: id, separationId, words };
    for (const other of [ada, ben, ma]) {
      expect(await apiAs(other).code(LIFT_SEPARATION, { input })).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    const unknown = { ...input, separationId: id };
    expect(await apiAs(mo).code(LIFT_SEPARATION, { input: unknown })).toBe('NOT_FOUND');
    await apiAs(mo).ask(LIFT_SEPARATION, { input });
    expect(await apiAs(mo).code(LIFT_SEPARATION, { input })).toBe('NOT_FOUND');
    expect(await apiAs(ada).code(PERSON, { id: benShown.personId })).toBe('OK');
    expect(await noticesOf(ben)).toEqual([
      expect.objectContaining({ kind: 'lifted', words }),
      expect.objectContaining({ kind: 'separation', liftedAt: expect.any(String) }),
    ]);
    expect((await noticesOf(ada)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'lifted',
      'separation',
    ]);
    expect(await app.get(AlliancesService).between(ada.accountId, ben.accountId)).toBeNull();
  });

  it('ends when one of the two appeals and another moderator lifts the separation', async () => {
    const { ada, ben, mo, ma, id, benShown } = await parted();
    const [{ id: noticeId }] = await noticesOf(ada);
    const input = { noticeId, words: 'Ya nos entendimos.' };
    const { appeal } = (await apiAs(ada).ask(APPEAL_NOTICE, { input })).appealNotice;
    expect(await apiAs(mo).code(matterDocument('claimMatter'), { id })).toBe('NOT_FOUND');
    await apiAs(ma).ask(matterDocument('claimMatter'), { id });
    const heard = { appealId: appeal.id, outcome: 'lifted', words: 'Se levanta.' };
    await apiAs(ma).ask(DECIDE_APPEAL, { input: heard });
    expect(await apiAs(ada).code(PERSON, { id: benShown.personId })).toBe('OK');
    for (const one of [ada, ben])
      expect((await noticesOf(one))[0]).toMatchObject({ kind: 'lifted' });
    // Only the member who appealed gets an audit entry about the decision.
    expect(await actsAbout(ada)).toContain('hearAppeal');
    expect(await actsAbout(ben)).not.toContain('hearAppeal');
  });
});

const actsAbout = async (who: Person): Promise<string[]> =>
  (await apiAs(who).ask('{ actsAboutMe { items { action } } }')).actsAboutMe.items.map(
    ({ action }: { action: string }) => action,
  );

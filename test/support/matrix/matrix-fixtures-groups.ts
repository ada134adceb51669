import { messageAttachmentsSql } from '#attachments/attachment.entity.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupAccess, type Group, MemberListAudience } from '#groups/group.entity.js';
import { hashToken, newToken } from '#kernel/ids.js';
import { Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { newPersona } from '#members/persona.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { makeVisibleProfile } from '../factories/visible-profiles.js';
import { makeChannel, makeGroup, makeMembership } from '../factories/make-groups.js';
import { aCoalitionLink } from './matrix-fixtures-coalitions.js';
import {
  insertBlock,
  type MatrixFixture,
  type MatrixFixtureFactory,
  type RelatedPerson,
} from './matrix-fixture.js';
import { postText } from '../factories/moderation-documents.js';
import { setWeekRetention } from '../messages/message-retention.js';
import { suggestMeeting } from '../factories/suggestions.js';
import { closeTopic, startTopic } from '../messages/topics.js';
import { type Person, makePeople } from '../factories/make-people.js';

/** Creates a group with a person in every relation to it. `ada` is a plain member and owns the rows. */
async function aGroup(app: TestApp, { archivedAt, ...open }: Partial<Group> = {}) {
  const people = await makePeople(app, {
    ...{ steward: 'steward', fac: 'member', ada: 'member', ben: 'member', gone: 'member' },
    ...{ masked: 'member', late: 'member', foe: 'member', out: 'member', guest: 'outsider' },
  });
  const { steward, fac, ada, ben, gone, masked, late, foe, out, guest } = people;
  const made = await makeGroup(app, {
    steward,
    members: [ada, ben],
    access: GroupAccess.open,
    ...open,
  });
  const memberships = app.get(MembershipsService);
  const [left, mask] = [
    await makeMembership(app, { group: made, person: gone }),
    await makeMembership(app, { group: made, person: masked }),
  ];
  await makeMembership(app, { group: made, person: foe });
  await makeMembership(app, { group: made, person: fac, role: MembershipRole.facilitator });
  await makeMembership(app, { group: made, person: late, role: MembershipRole.steward });
  await endGrace(app, made.id, late);
  await insertBlock(app, ada, foe);
  await app.db.write(() => memberships.end(left));
  const removed = await makeMembership(app, { group: made, person: out });
  await app.db.write(() => memberships.bar(removed));
  await app.db.write(() => memberships.setPersona(mask.id, newPersona('La Sombra')));
  const [invitation] = await app.db.query<{ id: string }>(
    `insert into group_invitation (group_id, invited_id, expires_at, created_at)
     values ($1, $2, $3, $4) returning id`,
    [made.id, guest.accountId, app.clock.in(86_400_000), app.clock.now()],
  );
  const inside: RelatedPerson[] = [
    ['ME', 'steward', steward],
    ['ME', 'facilitator', fac],
    ['ME', 'member', ben],
    ['ME', 'formerMember', gone],
    ['ME', 'removed', out],
    ['ME', 'persona', masked],
    ['ME', 'readOnly', late],
    ['ME', 'blocked', foe],
  ];
  const own = await membershipOf(app, made.id, ada);
  if (archivedAt) await app.db.write(() => app.get(GroupArchiveService).archive(made.id));
  return {
    ...people,
    group: made,
    inside,
    invitationId: invitation!.id,
    removedId: removed.id,
    own,
  };
}

/** Publishes version 1 of agreements to which everybody but this person consented before the grace ended. */
async function endGrace({ db, clock }: TestApp, groupId: string, { accountId }: Person) {
  await db.query(
    `insert into agreements_version (group_id, number, text) values ($1, 1, 'Escuchamos.')`,
    [groupId],
  );
  await db.query(
    `update membership set agreements_version = 0, agreements_due_at = $3
     where group_id = $1 and account_id = $2`,
    [groupId, accountId, clock.in(-1)],
  );
}

const membershipOf = async (app: TestApp, groupId: string, { accountId }: Person) =>
  (await app.get(MembershipsService).activeOf(accountId, groupId))!.id;

const groupPlace =
  (part: Partial<Group> = {}): MatrixFixtureFactory =>
  async (app): Promise<MatrixFixture> => {
    const { group: made, inside, guest, ada } = await aGroup(app, part);
    const { personId } = await makeVisibleProfile(ada);
    await makeChannel(app, { group: made });
    const { id: archived } = await makeChannel(app, { group: made, name: 'Antes' });
    await app.db.query('update channel set archived_at = $2 where id = $1', [
      ...[archived, app.clock.now()],
    ]);
    const people: RelatedPerson[] = [...inside, ['ME', 'invited', guest]];
    const coalitionToken = await aCoalitionLink(app);
    return { id: made.id, more: { slug: made.slug, personId, coalitionToken }, people };
  };

async function aMessage(app: TestApp): Promise<MatrixFixture> {
  const { group: made, inside, ada } = await aGroup(app);
  const { id: channelId } = await makeChannel(app, { group: made, history: 'start' });
  const id = await postText(ada, channelId, 'Buenos días, río.');
  const attachmentId = await aFile(app, ada, id);
  return { id, more: { attachmentId }, people: [...inside, ['ME', 'own', ada]] };
}

/** Inserts a file of an existing message as if it had been uploaded and cleaned. */
async function aFile({ db }: TestApp, { accountId }: Person, messageId: string): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into attachment (account_id, message_id, state, kind, name, type, bytes, file)
     values ($1, $2, 'ready', 'document', 'acta.txt', 'text/plain', 5, gen_random_uuid()) returning id`,
    [accountId, messageId],
  );
  const shown = `update message set attachments = ${messageAttachmentsSql('$1')} where id = $1`;
  await db.query(shown, [messageId]);
  return row!.id;
}

const aTopic =
  (isClosed = false): MatrixFixtureFactory =>
  async (app) => {
    const { group: made, inside, ada } = await aGroup(app);
    const { id: channelId } = await makeChannel(app, { group: made });
    const topic = await startTopic(ada, channelId, 'Antenas');
    if (isClosed) await closeTopic(ada, topic.id);
    return { id: topic.id, people: [...inside, ['ME', 'own', ada]] };
  };

async function aJoinRequest(app: TestApp): Promise<MatrixFixture> {
  const {
    group: made,
    inside,
    eve,
  } = {
    ...(await aGroup(app, { access: GroupAccess.request })),
    ...(await makePeople(app, { eve: 'member' })),
  };
  const document = `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }`;
  const input = { groupId: made.id, answer: 'Trabajo en la radio.' };
  const { id } = (await apiAs(eve).ask(document, { input })).requestToJoin;
  // Leaves out blocked people, because they have no part in a request.
  const people: RelatedPerson[] = inside.filter(([, relation]) => relation !== 'blocked');
  return { id, more: { groupId: made.id }, people: [...people, ['ME', 'own', eve]] };
}

export const GROUP_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  Group: groupPlace(),
  'Group, by request': groupPlace({ access: GroupAccess.request }),
  'Group, hidden': groupPlace({
    ...{ isListed: false, access: GroupAccess.invitation },
    memberList: MemberListAudience.stewards,
  }),
  'Group, archived': (app) => groupPlace({ archivedAt: app.clock.now() })(app),
  async Membership(app) {
    const { group: made, own, inside, ada, ben } = await aGroup(app);
    const other = await membershipOf(app, made.id, ben);
    const people: RelatedPerson[] = [...inside, ['ME', 'own', ada]];
    return { id: own, more: { groupId: made.id, other }, people };
  },
  async 'Membership, removed'(app) {
    const { group: made, removedId, inside } = await aGroup(app);
    const people = inside.filter(([, relation]) => relation !== 'removed');
    return { id: removedId, more: { groupId: made.id }, people };
  },
  async 'Membership, ended'(app) {
    const { group: made, own, inside, ada } = await aGroup(app);
    const left = await app.db.repo(Membership).findOneByOrFail({ id: own });
    await app.db.write(() => app.get(MembershipsService).end(left));
    return { id: own, more: { groupId: made.id }, people: [...inside, ['ME', 'own', ada]] };
  },
  async 'Membership, asked to hold the group'(app) {
    const { own, inside, ada } = await aGroup(app);
    await app.db.query('update membership set steward_offer_ends_at = $2 where id = $1', [
      ...[own, app.clock.in(86_400_000)],
    ]);
    return { id: own, people: [...inside, ['ME', 'own', ada]] };
  },
  async 'Membership, of a steward'(app) {
    const { own, inside } = await aGroup(app);
    await app.db.query(`update membership set role = 'steward' where id = $1`, [own]);
    const people = inside.filter(([, relation]) => relation !== 'own');
    return { id: own, people };
  },
  async 'Membership, of a facilitator'(app) {
    const { own, inside, ada } = await aGroup(app);
    await app.db.query(`update membership set role = 'facilitator' where id = $1`, [own]);
    return { id: own, people: [...inside, ['ME', 'own', ada]] };
  },
  async 'Membership, not listed'(app) {
    const { group: made, own, inside, ada } = await aGroup(app);
    await app.db.query(
      `update membership set is_listed = false, persona_name = 'La Garza', persona_picture = $2
       where id = $1`,
      [own, 'e'.repeat(32)],
    );
    return { id: own, more: { groupId: made.id }, people: [...inside, ['ME', 'own', ada]] };
  },
  async 'Membership, with a picture'(app) {
    const { inside, own, ada } = await aGroup(app);
    await app.db.query(
      `update membership set persona_name = 'La Garza', persona_picture = $2 where id = $1`,
      [own, 'f'.repeat(32)],
    );
    return { id: own, people: [...inside, ['ME', 'own', ada]] };
  },
  async Suggestion(app) {
    const { group: made, inside, ada, steward } = await aGroup(app);
    const { eve } = await makePeople(app, { eve: 'member' });
    const by = { steward, groupId: made.id };
    const id = await suggestMeeting(app, by, [ada, eve]);
    return { id, people: [...inside, ['ME', 'own', ada]] };
  },
  async Channel(app) {
    const { group: made, inside } = await aGroup(app);
    const { id } = await makeChannel(app, { group: made });
    await setWeekRetention(app, id);
    return { id, people: inside };
  },
  Topic: aTopic(),
  'Topic, closed': aTopic(true),
  Message: aMessage,
  JoinRequest: aJoinRequest,
  async GroupLink(app) {
    const { group: made, steward, inside, ada, guest } = await aGroup(app);
    const token = newToken();
    const [link] = await app.db.query<{ id: string }>(
      `insert into group_link (group_id, maker_id, token_hash, expires_at) values ($1, $2, $3, $4)
       returning id`,
      [made.id, steward.accountId, hashToken(token), app.clock.in(86_400_000)],
    );
    const people: RelatedPerson[] = [...inside, ['ME', 'own', ada], ['ME', 'invited', guest]];
    return { id: link!.id, more: { token, groupId: made.id }, people };
  },
  async SentGroupInvitation(app) {
    const { group: made, steward, inside, ada, guest } = await aGroup(app);
    const sender = await membershipOf(app, made.id, steward);
    const [sent] = await app.db.query<{ id: string }>(
      `insert into sent_group_invitation (group_id, invited_id, sender_id, expires_at) values ($1, $2, $3, $4)
       returning id`,
      [made.id, guest.accountId, sender, app.clock.in(86_400_000)],
    );
    const people: RelatedPerson[] = [...inside, ['ME', 'own', ada], ['ME', 'invited', guest]];
    return { id: sent!.id, more: { groupId: made.id }, people };
  },
  async SuccessionRequest(app) {
    const { group: made, own, inside, ada } = await aGroup(app);
    const noSteward = `update membership set role = 'member' where group_id = $1 and role = 'steward'`;
    await app.db.query(noSteward, [made.id]);
    const [asked] = await app.db.query<{ id: string }>(
      `insert into succession_request (group_id, membership_id, asked_at, expires_at) values ($1, $2, $3, $4)
       returning id`,
      [made.id, own, app.clock.now(), app.clock.in(86_400_000)],
    );
    const people = inside.filter(([, relation]) => relation !== 'steward');
    return { id: asked!.id, people: [...people, ['ME', 'own', ada]] };
  },
  async GroupInvitation(app) {
    const { invitationId, inside, guest } = await aGroup(app);
    return { id: invitationId, people: [...inside, ['ME', 'invited', guest]] };
  },
};

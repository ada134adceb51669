import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import {
  pngOfColour,
  storedFilePaths,
  uploadPersonaPicture,
} from '../../support/app/test-pictures.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  ACCEPT_INVITATION,
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  HAND_OVER_STEWARDSHIP,
  INVITE_TO_GROUP,
  JOIN_GROUP,
  joinRequestInput,
  LEAVE_GROUP,
  MAKE_FACILITATOR,
  RECEIVED_INVITATIONS,
  REMOVE_MEMBER,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import {
  ARCHIVE,
  inhabitedGroup,
  refusalOf,
  UNARCHIVE,
} from '../../support/factories/inhabited-group.js';
import { type Person, makePeople, signInAgain } from '../../support/factories/make-people.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import {
  messageInput,
  POST_MESSAGE,
  REACT_TO_MESSAGE,
  reactionInput,
} from '../../support/messages/message-documents.js';
import { START_TOPIC, startTopic } from '../../support/messages/topics.js';

const GROUP =
  'query ($slug: String!) { group(slug: $slug) { name purpose archivedAt unarchivableUntil deletedAt } }';
const DIRECTORY = '{ groups { items { id } } }';
const INBOX = '{ inbox { items { kind group { name } } } }';
const LINK = 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token } }';
const USE_LINK = 'mutation ($token: String!) { useGroupLink(input: { token: $token }) { slug } }';
const CREATE = 'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }';
const RENAME = 'mutation ($input: RenameChannelInput!) { renameChannel(input: $input) { id } }';
const EDIT_GROUP = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';
const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { id } }';
const PIN = 'mutation ($input: PinMessageInput!) { pinMessage(input: $input) { id } }';
const RENAME_TOPIC = 'mutation ($input: RenameTopicInput!) { renameTopic(input: $input) { id } }';
const CLOSE_TOPIC = 'mutation ($id: ID!) { closeTopic(topicId: $id) { id } }';
const ARCHIVE_CHANNEL = 'mutation ($id: ID!) { archiveChannel(channelId: $id) { id } }';
const SHORTEN =
  'mutation ($input: ShortenRetentionInput!) { shortenRetention(input: $input) { id } }';
const REMOVE_PICTURE = 'mutation ($id: ID!) { removePersonaPicture(membershipId: $id) }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';
const MESSAGES = 'query ($id: ID!) { messages(channelId: $id) { items { body } } }';

const app = useApp();
afterEach(closeAllSockets);

const inhabited = () => inhabitedGroup(app);

describe('an archived group', () => {
  it('refuses every change with the reason, and its members can read, delete and leave', async () => {
    const { ste, ana, ben, group, channel, said, idOf, archive } = await inhabited();
    const topic = await startTopic(ste, channel.id, 'Antenas');
    const bens = await idOf(ben);
    const { archiveGroup } = await archive();
    expect(archiveGroup.viewerCan.toSorted()).toEqual(['consent', 'found', 'read', 'unarchive']);
    const { personId } = await makeVisibleProfile(ana);
    const { id: groupId } = group;
    const texts = { name: 'Otro', purpose: 'Otro', issueAreas: [], agreements: '' };
    const acts: [Person, string, object][] = [
      [ana, POST_MESSAGE, messageInput(channel.id, 'Adiós')],
      [ana, REACT_TO_MESSAGE, reactionInput(said.id, '👍')],
      [ana, START_TOPIC, { input: { channelId: channel.id, name: 'Nuevo' } }],
      [ste, POST_MESSAGE, { input: { ...messageInput(channel.id, 'x').input, topicId: topic.id } }],
      [ste, CREATE, { input: { groupId, name: 'Otro' } }],
      [ste, RENAME, { input: { channelId: channel.id, name: 'Otro' } }],
      [ste, EDIT_GROUP, { input: { groupId, ...texts } }],
      [ste, INVITE_TO_GROUP, { groupId, personId }],
      [ste, LINK, { id: groupId }],
      [ste, MAKE_FACILITATOR, { id: bens }],
      [ben, SET_PERSONA, { input: { membershipId: bens, name: 'Otro' } }],
      [ben, EDIT, { input: { messageId: said.id, body: 'Otro' } }],
      [ste, PIN, { input: { messageId: said.id, isPinned: true } }],
      [ste, RENAME_TOPIC, { input: { topicId: topic.id, name: 'Otro' } }],
      [ste, CLOSE_TOPIC, { id: topic.id }],
      [ste, ARCHIVE_CHANNEL, { id: channel.id }],
      [ste, SHORTEN, { input: { channelId: channel.id, retention: 'days7' } }],
      [ste, ARCHIVE, { id: groupId }],
    ];
    for (const [who, document, variables] of acts) {
      const work = apiAs(who).ask(document, variables as never);
      expect([document, await refusalOf(work)]).toEqual([document, 'group.archived']);
    }
    const { messages } = await apiAs(ana).ask(MESSAGES, { id: channel.id });
    expect(messages.items).toEqual([{ body: 'Hola' }]);
    expect((await apiAs(ana).ask(GROUP, { slug: group.slug })).group.archivedAt).not.toBeNull();
    await apiAs(ben).ask(DELETE, { id: said.id });
    await apiAs(ben).ask(LEAVE_GROUP, { id: bens });
    await apiAs(ste).ask(HAND_OVER_STEWARDSHIP, { id: await idOf(ana) });
    await apiAs(ste).ask(LEAVE_GROUP, { id: await idOf(ste) });
  });

  it('takes no picture of a persona, and lets its owner remove the one they have', async () => {
    const { ben, idOf, archive } = await inhabited();
    const input = { membershipId: await idOf(ben), name: 'Garza' };
    await apiAs(ben).ask(SET_PERSONA, { input });
    const [id, picture] = [await idOf(ben), await pngOfColour('#2f6b4f')];
    expect((await uploadPersonaPicture(ben, id, picture)).status).toBe(200);
    await archive();
    expect((await uploadPersonaPicture(ben, id, picture)).status).toBe(403);
    await apiAs(ben).ask(REMOVE_PICTURE, { id });
    expect(storedFilePaths(ben)).toEqual([]);
  });

  it('lets a steward remove a member, who may do harm with what they read', async () => {
    const { ste, ben, idOf, archive } = await inhabited();
    await archive();
    await apiAs(ste).ask(REMOVE_MEMBER, { id: await idOf(ben) });
  });

  it('hides from people outside, and its links, invitations and requests let nobody in', async () => {
    const { ste, out, group, archive } = await inhabited();
    const { eve, guest } = await makePeople(app, { eve: 'member', guest: 'member' });
    const { id } = group;
    const { personId } = await makeVisibleProfile(guest);
    await apiAs(ste).ask(INVITE_TO_GROUP, { groupId: id, personId });
    const { groupInvitations } = await apiAs(guest).ask(RECEIVED_INVITATIONS);
    const { token } = (await apiAs(ste).ask(LINK, { id })).makeGroupLink;
    await app.db.query(`update "group" set access = 'request' where id = $1`, [id]);
    const { requestToJoin } = await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(id));
    expect((await apiAs(out).ask(DIRECTORY)).groups.items).toContainEqual({ id });
    await archive();
    expect((await apiAs(out).ask(DIRECTORY)).groups.items).not.toContainEqual({ id });
    expect(await apiAs(out).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');
    expect(await apiAs(out).code(ASK_TO_JOIN, joinRequestInput(id))).toBe('NOT_FOUND');
    expect(await apiAs(out).code(JOIN_GROUP, { id })).toBe('NOT_FOUND');
    expect(await apiAs(out).code(USE_LINK, { token })).toBe('NOT_FOUND');
    expect(await apiAs(guest).ask(RECEIVED_INVITATIONS)).toEqual({ groupInvitations: [] });
    expect(await apiAs(guest).code(GROUP, { slug: group.slug })).toBe('NOT_FOUND');
    const accept = { id: groupInvitations[0]!.id };
    expect(await refusalOf(apiAs(guest).ask(ACCEPT_INVITATION, accept))).toBe(
      'groupInvitation.notWaiting',
    );
    expect(await apiAs(ste).code(ACCEPT_JOIN_REQUEST, { id: requestToJoin.id })).toBe('FORBIDDEN');
  });

  it('tells its members in the inbox and by a mail without content, and their open pages', async () => {
    const { ste, ana, group, archive } = await inhabited();
    const socket = await openSocket(ana);
    await archive();
    await waitForJobs(app);
    expect(socket.received('news')).toContainEqual({ subject: 'group', id: group.id });
    const item = { kind: 'groupArchived', group: { name: group.name } };
    expect((await apiAs(ana).ask(INBOX)).inbox.items).toContainEqual(item);
    const mails = sentMails(app).filter(({ to }) => [ana.email, ste.email].includes(to));
    expect(mails.map(({ to }) => to)).toEqual([ana.email]);
    expect(JSON.stringify(mails)).not.toContain(group.name);
    app.clock.move(15 * DAY);
    const later = await signInAgain(ana);
    expect((await apiAs(later).ask(INBOX)).inbox.items).not.toContainEqual(item);
  });

  it('lets only a steward bring it back, and only within 30 days', async () => {
    const { ste, ana, out, group, channel, archive } = await inhabited();
    const { id } = group;
    expect(await refusalOf(apiAs(ana).ask(ARCHIVE, { id }))).toBe('policy.refused');
    expect(await apiAs(out).code(ARCHIVE, { id })).toBe('FORBIDDEN');
    expect(await apiAs(ste).code(UNARCHIVE, { id })).toBe('FORBIDDEN');
    await archive();
    expect(await apiAs(ana).code(UNARCHIVE, { id })).toBe('FORBIDDEN');
    expect(await apiAs(out).code(UNARCHIVE, { id })).toBe('NOT_FOUND');
    expect((await apiAs(ste).ask(UNARCHIVE, { id })).unarchiveGroup).toMatchObject({
      archivedAt: null,
      viewerCan: expect.arrayContaining(['edit', 'archive']),
    });
    await apiAs(ana).ask(POST_MESSAGE, messageInput(channel.id, 'Seguimos'));
    expect((await apiAs(out).ask(DIRECTORY)).groups.items).toContainEqual({ id });
    const audited = 'select action from audit_entry where subject_id = $1 order by seq';
    expect(await app.db.query(audited, [id])).toEqual([
      { action: 'archive' },
      { action: 'unarchive' },
    ]);
    await archive();
    app.clock.move(30 * DAY);
    const later = await signInAgain(ste);
    expect(await refusalOf(apiAs(later).ask(UNARCHIVE, { id }))).toBe('group.unarchiveOver');
    expect((await apiAs(later).ask(GROUP, { slug: group.slug })).group.name).toBe(group.name);
  });
});

it('nobody joins a group after it was archived, also when both happen at the same time', async () => {
  const { ste, group } = await inhabited();
  const joiners = await makePeople(app, { a: 'member', b: 'member', c: 'member', d: 'member' });
  const joins = Object.values(joiners).map((who) =>
    refusalOf(apiAs(who).ask(JOIN_GROUP, { id: group.id })),
  );
  await Promise.all([...joins, apiAs(ste).ask(ARCHIVE, { id: group.id })]);
  const late = `select 1 from membership m join "group" g on g.id = m.group_id
    where g.id = $1 and m.joined_at > g.archived_at`;
  expect(await app.db.query(late, [group.id])).toEqual([]);
});

it('a group that is brought back at once has notified nobody', async () => {
  const { ste, ana, ben, group } = await inhabited();
  const archives = app.get(GroupArchiveService);
  await app.db.write(async () => {
    await archives.archive(group.id);
    await app.db.query('update "group" set archived_at = null where id = $1', [group.id]);
  });
  await waitForJobs(app);
  const members = [ste.email, ana.email, ben.email];
  expect(sentMails(app).filter(({ to }) => members.includes(to))).toEqual([]);
});

it('archiving without a person, as succession does, tells all members and happens once', async () => {
  const { ste, ana, group } = await inhabited();
  const archives = app.get(GroupArchiveService);
  await expect(archives.archive(group.id)).rejects.toThrow('No open transaction');
  await app.db.write(() => archives.archive(group.id));
  await waitForJobs(app);
  const mails = sentMails(app).filter(({ to }) => [ana.email, ste.email].includes(to));
  expect(mails).toHaveLength(2);
  const before = (await apiAs(ana).ask(GROUP, { slug: group.slug })).group.archivedAt;
  const heard = `select count(*)::int as count from event_receipt where handler = 'GroupRoleHandlers.whenArchived'`;
  const once = await app.db.query(heard);
  app.clock.move(DAY);
  await app.db.write(() => archives.archive(group.id));
  await waitForJobs(app);
  expect(await app.db.query(heard)).toEqual(once);
  const after = await apiAs(await signInAgain(ana)).ask(GROUP, { slug: group.slug });
  expect(after.group.archivedAt).toBe(before);
});

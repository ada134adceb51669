import { randomUUID } from 'node:crypto';
import { InboxEntriesService } from '#channels/inbox/inbox-entries.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { DAY } from '#kernel/clock.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { requestIntroduction } from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import {
  makeChannelForMentions,
  inboxEntries,
  readInboxPage,
  CHOOSE_NOTIFICATION_LEVEL,
  MARK_CHANNEL_READ,
  waitForInboxJobs,
  CHANNEL_PEOPLE_QUERY,
  READ_ALL_INBOX_ENTRIES,
  READ_INBOX_ENTRY,
  postWithMentions,
  countUnreadInboxEntries,
} from '../../support/messages/mentions.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  ACCEPT_JOIN_REQUEST,
  ASK_TO_JOIN,
  joinRequestInput,
  HAND_OVER_STEWARDSHIP,
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  LEAVE_GROUP,
  OFFER_STEWARDSHIP,
  SENT_INVITATIONS,
  WITHDRAW_INVITATION,
} from '../../support/factories/group-documents.js';
import { REACT_TO_MESSAGE, reactionInput } from '../../support/messages/message-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { openSocket } from '../../support/app/sockets.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp();

const UNDO_READ_ALL = 'mutation { undoReadInbox }';
const INVITE_TO_ORGANISATION = `mutation ($input: InviteToOrganisationInput!) {
  inviteToOrganisation(input: $input) { id } }`;
const WITHDRAW_FROM_ORGANISATION = `mutation ($id: ID!) {
  withdrawOrganisationInvitation(invitationId: $id) }`;

const membershipOf = async (groupId: string, { accountId }: Person): Promise<string> => {
  const sql = 'select id from membership where group_id = $1 and account_id = $2';
  return (await app.db.query<{ id: string }>(sql, [groupId, accountId]))[0]!.id;
};

describe('the inbox', () => {
  it('lists mentions, introductions and requests that wait for an answer, each once, newest first, in pages', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const { benShown, eve } = {
      benShown: await makeVisibleProfile(ben),
      ...(await makePeople(app, { eve: 'member' })),
    };
    await makeVisibleProfile(eve);
    for (let n = 0; n < 21; n++) await postWithMentions(ada, id, `${n}`, { mentionIds: [ids.ben] });
    const introduction = await requestIntroduction(eve, benShown, 'Me gustaría conocerte');
    const held = await factories.group(app, { steward: ben });
    const REQUEST =
      'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }';
    await apiAs(eve).ask(REQUEST, { input: { groupId: held.id, answer: 'Hola' } });
    await waitForInboxJobs(app);
    const first = await readInboxPage(ben);
    const second = await readInboxPage(ben, first.nextCursor);
    const kinds = [...first.items, ...second.items].map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(['joinRequest', 'introduction', ...Array(21).fill('mention')]);
    expect(second.nextCursor).toBeNull();
    const all = new Set([...first.items, ...second.items].map((one: { id: string }) => one.id));
    expect([all.size, all.has(introduction.id)]).toEqual([23, true]);
    // The unread count leaves out requests that wait for an answer; the pages of these requests count them.
    expect(await countUnreadInboxEntries(ben)).toBe(21);
    expect(await apiAs(ben).ask('{ introductionsWaiting joinRequestsWaiting }')).toEqual({
      introductionsWaiting: 1,
      joinRequestsWaiting: 1,
    });
    expect(await apiAs(eve).ask('{ introductionsWaiting joinRequestsWaiting }')).toEqual({
      introductionsWaiting: 0,
      joinRequestsWaiting: 0,
    });
    expect(await inboxEntries(eve)).toEqual([]);
    const asked = first.items[1];
    expect(asked).toMatchObject({ introduction: { id: introduction.id }, message: null });
    expect(await apiAs(ben).code('query { inbox(after: "x") { nextCursor } }')).toBe('INVALID');
  });

  it('lists group invitations and stewardship offers until they are answered, unless a block hides them', async () => {
    const people = { ste: 'steward', ada: 'steward', ben: 'member' } as const;
    const { ste, ada, ben } = await makePeople(app, people);
    const { personId } = await makeVisibleProfile(ben);
    const [hidden, held] = [
      await factories.group(app, { steward: ste, ...HIDDEN_GROUP }),
      await factories.group(app, { steward: ada, members: [ben] }),
    ];
    const own = { id: await membershipOf(held.id, ben) };
    await apiAs(ste).ask(INVITE_TO_GROUP, { groupId: hidden.id, personId });
    await apiAs(ada).ask(OFFER_STEWARDSHIP, own);
    const of = `{ groupInvitationsWaiting stewardshipOffersWaiting inboxUnread inbox { items {
      kind isUnread groupInvitation { group { name } } stewardshipOffer { id group { name } } } } }`;
    const shown = async () => {
      const { inbox: page, ...counts } = await apiAs(await signInAgain(ben)).ask(of);
      return [page.items, ...Object.values(counts)];
    };
    const invitation = {
      ...{ kind: 'groupInvitation', isUnread: false, stewardshipOffer: null },
      groupInvitation: { group: { name: hidden.name } },
    };
    const offer = {
      ...{ kind: 'stewardshipOffer', isUnread: false, groupInvitation: null },
      stewardshipOffer: { ...own, group: { name: held.name } },
    };
    expect(await shown()).toEqual([[offer, invitation], 1, 1, 0]);
    await insertBlock(app, ada, ben);
    expect(await shown()).toEqual([[invitation], 1, 0, 0]);
    await waitForJobs(app);
    const ear = await openSocket(ben);
    const [sent] = (await apiAs(ste).ask(SENT_INVITATIONS, { id: hidden.id })).sentGroupInvitations;
    await apiAs(ste).ask(WITHDRAW_INVITATION, { id: sent.id });
    await ear.until('news', ({ subject }) => subject === 'groupInvitation');
    expect(await shown()).toEqual([[], 0, 0, 0]);
    ear.socket.disconnect();
  });

  it('lists organisation invitations until they are withdrawn, and omits invitations by a blocked member', async () => {
    const people = { ste: 'member', ada: 'member', ben: 'member' } as const;
    const { ste, ada, ben } = await makePeople(app, people);
    for (const one of [ste, ada]) await factories.profile(one);
    const { personId } = await makeVisibleProfile(ben);
    const [first, second] = [
      await factories.organisation(app, { spokesperson: ste, audience: 'onlyMe', name: 'Mareas' }),
      await factories.organisation(app, { spokesperson: ada, audience: 'onlyMe', name: 'Orilla' }),
    ];
    await apiAs(ste).ask(INVITE_TO_ORGANISATION, { input: { organisationId: first.id, personId } });
    await apiAs(ada).ask(INVITE_TO_ORGANISATION, {
      input: { organisationId: second.id, personId },
    });
    const of = `{ organisationInvitationsWaiting inbox { items {
      id kind isUnread organisationInvitation { organisation { name } } } } }`;
    const shown = async (who: Person) => {
      const { inbox: page, organisationInvitationsWaiting } = await apiAs(
        await signInAgain(who),
      ).ask(of);
      const items = page.items.map(
        ({ kind, isUnread, organisationInvitation: { organisation } }) =>
          `${kind} ${organisation.name} ${isUnread}`,
      );
      return { items, count: organisationInvitationsWaiting, ids: page.items.map(({ id }) => id) };
    };
    const { items, ids } = await shown(ben);
    expect(items).toEqual(
      ['Orilla', 'Mareas'].map((name) => `organisationInvitation ${name} false`),
    );
    expect(await shown(ste)).toEqual({ items: [], ids: [], count: 0 });
    await insertBlock(app, ada, ben);
    expect(await shown(ben)).toMatchObject({ items: [items[1]], count: 1 });
    await waitForJobs(app);
    const ear = await openSocket(ben);
    await apiAs(ste).ask(WITHDRAW_FROM_ORGANISATION, { id: ids[1] });
    await ear.until('news', ({ subject }) => subject === 'organisationInvitation');
    expect(await shown(ben)).toMatchObject({ items: [], count: 0 });
    ear.socket.disconnect();
  });

  it('shows for 14 days that its reader joined a group, became steward or ceased to be steward, while they are a member', async () => {
    const people = { ada: 'steward', ben: 'member', eve: 'member' } as const;
    const { ada, ben, eve } = await makePeople(app, people);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    const { id } = (await apiAs(eve).ask(ASK_TO_JOIN, joinRequestInput(group.id))).requestToJoin;
    const news = async (who: Person) => {
      const of = '{ inbox { items { kind isUnread group { name } } } }';
      return (await apiAs(await signInAgain(who)).ask(of)).inbox.items;
    };
    const all = async () => Promise.all([ada, ben, eve].map(news));
    const item = (kind: string) => ({ kind, isUnread: false, group: { name: group.name } });
    const request = { kind: 'joinRequest', isUnread: false, group: null };
    expect(await all()).toEqual([[request], [], []]);
    await apiAs(ada).ask(ACCEPT_JOIN_REQUEST, { id });
    await apiAs(ada).ask(HAND_OVER_STEWARDSHIP, { id: await membershipOf(group.id, ben) });
    await waitForJobs(app);
    expect(sentMails(app).filter(({ to }) => to === ben.email)).toHaveLength(1);
    const [ended, began] = [[item('stewardshipEnded')], [item('stewardshipBegan')]];
    expect(await all()).toEqual([ended, began, [item('joined')]]);
    await apiAs(await signInAgain(eve)).ask(LEAVE_GROUP, { id: await membershipOf(group.id, eve) });
    app.clock.move(14 * DAY - 60_000);
    expect(await all()).toEqual([ended, began, []]);
    app.clock.move(60_000);
    expect(await all()).toEqual([[], [], []]);
  });

  it('marks entries as read on every open page when the reader reads the channel, one entry or all entries', async () => {
    const { ada, ben, late, id, ids } = await makeChannelForMentions(app);
    const said: { id: string; seq: number }[] = [];
    for (const body of ['uno', 'dos', 'tres'])
      said.push(await postWithMentions(ada, id, body, { mentionIds: [ids.ben, ids.late] }));
    await waitForInboxJobs(app);
    const ear = await openSocket(ben);
    await apiAs(ben).ask(MARK_CHANNEL_READ, { channelId: id, seq: said[0]!.seq });
    expect(await inboxEntries(ben)).toEqual(['mention tres *', 'mention dos *', 'mention uno']);
    expect(await apiAs(ben).ask(READ_INBOX_ENTRY, { id: said[1]!.id })).toEqual({
      readInboxEntry: 1,
    });
    expect(await inboxEntries(ben)).toEqual(['mention tres *', 'mention dos', 'mention uno']);
    expect(await apiAs(ben).ask(READ_ALL_INBOX_ENTRIES)).toEqual({ readInbox: 0 });
    expect(await countUnreadInboxEntries(ben)).toBe(0);
    const heard = () => ear.received('news').filter(({ subject }) => subject === 'inbox');
    await ear.until('news', () => heard().length === 3);
    await apiAs(ben).ask('mutation ($id: ID!) { markUnread(messageId: $id) { id } }', {
      id: said[2]!.id,
    });
    expect(await inboxEntries(ben)).toEqual(['mention tres *', 'mention dos', 'mention uno']);
    expect(await countUnreadInboxEntries(late)).toBe(3);
    ear.socket.disconnect();
  });

  it('marks the same entries unread again, and no others, when its reader undoes "mark all read" within 30 s', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const naming = { mentionIds: [ids.ben] };
    const one = await postWithMentions(ada, id, 'uno', naming);
    await waitForInboxJobs(app);
    await apiAs(ben).ask(READ_INBOX_ENTRY, { id: one.id });
    await postWithMentions(ada, id, 'dos', naming);
    await waitForInboxJobs(app);
    const undo = async () => (await apiAs(ben).ask(UNDO_READ_ALL)).undoReadInbox;
    await apiAs(ben).ask(READ_ALL_INBOX_ENTRIES);
    app.clock.move(20_000);
    expect(await undo()).toBe(1);
    expect(await inboxEntries(ben)).toEqual(['mention dos *', 'mention uno']);
    expect(await undo()).toBe(1);
    await apiAs(ben).ask(READ_ALL_INBOX_ENTRIES);
    app.clock.move(30_000);
    expect(await undo()).toBe(0);
    expect(await inboxEntries(ben)).toEqual(['mention dos', 'mention uno']);
  });

  it('is accessible only to its reader', async () => {
    const { ada, eve, id, ids } = await makeChannelForMentions(app);
    const said = await postWithMentions(ada, id, 'uno', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    const raw = async (messageId: string) =>
      (await apiAs(eve).raw(READ_INBOX_ENTRY, { id: messageId })).text();
    expect(await raw(said.id)).toBe(await raw(randomUUID()));
    expect(await apiAs(eve).code(READ_INBOX_ENTRY, { id: said.id })).toBe('NOT_FOUND');
  });

  it('sends a change notice with subject and id only, and only to the member mentioned', async () => {
    const { ada, ben, late, id, ids } = await makeChannelForMentions(app);
    const ears = [await openSocket(ben), await openSocket(late)];
    const said = await postWithMentions(ada, id, 'Secreto', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    expect(await ears[0]!.until('news', ({ subject }) => subject === 'inbox')).toEqual({
      subject: 'inbox',
      id: said.id,
    });
    expect(ears[1]!.received('news').filter(({ subject }) => subject === 'inbox')).toEqual([]);
    for (const { socket } of ears) socket.disconnect();
  });
});

describe('the job that writes inbox entries of a channel', () => {
  it('runs once for many messages, and not at all when no member is mentioned', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    await waitForInboxJobs(app);
    const jobs = () =>
      app.db.query(`select 1 from graphile_worker.jobs where key = $1`, [`inbox:${id}`]);
    await postWithMentions(ada, id, 'nada');
    await apiAs(ben).ask(
      REACT_TO_MESSAGE,
      reactionInput((await postWithMentions(ada, id, 'nada')).id, '👍'),
    );
    expect(await jobs()).toHaveLength(0);
    for (let n = 0; n < 5; n++) await postWithMentions(ada, id, `${n}`, { mentionIds: [ids.ben] });
    for (let tries = 0; (await countUnreadInboxEntries(ben)) < 5; tries++) {
      expect((await jobs()).length).toBeLessThanOrEqual(1);
      if (tries > 2_000) throw new Error('The job did not come');
    }
  });

  it('resumes after a crash, and concurrent runs write each entry once', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    for (let n = 0; n < 3; n++) await postWithMentions(ada, id, `${n}`, { mentionIds: [ids.ben] });
    // Simulates a process that ended before it queued the job.
    await app.db.query(`delete from graphile_worker._private_jobs where key = $1`, [`inbox:${id}`]);
    const job = app.get(InboxEntriesService);
    await Promise.all([job.catchUp(id), job.catchUp(id), job.catchUp(id)]);
    expect(await countUnreadInboxEntries(ben)).toBe(3);
    const [{ count }] = (await app.db.query(
      `select count(*)::int as count from event_receipt r where handler = 'TellWhoeverIsNamed.whenInboxesChange'`,
    )) as [{ count: number }];
    await job.catchUp(id);
    await waitForJobs(app);
    const after = (await app.db.query(
      `select count(*)::int as count from event_receipt r where handler = 'TellWhoeverIsNamed.whenInboxesChange'`,
    )) as [{ count: number }];
    expect(after[0].count).toBeLessThanOrEqual(count + 1);
  });

  it('handles an event of the older format, which did not name the accounts that lost an entry', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const { id: messageId } = await postWithMentions(ada, id, 'uno', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    await waitForJobs(app);
    const ear = await openSocket(ben);
    const payload = { added: [{ accountId: ben.accountId, messageId }], goneFrom: [] };
    const handler = 'TellWhoeverIsNamed.whenInboxesChange';
    await app
      .get(EventsWorker)
      .deliver({ eventId: randomUUID(), event: 'inbox.changed', handler, payload });
    await ear.until('news', ({ subject }) => subject === 'inbox');
    ear.socket.disconnect();
  });
});

describe('the notification level and the readers of a channel', () => {
  it('each reader sets their own level; the default is mentions in a group and all in a conversation', async () => {
    const { ada, ben, eve, id, ids } = await makeChannelForMentions(app);
    const level = async (who: Person) =>
      (await apiAs(who).ask('query ($id: ID!) { channel(id: $id) { level } }', { id })).channel
        .level;
    expect([await level(ada), await level(ben)]).toEqual(['mentions', 'mentions']);
    await apiAs(ben).ask(CHOOSE_NOTIFICATION_LEVEL, { id, level: 'none' });
    expect([await level(ada), await level(ben)]).toEqual(['mentions', 'none']);
    await postWithMentions(ada, id, 'uno', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([[], 0]);
    await apiAs(ben).ask(CHOOSE_NOTIFICATION_LEVEL, { id, level: 'all' });
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([
      ['mention uno *'],
      1,
    ]);
    const raw = async (channelId: string) =>
      (await apiAs(eve).raw(CHOOSE_NOTIFICATION_LEVEL, { id: channelId, level: 'none' })).text();
    expect(await raw(id)).toBe(await raw(randomUUID()));
    expect(await apiAs(eve).code(CHOOSE_NOTIFICATION_LEVEL, { id, level: 'none' })).toBe(
      'NOT_FOUND',
    );
  });

  it('a reader gets the list of members to mention, by membership; others get NOT_FOUND', async () => {
    const { ada, late, eve, id, ids } = await makeChannelForMentions(app);
    const { channelPeople } = await apiAs(late).ask(CHANNEL_PEOPLE_QUERY, { id });
    expect(channelPeople.map((one: { id: string }) => one.id).toSorted()).toEqual(
      [ids.ada, ids.ben, ids.late].toSorted(),
    );
    expect(JSON.stringify(channelPeople)).not.toContain(ada.accountId);
    const raw = async (channelId: string) =>
      (await apiAs(eve).raw(CHANNEL_PEOPLE_QUERY, { id: channelId })).text();
    expect(await raw(id)).toBe(await raw(randomUUID()));
    expect(await apiAs(eve).code(CHANNEL_PEOPLE_QUERY, { id })).toBe('NOT_FOUND');
  });
});

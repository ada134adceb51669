import { randomUUID } from 'node:crypto';
import { EventsWorker } from '#events/events.worker.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendJson } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import {
  makeChannelForMentions,
  editWithMentions,
  inboxEntries,
  ownIdIn,
  CHOOSE_NOTIFICATION_LEVEL,
  MARK_CHANNEL_READ,
  waitForInboxJobs,
  postWithMentions,
  countUnreadInboxEntries,
} from '../../support/messages/mentions.js';
import { DELETE_MESSAGE, addReaction } from '../../support/messages/message-documents.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { openSocket } from '../../support/app/sockets.js';
import { makePeople } from '../../support/factories/make-people.js';

const app = useApp();

describe('a mention in the inbox', () => {
  it('does not reach a member who joined after a mention of the whole channel, until an edit names them', async () => {
    const { ada, ben, late, group } = await makeChannelForMentions(app);
    const { id } = await factories.channel(app, { group, history: 'start' });
    const said = await postWithMentions(ada, id, 'A todo el canal', { mentionsAll: true });
    await waitForInboxJobs(app);
    const { neu } = await makePeople(app, { neu: 'member' });
    await factories.membership(app, { group, person: neu });
    await addReaction(ben, said.id, '👍');
    await editWithMentions(ada, said.id, 'A todo el canal!');
    await waitForInboxJobs(app);
    expect([await inboxEntries(neu), await countUnreadInboxEntries(neu)]).toEqual([[], 0]);
    expect(await inboxEntries(late)).toEqual(['mention A todo el canal! *']);
    const mentionIds = [await ownIdIn(neu, id)];
    await editWithMentions(ada, said.id, 'Y a ti, @neu', { mentionIds });
    await waitForInboxJobs(app);
    expect(await inboxEntries(neu)).toEqual(['mention Y a ti, @neu *']);
  });

  it('stays for a member who left and returned, even if the event of their leaving is delivered late', async () => {
    const { ada, ben, id, ids, group } = await makeChannelForMentions(app);
    await postWithMentions(ada, id, 'antes', { mentionIds: [ids.ben] });
    await waitForInboxJobs(app);
    const memberships = app.get(MembershipsService);
    await app.db.write(async () =>
      memberships.end((await memberships.activeOf(ben.accountId, group.id))!),
    );
    await factories.membership(app, { group, person: ben });
    await postWithMentions(ada, id, 'después', { mentionIds: [await ownIdIn(ben, id)] });
    await waitForInboxJobs(app);
    await app.get(EventsWorker).deliver({
      eventId: randomUUID(),
      event: 'membership.ended',
      handler: 'ChannelsHandlers.emptyInbox',
      payload: { accountId: ben.accountId, groupId: group.id },
    });
    expect(await inboxEntries(ben)).toEqual(['mention después *']);
    const kept = await app.db.query('select from inbox_entry where account_id = $1', [
      ben.accountId,
    ]);
    expect(kept).toHaveLength(1);
  });
});

it('a removed inbox entry is announced only to the members who may have seen it', async () => {
  const { ada, ben, late, id, ids } = await makeChannelForMentions(app);
  const both = { mentionIds: [ids.ben, ids.late] };
  const [one, other] = [
    await postWithMentions(ada, id, 'uno', both),
    await postWithMentions(ada, id, 'dos', both),
  ];
  await waitForInboxJobs(app);
  const ears = [await openSocket(ben), await openSocket(late)];
  const told = () =>
    ears.map((ear) => ear.received('news').filter(({ subject }) => subject === 'inbox').length);
  await apiAs(ben).ask(CHOOSE_NOTIFICATION_LEVEL, { id, level: 'none' });
  await apiAs(ada).ask(DELETE_MESSAGE, { id: one.id });
  await waitForInboxJobs(app);
  expect(told()).toEqual([0, 1]);
  await apiAs(ben).ask(CHOOSE_NOTIFICATION_LEVEL, { id, level: 'mentions' });
  await insertBlock(app, ben, ada);
  await apiAs(ada).ask(DELETE_MESSAGE, { id: other.id });
  await waitForInboxJobs(app);
  expect(told()).toEqual([0, 2]);
  for (const { socket } of ears) socket.disconnect();
});

it('the data export contains the same mentions as the inbox', async () => {
  const { ada, ben, id, ids } = await makeChannelForMentions(app);
  const { id: messageId } = await postWithMentions(ada, id, 'Mira', { mentionIds: [ids.ben] });
  await waitForInboxJobs(app);
  await setTestPassword(app, ben);
  const mentions = async () =>
    (await (await sendJson(ben, '/auth/export', { password: TEST_PASSWORD })).json()).mentions;
  expect(await mentions()).toEqual([
    {
      ...{ message_id: messageId, channel_id: id, kind: 'mention' },
      ...{ noticed_at: expect.any(String), read_at: null },
    },
  ]);
  await insertBlock(app, ben, ada);
  expect(await mentions()).toEqual([]);
});

describe('the job that writes inbox entries of a channel', () => {
  it('leaves nothing unread when the reader opens the message at the same time', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const { id: messageId, seq } = await postWithMentions(ada, id, '@ben', {
      mentionIds: [ids.ben],
    });
    await waitForInboxJobs(app);
    await app.db.query('delete from inbox_entry where message_id = $1', [messageId]);
    // Runs the same statements as the job.
    const job = await app.db.connect();
    await job.query('begin');
    await job.query('select from inbox_cursor where channel_id = $1 for update', [id]);
    const entry = `insert into inbox_entry (account_id, message_id, channel_id, seq, kind, noticed_at)
      values ($1, $2, $3, $4, 'mention', now())`;
    await job.query(entry, [ben.accountId, messageId, id, seq]);
    let isRead = false;
    const asked = apiAs(ben)
      .ask(MARK_CHANNEL_READ, { channelId: id, seq })
      .then(() => (isRead = true));
    const waiting = `select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like '%inbox_cursor%key share'`;
    while (!isRead && (await app.db.query(waiting)).length === 0);
    await job.query('commit');
    await job.end();
    await asked;
    expect([await inboxEntries(ben), await countUnreadInboxEntries(ben)]).toEqual([
      ['mention @ben'],
      0,
    ]);
  });

  it('adds an entry for an old message that an edit changes', async () => {
    const { ada, ben, id, ids } = await makeChannelForMentions(app);
    const said = await postWithMentions(ada, id, '@ben', { mentionIds: [ids.ben] });
    // Simulates more later changes than the job processes in one run.
    await app.db.query('update channel set last_version = 2500 where id = $1', [id]);
    await app.db.query('update message set version = 2400 where id = $1', [said.id]);
    await waitForInboxJobs(app);
    expect(await inboxEntries(ben)).toEqual(['mention @ben *']);
  });
});

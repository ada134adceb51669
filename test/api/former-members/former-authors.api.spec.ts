import { EventsWorker } from '#events/events.worker.js';
import { Report } from '#moderation/reports/report.entity.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { downloadFile, postFiles, sendFile } from '../../support/app/upload-files.js';
import { factories } from '../../support/factories/factories.js';
import { JOIN_GROUP, LEAVE_GROUP, OPEN_GROUP } from '../../support/factories/group-documents.js';
import { pngOfColour } from '../../support/app/test-pictures.js';
import { makePeople, type Person } from '../../support/factories/make-people.js';
import { postText, REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import {
  addReaction,
  EARLIER_TEXTS_QUERY,
  EDIT_MESSAGE,
  LIST_REACTORS,
  PIN_MESSAGE,
  PINNED_MESSAGES_QUERY,
  pinInput,
  sendMessage,
} from '../../support/messages/message-documents.js';
import { shortenRetentionOf } from '../../support/messages/message-retention.js';
import { whileChannelsAreLocked } from '../../support/messages/post-messages.js';
import { findMessages, waitForMessageIndex } from '../../support/messages/message-search.js';

const LEAVE_AND_DELETE =
  'mutation ($id: ID!) { leaveGroup(membershipId: $id, deleteMessages: true) }';
const SAID = 'id seq version authorId authorName body isDeleted isFolded reactions { count }';
const FEED = `query ($id: ID!) { messages(channelId: $id, first: 100) { items { ${SAID} } } }`;
const CHANGES = `query ($id: ID!, $after: Int!) {
  changes(channelId: $id, after: $after) { items { ${SAID} } upTo } }`;
const MESSAGE = `query ($id: ID!) { message(id: $id) { ${SAID} } }`;
const CHANNELS = '{ channels { id lastMessage { authorName text isFolded isDeleted } } }';
const PEOPLE = 'query ($id: ID!) { channelPeople(channelId: $id) { id name } }';
const BLOCKED = 'query ($id: ID!) { channel(id: $id) { blockedAuthorIds lastVersion } }';
const BLOCK = `mutation ($id: ID!) { block(subject: Message, subjectId: $id) { knownAs } }`;

/** More than one batch of the job. */
const MANY = 1_200;

const app = useApp({ TRAMA_WORKER: '0' });
const drain = () => app.get(EventsWorker).drain();
/** Runs the jobs that wait for a later time. */
const runDelayedJobs = async () => {
  await app.db.query(
    'update graphile_worker._private_jobs set run_at = now() where run_at > now()',
  );
  await drain();
};
const waitForLockedJob = async () => {
  const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    and query like 'update channel set last_version%'`;
  while ((await app.db.query(sql)).length === 0);
};

/** Reads a report through the entity, which opens the sealed columns. */
const reportAbout = (subjectKey: string) => app.db.repo(Report).findOneByOrFail({ subjectKey });

/** A channel in which Ben, who is about to leave, and Cem posted. */
async function aChannel() {
  const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
  const { ada, ben, cem } = people;
  const group = await factories.group(app, { steward: ada, members: [cem], ...OPEN_GROUP });
  const { id: benId } = await factories.membership(app, { group, person: ben });
  const { id } = await factories.channel(app, { group });
  const bens = await postText(ben, id, 'marea de Ben');
  const cems = await sendMessage(cem, id, 'marea de Cem', bens);
  const feedOf = async (who: Person) => (await apiAs(who).ask(FEED, { id })).messages.items;
  const lastVersion = async (): Promise<number> =>
    (await apiAs(ada).ask(BLOCKED, { id })).channel.lastVersion;
  return { ...people, group, benId, id, bens, cems: cems.id as string, feedOf, lastVersion };
}

describe('a member who left', () => {
  it('is named by no message, in any list, for members and stewards', async () => {
    const { ada, ben, cem, benId, id, bens, feedOf } = await aChannel();
    await apiAs(ada).ask(PIN_MESSAGE, pinInput(bens));
    await addReaction(ben, bens, '👍');
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    await waitForMessageIndex(app);
    for (const who of [ada, cem]) {
      const shown = { authorId: null, authorName: '', body: 'marea de Ben', isDeleted: false };
      expect((await feedOf(who))[0]).toMatchObject(shown);
      expect((await apiAs(who).ask(MESSAGE, { id: bens })).message).toMatchObject(shown);
      const found = (await findMessages(who, 'marea')).items.map(({ message }) => message);
      expect(found).toContainEqual(expect.objectContaining({ id: bens, authorName: '' }));
      expect((await findMessages(who, 'marea', { authorId: benId })).items).toEqual([]);
      const { channelPeople } = await apiAs(who).ask(PEOPLE, { id });
      expect(JSON.stringify(channelPeople)).not.toContain(benId);
      expect((await apiAs(who).ask(LIST_REACTORS, { id: bens })).reactors).toEqual([]);
      expect(JSON.stringify(await apiAs(who).ask(PINNED_MESSAGES_QUERY, { id }))).toContain(bens);
    }
  });

  it('appears without a name in message changes that clients fetch afterwards', async () => {
    const { cem, ben, benId, id, bens, lastVersion } = await aChannel();
    const after = await lastVersion();
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    await drain();
    const { changes } = await apiAs(cem).ask(CHANGES, { id, after });
    expect(changes).toMatchObject({
      items: [{ id: bens, version: after + 1, authorName: '', body: 'marea de Ben' }],
      upTo: after + 1,
    });
  });

  it('does not get their name back on old messages when they rejoin', async () => {
    const { cem, ben, benId, group, id, feedOf } = await aChannel();
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    await apiAs(ben).ask(JOIN_GROUP, { id: group.id });
    await postText(ben, id, 'de nuevo');
    const names = (await feedOf(cem)).map((one: { authorName: string }) => one.authorName);
    expect(names).toEqual(['', cem.name, ben.name]);
  });

  it('stays folded for who blocked them, and a new block does not tell their name', async () => {
    const { ada, cem, ben, benId, id, bens, feedOf } = await aChannel();
    const isFolded = async (who: Person) => (await feedOf(who))[0].isFolded;
    await apiAs(cem).ask(BLOCK, { id: bens });
    expect(await isFolded(cem)).toBe(false); // Listed in `blockedAuthorIds`.
    const last = await postText(ben, id, 'la última');
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    expect(await isFolded(cem)).toBe(true);
    expect(await isFolded(ada)).toBe(false);
    expect((await apiAs(cem).ask(BLOCKED, { id })).channel.blockedAuthorIds).toEqual([]);
    const listOf = async (who: Person) =>
      (await apiAs(who).ask(CHANNELS)).channels.find((one: { id: string }) => one.id === id);
    const of = { isDeleted: false };
    expect((await listOf(cem))!.lastMessage).toEqual({
      ...{ ...of, isFolded: true, authorName: null, text: null },
    });
    expect((await listOf(ada))!.lastMessage).toEqual({
      ...{ ...of, isFolded: false, authorName: '', text: 'la última' },
    });
    expect((await apiAs(ada).ask(BLOCK, { id: last })).block).toEqual({ knownAs: '' });
  });

  it('is hidden once more on a message that was being posted meanwhile', async () => {
    const { ben, benId, id } = await aChannel();
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    await drain();
    const [late] = await app.db.query<{ id: string }>(
      `with next as (update channel set last_version = last_version + 1 where id = $1 returning id, last_version as n)
       insert into message (channel_id, seq, version, account_id, membership_id, client_key, body)
       select id, n, n, $2, $3, gen_random_uuid(), 'tarde' from next returning id`,
      [id, ben.accountId, benId],
    );
    const versions = () =>
      app.db.query<{ version: number }>(
        'select version from message where membership_id = $1 order by seq',
        [benId],
      );
    const before = await versions();
    await runDelayedJobs();
    const after = await versions();
    expect(late).toBeDefined();
    expect(after[1]!.version).toBeGreaterThan(before[1]!.version);
  });

  it('holds up no answer to a message of theirs while a job hides it', async () => {
    const { cem, ben, benId, group, id } = await aChannel();
    const other = await factories.channel(app, { group });
    const [low, high] = [id, other.id].toSorted() as [string, string];
    await postText(ben, low, 'una');
    const answered = await postText(ben, high, 'otra');
    await runDelayedJobs(); // Those of the posts would wait for the locked channel, in place of the job.
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    let job: Promise<void> | undefined;
    await whileChannelsAreLocked(app, [low], async () => {
      job = drain();
      await waitForLockedJob();
      expect(await sendMessage(cem, high, 'respuesta', answered)).toMatchObject({
        body: 'respuesta',
      });
    });
    await job;
  });

  it('is named to moderators by a report about a message of theirs', async () => {
    const { cem, ben, benId, bens } = await aChannel();
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    const input = { subject: 'Message', subjectId: bens, reason: 'hate', note: '' };
    await apiAs(cem).ask(REPORT_SUBJECT, { input });
    expect(await reportAbout(bens)).toMatchObject({ knownAs: ben.name });
  });
});

describe('a member who leaves and deletes their messages', () => {
  /** Ben edited his message, reacted to one of Cem and sent a file. Cem reported a message of Ben. */
  async function busy() {
    const it = await aChannel();
    const { ada, ben, cem, id, bens, cems } = it;
    await apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId: bens, body: 'marea alta de Ben' } });
    await apiAs(ada).ask(PIN_MESSAGE, pinInput(bens));
    await addReaction(cem, bens, '🎉');
    await addReaction(ben, cems, '👍');
    const upload = sendFile(ben, await pngOfColour('#206040'));
    await drain();
    const file = await upload;
    const posted = await postFiles(ben, id, [file.id], 'con foto');
    const input = { subject: 'Message', subjectId: bens, reason: 'hate', note: '' };
    await apiAs(cem).ask(REPORT_SUBJECT, { input });
    await waitForMessageIndex(app);
    return { ...it, file, withFile: posted.id as string };
  }
  const bodies = (items: { body: string }[]) => items.map(({ body }) => body);

  it('is read by nobody from the answer on, before any job has run', async () => {
    const { ada, cem, ben, benId, id, bens, cems, file, withFile, feedOf } = await busy();
    expect((await downloadFile(cem, file.id)).status).toBe(200);
    await apiAs(ben).ask(LEAVE_AND_DELETE, { id: benId });
    for (const who of [ada, cem]) {
      const items = await feedOf(who);
      expect(bodies(items)).toEqual(['', 'marea de Cem', '']);
      expect(items[0]).toMatchObject({ isDeleted: true, authorName: '', reactions: [] });
      const { changes } = await apiAs(who).ask(CHANGES, { id, after: 0 });
      expect(bodies(changes.items).filter(Boolean)).toEqual(['marea de Cem']);
      for (const message of [bens, withFile])
        expect(await apiAs(who).code(MESSAGE, { id: message })).toBe('NOT_FOUND');
      expect(await apiAs(who).code(EARLIER_TEXTS_QUERY, { id: bens })).toBe('NOT_FOUND');
      const found = await findMessages(who, 'marea');
      expect(found.items.map(({ message }) => message.id)).toEqual([cems]);
      expect(await apiAs(who).ask(PINNED_MESSAGES_QUERY, { id })).toEqual({ pinnedMessages: [] });
      expect((await downloadFile(who, file.id)).status).toBe(404);
      const { channels } = await apiAs(who).ask(CHANNELS);
      const one = channels.find((each: { id: string }) => each.id === id);
      expect(one!.lastMessage).toMatchObject({ text: 'marea de Cem' });
    }
  });

  it('leaves rows without content, and the messages and reports of others', async () => {
    const { cem, ben, benId, id, bens, cems, withFile, feedOf, lastVersion } = await busy();
    const after = await lastVersion();
    await apiAs(ben).ask(LEAVE_AND_DELETE, { id: benId });
    await drain();
    const rows = await app.db.query(
      `select id, body, deleted_at is not null as gone, reactions, attachments, pinned_at, reply_to_id
       from message where membership_id = $1 order by seq`,
      [benId],
    );
    const empty = { body: '', gone: true, reactions: null, pinned_at: null, reply_to_id: null };
    expect(rows).toMatchObject([
      { id: bens, ...empty },
      { id: withFile, ...empty },
    ]);
    for (const table of ['earlier_text', 'attachment', 'reaction']) {
      const sql = `select 1 from ${table} where message_id = any($1)`;
      expect(await app.db.query(sql, [[bens, withFile]])).toEqual([]);
    }
    const items = await feedOf(cem);
    expect(items[1]).toMatchObject({ id: cems, body: 'marea de Cem', reactions: [] });
    const { changes } = await apiAs(cem).ask(CHANGES, { id, after });
    expect(changes.items.map((one: { id: string }) => one.id).toSorted()).toEqual(
      [bens, cems, withFile].toSorted(),
    );
    expect(changes.upTo).toBe(after + 3);
    expect(await reportAbout(bens)).toMatchObject({ forwarded: 'marea alta de Ben' });
  });

  it('shows a plain message as deleted before any job has run', async () => {
    const { cem, ben, benId, feedOf } = await aChannel();
    await apiAs(ben).ask(LEAVE_AND_DELETE, { id: benId });
    expect((await feedOf(cem))[0]).toMatchObject({ body: '', isDeleted: true });
  });

  it('empties any number of messages in batches, each with a number of its own', async () => {
    const { cem, ben, benId, id, lastVersion } = await aChannel();
    await app.db.query(
      `insert into message (channel_id, seq, version, account_id, membership_id, client_key, body)
       select $1, g, g, $2, $3, gen_random_uuid(), 'm' || g from generate_series(3, $4::int) g`,
      [id, ben.accountId, benId, MANY],
    );
    await app.db.query('update channel set last_version = $2 where id = $1', [id, MANY]);
    await apiAs(ben).ask(LEAVE_AND_DELETE, { id: benId });
    await drain();
    const sql = `select count(*)::int as count, count(distinct version)::int as versions, max(body) as body
      from message where membership_id = $1 and deleted_at is not null and version > $2`;
    const count = MANY - 1;
    expect(await app.db.query(sql, [benId, MANY])).toEqual([{ count, versions: count, body: '' }]);
    expect(await lastVersion()).toBeGreaterThanOrEqual(MANY + count);
    expect(await apiAs(cem).code(FEED, { id })).toBe('OK');
  });

  it('keeps the lines about the retention of the channel', async () => {
    const { cem, ben, benId, id, feedOf } = await aChannel();
    await app.db.query(`update membership set role = 'steward' where id = $1`, [benId]);
    await shortenRetentionOf(ben, id, 'days7');
    await apiAs(ben).ask(LEAVE_AND_DELETE, { id: benId });
    const line = async () => (await feedOf(cem)).at(-1);
    expect(await line()).toMatchObject({ isDeleted: false });
    await drain();
    expect(await line()).toMatchObject({ isDeleted: false });
  });

  it('keeps what the same person posted under an earlier membership', async () => {
    const { cem, ben, benId, group, id, feedOf } = await aChannel();
    await apiAs(ben).ask(LEAVE_GROUP, { id: benId });
    await apiAs(ben).ask(JOIN_GROUP, { id: group.id });
    await postText(ben, id, 'de nuevo');
    const sql = 'select id from membership where account_id = $1 and ended_at is null';
    const [now] = await app.db.query<{ id: string }>(sql, [ben.accountId]);
    await apiAs(ben).ask(LEAVE_AND_DELETE, { id: now!.id });
    expect(bodies(await feedOf(cem))).toEqual(['marea de Ben', 'marea de Cem', '']);
  });
});

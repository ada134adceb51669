import { InboxEntriesService } from '#channels/inbox/inbox-entries.service.js';
import { MessageRetentionJobs } from '#channels/message-retention/message-retention.jobs.js';
import { MessageIndexService } from '#channels/search/message-index.service.js';
import { HOUR } from '#kernel/clock.js';
import { MailDigestsService } from '#notifications/mail-digests.service.js';
import { NewsMailSender } from '#notifications/news-mail-sender.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  DESCRIBE_FILE,
  downloadFile,
  POST_FILES,
  sendFile,
  postFilesInput,
} from '../../support/app/upload-files.js';
import {
  inboxEntries,
  ownIdIn,
  postWithMentions,
  countUnreadInboxEntries,
} from '../../support/messages/mentions.js';
import { storedFilePaths, greenPicture } from '../../support/app/test-pictures.js';
import { waitForMessageIndex, foundTexts } from '../../support/messages/message-search.js';
import {
  refusalOf,
  makeChannelWithTwoStewards,
  shortenRetentionOf,
} from '../../support/messages/message-retention.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(() => app.db.query('delete from rate_limit'));

const noticed = (channelId: string) => app.get(InboxEntriesService).catchUp(channelId);
const exported = async (who: Person) =>
  JSON.stringify(await app.get(DataExportService).read(who.accountId));
const rowsOf = (table: string, messageId: string) =>
  app.db.query(`select 1 from ${table} where message_id = $1`, [messageId]);

/** Makes a channel with a retention of one hour, and in it a message that mentions Ben. */
async function named() {
  const here = await makeChannelWithTwoStewards(app);
  const { ada, ben, id } = here;
  await shortenRetentionOf(ada, id, 'hours1');
  const said = await postWithMentions(ada, id, 'qzbuscadaqz', {
    mentionIds: [await ownIdIn(ben, id)],
  });
  return { ...here, said };
}

it('an expired message is in no inbox, count or export, and its inbox entry is deleted with its row', async () => {
  const { ben, id, said } = await named();
  await noticed(id);
  expect(await inboxEntries(ben)).toEqual(['mention qzbuscadaqz *']);
  expect(await countUnreadInboxEntries(ben)).toBe(1);
  expect(await exported(ben)).toContain(said.id);
  app.clock.move(HOUR);
  expect(await inboxEntries(ben)).toEqual([]);
  expect(await countUnreadInboxEntries(ben)).toBe(0);
  expect(await exported(ben)).not.toContain(said.id);
  expect(await rowsOf('inbox_entry', said.id)).toHaveLength(1);
  await app.get(MessageRetentionJobs).purge();
  expect(await rowsOf('inbox_entry', said.id)).toEqual([]);
});

it('an expired message is not added to an inbox by a late job', async () => {
  const { id, said } = await named();
  app.clock.move(HOUR);
  await noticed(id);
  expect(await rowsOf('inbox_entry', said.id)).toEqual([]);
});

it('an expired message is not announced by a late event handler', async () => {
  const { ben, id, said } = await named();
  await noticed(id);
  const added = [{ accountId: ben.accountId, messageId: said.id }];
  expect(await app.get(InboxEntriesService).heard(added)).toEqual(added);
  app.clock.move(HOUR);
  expect(await app.get(InboxEntriesService).heard(added)).toEqual([]);
});

it('an expired message is not found by search and is not indexed again', async () => {
  const { ada, ben, id, said } = await named();
  const authorId = await ownIdIn(ada, id);
  await waitForMessageIndex(app);
  expect(await foundTexts(ben, 'qzbuscadaqz')).toEqual(['qzbuscadaqz']);
  expect(await foundTexts(ben, '', { authorId })).toEqual(['qzbuscadaqz']);
  app.clock.move(HOUR);
  expect(await foundTexts(ben, 'qzbuscadaqz')).toEqual([]);
  expect(await foundTexts(ben, '', { authorId })).toEqual([]);
  expect(await rowsOf('message_words', said.id)).toHaveLength(1);
  await app.get(MessageIndexService).rebuild();
  expect(await rowsOf('message_words', said.id)).toEqual([]);
});

it('the search terms of an expired message are deleted with its row', async () => {
  const { said } = await named();
  await waitForMessageIndex(app);
  expect(await rowsOf('message_words', said.id)).toHaveLength(1);
  app.clock.move(HOUR);
  await app.get(MessageRetentionJobs).purge();
  expect(await rowsOf('message_words', said.id)).toEqual([]);
});

it('no mail mentions an expired message, from an inbox or a channel at level all', async () => {
  const each = 'mutation { chooseNotifications(input: { mails: each }) { mails } }';
  const all = 'mutation ($id: ID!) { chooseLevel(input: { channelId: $id, level: all }) { id } }';
  const over = await named();
  await noticed(over.id);
  for (const who of [over.ben, over.abe]) await apiAs(who).ask(each);
  await apiAs(over.abe).ask(all, { id: over.id });
  app.clock.move(HOUR);
  const there = await named();
  await noticed(there.id);
  for (const who of [there.ben, there.abe]) await apiAs(who).ask(each);
  await apiAs(there.abe).ask(all, { id: there.id });
  await app.get(MailDigestsService).askForThoseDue();
  const four = [over.ben, over.abe, there.ben, there.abe];
  const sql = `select key from graphile_worker._private_jobs where key = any($1)`;
  const keys = (who: Person[]) => who.map(({ accountId }) => `digest:${accountId}`).toSorted();
  const asked = await app.db.query<{ key: string }>(sql, [keys(four)]);
  expect(asked.map(({ key }) => key).toSorted()).toEqual(keys([there.ben, there.abe]));
  for (const { accountId } of four) await app.get(MailDigestsService).send({ accountId }, '1');
  const mailed = async ({ ben, abe }: { ben: Person; abe: Person }) =>
    Promise.all([ben, abe].map(({ accountId }) => app.get(NewsMailSender).lastAt(accountId)));
  expect(await mailed(over)).toEqual([undefined, undefined]);
  expect(await mailed(there)).toEqual([expect.any(Date), expect.any(Date)]);
});

it('a file of an expired message cannot be read, described or sent, and its bytes are deleted with the message', async () => {
  const { ada, ben, id } = await makeChannelWithTwoStewards(app);
  await shortenRetentionOf(ada, id, 'hours1');
  const before = storedFilePaths(ben);
  const photo = await greenPicture().jpeg().toBuffer();
  const file = await sendFile(ben, photo, { type: 'image/jpeg' });
  const sent = postFilesInput(id, [file.id], 'Mira');
  const { postMessage: said } = await apiAs(ben).ask(POST_FILES, sent);
  const words = { id: file.id, text: 'qzdescritaqz' };
  await apiAs(ada).ask(DESCRIBE_FILE, words);
  expect((await downloadFile(ada, file.id)).status).toBe(200);
  expect(await exported(ben)).toContain(file.id);
  expect(await exported(ada)).toContain('qzdescritaqz');
  expect(storedFilePaths(ben).length).toBeGreaterThan(before.length);

  app.clock.move(HOUR);
  for (const who of [ada, ben]) {
    for (const part of ['original', 'thumb'])
      expect((await downloadFile(who, file.id, part)).status).toBe(404);
    expect(await apiAs(who).code(DESCRIBE_FILE, words)).toBe('NOT_FOUND');
    const taken = await exported(who);
    for (const text of [file.id, 'qzdescritaqz']) expect(taken).not.toContain(text);
  }
  const over = { code: 'CONFLICT', reason: 'message.expired' };
  expect(await refusalOf(ben, POST_FILES, sent)).toMatchObject(over);
  await app.get(MessageRetentionJobs).purge();
  expect(await rowsOf('attachment', said.id)).toEqual([]);
  expect(storedFilePaths(ben)).toEqual(before);
  expect(await refusalOf(ben, POST_FILES, sent)).toMatchObject(over);
});

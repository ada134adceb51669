import { MessageRetentionJobs } from '#channels/message-retention/message-retention.jobs.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import * as acts from '../../support/messages/message-documents.js';
import * as timers from '../../support/messages/message-retention.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Returns the retention of each message of a channel, in seconds. */
const kept = async (channelId: string) =>
  (
    await app.db.query<{ body: string; seconds: number }>(
      `select body, extract(epoch from expires_at - created_at)::int as seconds from message
       where channel_id = $1 and retention is null order by seq`,
      [channelId],
    )
  ).map(({ body, seconds }) => `${body} ${seconds}`);

/** Resolves when one of the test's connections waits for another. */
async function isWaitedFor(): Promise<void> {
  const sql = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%update message set expires_at%'`;
  while ((await app.db.query(sql)).length === 0);
}

/**
 * While `work` shortens the retention, one member edits a message (which locks the message before the channel) and
 * another posts.
 */
async function meanwhile(work: (ada: Person, channelId: string) => Promise<unknown>) {
  const { ada, ben, id } = await timers.makeChannelWithTwoStewards(app);
  await acts.sendMessage(ben, id, 'Uno');
  const changed = await acts.sendMessage(ben, id, 'Dos');
  const change = await app.db.connect();
  const lock = 'select from message where id = $1 for no key update';
  await change.query('begin');
  await change.query(lock, [changed.id]);
  const shorter = work(ada, id);
  try {
    await isWaitedFor();
    await app.db.query('select from channel where id = $1 for no key update nowait', [id]);
    await acts.sendMessage(ben, id, 'Tres');
    await change.query('update channel set last_version = last_version + 1 where id = $1', [id]);
    await change.query('commit');
  } finally {
    await change.end();
    await shorter;
  }
  await acts.sendMessage(ben, id, 'Cuatro');
  return kept(id);
}
const ALL = ['Uno', 'Dos', 'Tres', 'Cuatro'];

test('shortening the retention of a channel does not lock the channel, and applies to messages posted during the update', async () => {
  const all = await meanwhile((ada, id) => timers.shortenRetentionOf(ada, id, 'hours1'));
  expect(all).toEqual(ALL.map((body) => `${body} 3600`));
});

test('shortening the longest retention of the instance does not lock channels, and applies to messages posted during the update', async () => {
  const days = 10;
  const all = await meanwhile(async (_ada, id) => {
    const sql = 'insert into instance (founded_at, longest_retention_days) values (now(), $1)';
    await app.db.query(sql, [days]);
    await app.get(MessageRetentionJobs).follow({ id });
  });
  expect(all).toEqual(ALL.map((body) => `${body} ${(days * DAY) / 1_000}`));
});

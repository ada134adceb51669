import { Client } from 'pg';
import { type TestApp, startApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { queryPlans, planStatistics } from '../../support/app/query-plans.js';
import {
  recordStatementsWithValues,
  type SentStatement,
} from '../../support/app/record-statements.js';
import {
  topicTextsOf,
  readFeed,
  listTopics,
  makeChannelWithTopic,
} from '../../support/messages/topics.js';

/** One message in fifty of this long channel is in the general feed, the others are in topics. */
const MESSAGES = 50_000;
const TOPICS = 49;
/** Number of other members of the group; every tenth has a persona. */
const OTHERS = 5_000;
/** Maximum rows read per message shown: the message, its author, their name and the row after the page. */
const READ_PER_MESSAGE = 6;
const PAGE = 50;
/** Tables of which a page may read only a few rows, by index. */
const READ = ['message', 'membership', 'profile', 'profile_field'];

/** Returns the matching SQL statements that were sent while `work` ran. */
async function sentBy(match: RegExp, work: () => Promise<unknown>): Promise<SentStatement[]> {
  return (await recordStatementsWithValues(work)).filter(({ text }) => match.test(text));
}

describe('query plans of channel feeds', () => {
  let app: TestApp;
  let db: Client;
  let place: Awaited<ReturnType<typeof makeChannelWithTopic>>;
  beforeAll(async () => {
    app = await startApp({ TRAMA_WORKER: '0' });
    db = new Client({ connectionString: app.databaseUrl });
    await db.connect();
    place = await makeChannelWithTopic(app, 'start');
    const { id, ada, ben } = place;
    await db.query(
      `insert into topic (channel_id, name) select $1, 'Tema ' || n from generate_series(2, $2::int) n`,
      [id, TOPICS],
    );
    await db.query(
      `with t as (select id, row_number() over (order by id) as n from topic where channel_id = $1)
       insert into message (channel_id, seq, version, account_id, membership_id, client_key, body, topic_id)
       select $1, g, g, $2, (select id from membership where account_id = $2 limit 1), gen_random_uuid(),
         'm' || g, (select id from t where t.n = g % ($4::int + 1)) from generate_series(1, $3::int) g`,
      [id, ada.accountId, MESSAGES, TOPICS],
    );
    await db.query('update channel set last_version = $2 where id = $1', [id, MESSAGES]);
    await db.query(
      'update channel_reader set arrived_version = $3, read_version = $3 where channel_id = $1 and account_id = $2',
      [id, ben.accountId, MESSAGES - 20],
    );
    await db.query(
      `with other as (
         insert into account (email, standing) select n || '@others.example', 'member' from generate_series(1, $1::int) n returning id),
       profile as (insert into profile (account_id, fresh_month) select id, 1 from other returning id, account_id),
       name as (insert into profile_field (profile_id, account_id, kind, audience, text)
         select id, account_id, 'name', 'members', 'Nadie' from profile)
       insert into membership (group_id, account_id, role, joined_at, persona_name)
         select $2, id, 'member', now(), case when row_number() over () % 10 = 0 then 'Nadie' end from other`,
      [OTHERS, place.group.id],
    );
    await db.query(`analyze ${READ.join(', ')}, topic, channel, channel_reader`);
  }, 120_000);
  afterAll(async () => {
    await db.end();
    await app.stop();
  });

  it.each(['general', 'topic'] as const)(
    'a page of the %s feed is read through its own index, at the end and in the middle',
    async (kind) => {
      const { ben, id, topicId } = place;
      const of = kind === 'topic' ? { topicId } : {};
      expect(await topicTextsOf(ben, id, of)).toHaveLength(PAGE);
      for (const before of [undefined, MESSAGES / 2]) {
        const [statement] = await sentBy(/from message_shown/, () =>
          readFeed(ben, id, { ...of, before }),
        );
        for (const plan of await queryPlans(db, statement!)) {
          const { scans, read } = planStatistics(plan);
          for (const table of READ) expect(scans).not.toContain(table);
          expect(read).toBeLessThan(PAGE * READ_PER_MESSAGE);
        }
      }
    },
  );

  it('counting unread messages does not read any message', async () => {
    const { ben, id } = place;
    const statements = await sentBy(/unreadCount/, () => listTopics(ben, id));
    // One statement reads the channel, one the order of its topics, and one the topics shown.
    expect(statements).toHaveLength(3);
    for (const statement of statements) {
      for (const plan of await queryPlans(db, statement)) {
        const { scans, read } = planStatistics(plan);
        expect(scans).not.toContain('message');
        expect(read).toBeLessThan(TOPICS * 8);
      }
    }
  });

  it.each(['from the start', 'after the last message'])(
    'the last message for a reader with history %s is found at the end of the channel',
    async (history) => {
      const { ben, id } = place;
      const joined = history === 'from the start' ? 0 : MESSAGES;
      const sql =
        'update channel_reader set joined_version = $3 where channel_id = $1 and account_id = $2';
      await db.query(sql, [id, ben.accountId, joined]);
      const list = '{ channels { id lastMessage { id text } } }';
      const [statement] = await sentBy(/from message_shown/, () => apiAs(ben).ask(list));
      for (const plan of await queryPlans(db, statement!)) {
        const { scans, read } = planStatistics(plan);
        for (const table of READ) expect(scans).not.toContain(table);
        expect(read).toBeLessThan(TOPICS * 8);
      }
    },
  );
});

// Measures the pages of a person's groups and of a coalition at two sizes of the database, opening a coalition's channel,
// and the removal of a participant with 500 people who take part.
import {
  benchmarkFigure,
  formatNumber,
  median,
  percentile,
} from '../support/benchmark-figures.mjs';
import { createGroup } from '../support/benchmark-group.mjs';
import { graphqlRequest, HttpConnection, sendGraphql } from '../support/http.mjs';
import {
  createSeededDatabase,
  dropDatabase,
  queryRows,
  withPostgresClient,
} from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';

export const dataPersistedBeforeResponse =
  'of the removal: the ends of the participant, its grants and its people’s entries, committed';

const SEEDED_MEMBERS = 4_000; // each belongs to two groups or so
const PEOPLE = 500;
const VIEWER_GROUPS = 10;
const GROUP_SIZE = 100;

const MY_GROUPS = '{ myGroups { id slug name purpose archivedAt } }';
const PAGE = `id kind slug name purpose isListed access agreements { version text }
  agreementsChange { graceEndsAt isReadOnly } unconsentedCount memberCount myMembershipId viewerCan
  channels { id name unreadCount level } archivedChannels { id name }`;
const GROUP_HOME = `query ($slug: String!) { group(slug: $slug) { ${PAGE} issueAreas questions memberList myRole
  seeksSteward isOnlySteward myRequestId } }`;
const COALITION_HOME = `query ($slug: String!) { group(slug: $slug) { ${PAGE}
  participants { id name hasShownName isMine viewerCan group { id slug } organisation { id slug } } }
  myGrants { id state isShown coalition { id } participant { id name } } }`;
const OPEN = `query Open($channelId: ID!) { messages(channelId: $channelId) { items {
  id channelId seq version authorId authorName body createdAt editedAt isDeleted clientId } hasMore upTo } }`;
const TAKE_OUT =
  'mutation ($participantId: ID!) { takeParticipantOut(participantId: $participantId) }';

export async function runBenchmark({ quick }) {
  const [large, small] = [quick ? 100_000 : 1_000_000, 10_000];
  const removals = quick ? 10 : 40;
  const big = await prepare('bench_groups_big', large);
  const little = await prepare('bench_groups_little', small);
  try {
    const count = quick ? 200 : 600;
    const sizes = `${large} memberships ÷ ${small}`;
    const growth = async (id, query, variables) => {
      const places = [big, little].map((one) => ({
        ...{ port: one.product.port, bytes: requestOf(one, query, variables) },
      }));
      const [most, least] = await medianTimes(places, count);
      const how = `${sizes}: median ${formatNumber(most)} ms and ${formatNumber(least)} ms over HTTP`;
      return benchmarkFigure(id, most / least, { target: 1.5, how });
    };
    return [
      await growth('my_groups_growth', MY_GROUPS, {}),
      await growth('group_home_growth', GROUP_HOME, { slug: 'bench' }),
      await growth('coalition_home_growth', COALITION_HOME, { slug: 'coalition-1' }),
      await openRatio(big, count),
      await removalTime(little, removals),
    ];
  } finally {
    for (const { product, url } of [big, little]) {
      await product.stop();
      await dropDatabase(url);
    }
  }
}

/**
 * Seeds a database until it has this many memberships. One person belongs to ten groups, one of them with 500 people,
 * which is a participant of each coalition; all of its people take part.
 */
async function prepare(name, memberships) {
  const url = await createSeededDatabase(name, { members: SEEDED_MEMBERS });
  const made = await withPostgresClient(url, async (db) => {
    const { people, channelIds, groupId } = await createGroup(db, {
      slug: 'bench',
      members: PEOPLE,
    });
    await fill(db, people[0].accountId, memberships);
    await createCoalitions(db, { groupId, prefix: 'coalition-', count: 1 });
    const [channel] = await queryRows(db, COALITION_CHANNEL);
    for (const id of [channelIds[0], channel.id]) await db.query(MESSAGES, [id]);
    await db.query('update channel set last_version = 200 where id = any($1)', [
      [channelIds[0], channel.id],
    ]);
    await db.query('vacuum analyze');
    return { people, groupId, groupChannelId: channelIds[0], channelId: channel.id };
  });
  return { ...made, url, product: await startProduct({ databaseUrl: url, name }) };
}

const ADD_GROUPS = `insert into "group" (slug, name, purpose, is_listed, access, kind)
  select $1 || n, $1 || n, 'bench', true, 'invitation', $3 from generate_series(1, $2::int) n`;

/** Adds the viewer's other groups, and groups of people outside, until there are this many memberships. */
async function fill(db, viewerId, memberships) {
  await db.query(ADD_GROUPS, ['own-', VIEWER_GROUPS - 1, 'group']);
  await db.query(
    `insert into membership (account_id, group_id, role, joined_at)
     select $1, id, 'member', now() from "group" where slug like 'own-%'`,
    [viewerId],
  );
  const [{ there }] = await queryRows(db, 'select count(*)::int as there from membership');
  const missing = Math.max(0, Math.ceil((memberships - there) / GROUP_SIZE));
  await db.query(ADD_GROUPS, ['fill-', missing, 'group']);
  await db.query(
    `with others as (
        select a.id, row_number() over (order by a.id) - 1 as at, count(*) over () as count from account a
        where not exists (select 1 from membership m join "group" g on g.id = m.group_id
          where g.slug = 'bench' and m.account_id = a.id)),
      filled as (select id, row_number() over () as n from "group" where slug like 'fill-%')
     insert into membership (account_id, group_id, role, joined_at)
     select o.id, f.id, case k when 1 then 'steward' else 'member' end, now() - interval '1 day'
     from filled f cross join generate_series(1, $1::int) k
     join others o on o.at = (f.n * 37 + k) % o.count`,
    [GROUP_SIZE],
  );
}

/** Coalitions of the group and two others; everybody in the group takes part. Returns the ids of its participants. */
async function createCoalitions(db, { groupId, prefix, count }) {
  await db.query(ADD_GROUPS, [prefix, count, 'coalition']);
  await db.query(
    `insert into participant (coalition_id, group_id, joined_at)
     select c.id, g.id, now() from "group" c, "group" g
     where c.slug like $1 || '%' and g.slug in ('bench', 'own-1', 'own-2')`,
    [prefix],
  );
  const own = `participant p join "group" c on c.id = p.coalition_id and c.slug like $1 || '%'
    join membership m on m.group_id = p.group_id where p.group_id = $2`;
  await db.query(
    `insert into coalition_grant (participant_id, account_id, membership_id, accepted_at)
     select p.id, m.account_id, m.id, now() from ${own}`,
    [prefix, groupId],
  );
  await db.query(
    `insert into membership (account_id, group_id, group_kind, role, joined_at)
     select m.account_id, c.id, 'coalition', 'member', now() from ${own}`,
    [prefix, groupId],
  );
  const sql = `select distinct p.id from ${own}`;
  return (await queryRows(db, sql, [prefix, groupId])).map(({ id }) => id);
}

const COALITION_CHANNEL = `insert into channel (group_id, history, name)
  select id, 'start', 'bench 1' from "group" where slug = 'coalition-1' returning id`;

/** 200 messages of the people who belong to the channel's group. */
const MESSAGES = `insert into message
    (channel_id, seq, version, account_id, membership_id, client_key, body, created_at)
  select $1, n, n, m.account_id, m.id, gen_random_uuid(), repeat('palabras de la radio ', 1 + n % 12),
    now() - interval '1 hour' + n * interval '1 second'
  from generate_series(1, 200) n
  join (select m.*, row_number() over (order by m.id) as at from membership m
    join channel c on c.group_id = m.group_id where c.id = $1) m on m.at = 1 + n % 32`;

const requestOf = ({ product, people }, query, variables) =>
  graphqlRequest(product.port, people[0].cookie, query, variables);

/** Median milliseconds of each request. The requests alternate, so that they meet the same load of the machine. */
async function medianTimes(places, count) {
  const runs = places.map(({ port, bytes }) => ({
    ...{ connection: new HttpConnection(port), bytes, times: [] },
  }));
  for (let turn = -50; turn < count; turn++) {
    for (const { connection, bytes, times } of runs) {
      const began = performance.now();
      const data = await sendGraphql(connection, bytes);
      if (turn >= 0) times.push(performance.now() - began);
      if (!data) throw new Error('an answer without data');
    }
  }
  for (const { connection } of runs) connection.close();
  return runs.map(({ times }) => median(times));
}

async function openRatio(world, count) {
  const { port } = world.product;
  const places = [world.channelId, world.groupChannelId].map((channelId) => ({
    ...{ port, bytes: requestOf(world, OPEN, { channelId }) },
  }));
  const [coalition, group] = await medianTimes(places, count);
  return benchmarkFigure('coalition_open_ratio', coalition / group, {
    target: 1.2,
    how: `the last 50 of 200 messages: median ${formatNumber(coalition)} ms in a coalition, ${formatNumber(group)} ms in a group`,
  });
}

async function removalTime(world, removals) {
  const { url, groupId } = world;
  const participantIds = await withPostgresClient(url, (db) =>
    createCoalitions(db, { groupId, prefix: 'removal-', count: removals }),
  );
  const connection = new HttpConnection(world.product.port);
  const times = [];
  for (const participantId of participantIds) {
    const began = performance.now();
    await sendGraphql(connection, requestOf(world, TAKE_OUT, { participantId }));
    times.push(performance.now() - began);
  }
  connection.close();
  const [{ left }] = await withPostgresClient(url, (db) =>
    queryRows(
      db,
      `select count(*)::int as left from membership m join "group" g on g.id = m.group_id
       where g.slug like 'removal-%' and m.ended_at is null`,
    ),
  );
  if (left > 0) throw new Error(`${left} entries are left`);
  return benchmarkFigure('coalition_removal_p99_ms', percentile(times, 0.99), {
    ...{ unit: 'ms', target: 1000 },
    how: `a participant leaves with ${PEOPLE} people who take part, p99 of ${times.length}, median ${formatNumber(median(times))}`,
  });
}

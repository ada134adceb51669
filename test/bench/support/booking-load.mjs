// Books introductory calls at once: many requesters want the same few times of the same supporters.
import { join } from 'node:path';
import { Sealer } from '#kernel/sealed-box.js';
import { benchmarkFigure, formatNumber, median, percentile } from './benchmark-figures.mjs';
import { createSessions } from './benchmark-group.mjs';
import { graphqlRequest, HttpConnection, sendGraphql } from './http.mjs';
import {
  BENCH_DIR,
  createSeededDatabase,
  dropDatabase,
  queryRows,
  withPostgresClient,
} from './postgres.mjs';
import { startProduct } from './processes.mjs';

const HOUR = 3_600_000;
const CALLS_A_DAY = 10;
const CONNECTIONS = 50;
const ZONE = 'America/Lima';
const BOOK = `mutation ($input: BookCallInput!) { bookIntroductoryCall(input: $input) { startsAt } }`;

/** Figures of bookings: overlapping calls of one person, and the slowest hundredth of the answers. */
export async function bookingFigures({ quick }) {
  const [supporters, cases] = quick ? [4, 10] : [10, 20];
  const url = await createSeededDatabase('bench_support_calls', { members: 500 });
  let product;
  try {
    const requests = await prepare(url, supporters, cases);
    product = await startProduct({ databaseUrl: url, name: 'bench_support_calls' });
    const times = await bookAll(product.port, requests);
    const conflicts = await withPostgresClient(url, (db) => queryRows(db, OVERLAPS));
    const booked = await withPostgresClient(url, (db) =>
      queryRows(db, `select 1 from introductory_call where state = 'booked'`),
    );
    if (booked.length !== requests.length)
      throw new Error(`${booked.length} of ${requests.length} requesters have a call`);
    const how = `${requests.length} requesters book calls of ${supporters} supporters over ${CONNECTIONS} connections, ${times.length} attempts`;
    const spread = `${how}: median ${formatNumber(median(times))} ms`;
    return [
      benchmarkFigure('booking_conflicts', conflicts.length, { target: 0, how }),
      benchmarkFigure('booking_p99_ms', percentile(times, 0.99), { unit: 'ms', how: spread }),
    ];
  } finally {
    await product?.stop();
    await dropDatabase(url);
  }
}

/** Pairs of booked calls in which somebody takes part twice at a time, compared without the constraint. */
const OVERLAPS = `
  select 1 from introductory_call a join introductory_call b on a.id < b.id
  where a.state = 'booked' and b.state = 'booked'
    and (a.supporter_id = b.supporter_id or a.interpreter_id = b.interpreter_id
      or a.supporter_id = b.interpreter_id or a.interpreter_id = b.supporter_id)
    and tstzrange(a.starts_at, a.blocked_until) && tstzrange(b.starts_at, b.blocked_until)`;

/** Gives each supporter hours on every day, and as many accepted cases. Returns the requests with sessions of requesters. */
async function prepare(url, supporters, cases) {
  return withPostgresClient(url, async (db) => {
    const accounts = await queryRows(db, 'select id from account order by email limit $1', [
      supporters * (cases + 1),
    ]);
    const ids = accounts.map(({ id }) => id);
    const helpers = ids.slice(0, supporters);
    await db.query(`insert into duty (account_id, name) select unnest($1::uuid[]), 'support'`, [
      helpers,
    ]);
    await db.query(
      `insert into supporter (account_id, work_name)
       select a, 'Bench ' || n from unnest($1::uuid[]) with ordinality as x(a, n)`,
      [helpers],
    );
    // Only accounts with a password support; seeded ones have none.
    await db.query(`update account set password_hash = 'bench' where id = any($1)`, [helpers]);
    await db.query(HOURS, [helpers, ZONE, CALLS_A_DAY]);
    const seal = await Sealer.of(join(BENCH_DIR, 'seal.key'));
    const requesters = ids.slice(supporters);
    const rows = await queryRows(db, CASES, [requesters, helpers, seal.close('bench')]);
    await db.query('vacuum analyze');
    const cookies = await createSessions(
      db,
      rows.map((row) => row.requester_id),
    );
    return rows.map(({ id }, at) => ({ id, cookie: cookies[at] }));
  });
}

const HOURS = `
  insert into call_availability (account_id, zone, shown_zone, weekly, exceptions, buffer_minutes, notice_hours,
    horizon_days, daily_limit)
  select a, $2, $2, (select jsonb_agg(jsonb_build_object('weekday', d, 'from', 480, 'to', 1320))
    from generate_series(1, 7) d), '[]', 15, 1, 60, $3
  from unnest($1::uuid[]) a`;

const CASES = `
  insert into support_request (requester_id, send_key, input_hash, number, kind, priority, languages, due_at, key, content,
    stage, assignee_id, accepted_at)
  select a, gen_random_uuid(), '\\x00', 100000 + n, 'technology', 1, '{language:es}', now() + interval '1 day', $3::bytea,
    '\\x00', 'accepted', ($2::uuid[])[1 + n % cardinality($2::uuid[])], now()
  from unnest($1::uuid[]) with ordinality as x(a, n) returning id, requester_id`;

/** Lets all requesters book at once; one whose time is taken tries the next hour. Returns milliseconds of each attempt. */
async function bookAll(port, requests) {
  const tomorrow = new Date(Date.now() + 48 * HOUR).setUTCHours(13, 0, 0, 0);
  const waiting = requests.map((one, at) => ({ ...one, next: at % 4 }));
  const times = [];
  const work = async () => {
    const connection = new HttpConnection(port);
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const day = Math.floor(one.next / CALLS_A_DAY);
      const startsAt = new Date(
        tomorrow + day * 24 * HOUR + (one.next % CALLS_A_DAY) * HOUR,
      ).toISOString();
      const input = { requestId: one.id, startsAt, zone: ZONE, bookKey: crypto.randomUUID() };
      const bytes = graphqlRequest(port, one.cookie, BOOK, { input });
      const began = performance.now();
      const isBooked = await sendGraphql(connection, bytes).then(
        () => true,
        (error) => {
          if (!String(error.message).includes('callTimeTaken')) throw error;
          return false;
        },
      );
      times.push(performance.now() - began);
      if (!isBooked) waiting.push({ ...one, next: one.next + 1 });
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return times;
}

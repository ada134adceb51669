import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCodeOf, isDatabaseOutage } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { HandlerRegistry } from '#events/handler-registry.js';
import { HOUR } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { type TestApp, startApp, useApp } from '../../support/app/app.js';
import { apiAs, type ErrorCode } from '../../support/app/client.js';
import { freshDatabase } from '../../support/app/database.js';
import { lockAccount } from '../../support/app/locked-row.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { factories } from '../../support/factories/factories.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';
import { type SilentProxy, startSilentProxy } from '../../support/servers/silent-proxy.js';
import { tryToPostMessage, numbersUpTo } from '../../support/messages/post-messages.js';
import {
  makeChannelWithTwoStewards,
  shortenRetentionOf,
} from '../../support/messages/message-retention.js';
import { waitUntil } from '../../support/wait-until.js';

const ME = '{ me { id } }';
const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }';

describe('lost connections to PostgreSQL', () => {
  let app: TestApp;
  let outside: Client;
  beforeAll(async () => {
    app = await startApp({ TRAMA_WORKER: '0' });
    outside = new Client(app.databaseUrl);
    await outside.connect();
  });
  afterAll(async () => {
    await outside.end();
    await app.stop();
  });

  const cutAll = () =>
    outside.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );

  it('make requests in progress fail with a retryable error, and later requests succeed', async () => {
    const { ada, bea } = await makePeople(app, { ada: 'member', bea: 'member' });
    const asks = (count: number): Promise<ErrorCode | 'OK'>[] =>
      Array.from({ length: count }, (_, at) => apiAs(at % 2 ? ada : bea).code(ME));
    for (let round = 0; round < 5; round++) {
      const underWay = asks(40);
      const [codes] = await Promise.all([Promise.all(underWay), cutAll()]);
      expect(codes.filter((code) => code !== 'OK' && code !== 'TOO_MANY')).toEqual([]);
      await Promise.all(asks(4)); // consumes the remaining broken connections
      expect(await Promise.all(asks(20))).toEqual(Array(20).fill('OK'));
    }
  });

  it('are reported as an outage if a connection ends between two statements of a transaction', async () => {
    const GONE = 'select from pg_stat_activity where pid = $1';
    const writing = app.db.write(async () => {
      const [{ pid }] = (await app.db.query('select pg_backend_pid() as pid')) as [{ pid: number }];
      await outside.query('select pg_terminate_backend($1)', [pid]);
      const isGone = async () => (await outside.query(GONE, [pid])).rowCount === 0;
      await waitUntil('the connection does not end', isGone);
      await app.db.query('select 1');
    });
    expect(isDatabaseOutage(await writing.catch((error: unknown) => error))).toBe(true);
  });

  it('do not mix up the results of many concurrent requests', async () => {
    const people = Object.values(
      await makePeople(app, { eva: 'member', fia: 'member', gil: 'member', hugo: 'member' }),
    );
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => apiAs(people[at % people.length]!).ask(ME)),
    );
    const expected = answers.map((_, at) => people[at % people.length]!.accountId);
    expect(answers.map(({ me }) => me.id)).toEqual(expected);
  });
});

describe('a job that ends while PostgreSQL refuses connections', () => {
  let proxy: SilentProxy;
  const app = useApp({}, async () => {
    const database = await freshDatabase();
    proxy = await startSilentProxy(database.url);
    const drop = async () => {
      await proxy.close();
      await database.drop();
    };
    return { ...database, url: proxy.url, drop };
  });

  it('leaves the process alive, and is recorded as done without a second run', async () => {
    const job = app.get(HandlerRegistry).jobs.find(({ name }) => name === 'twoPerson.expire')!;
    // The schedule adds the same job every minute, which must not refuse connections again.
    const refuse = jest.fn(() => proxy.refuse());
    const isOurs = (payload: unknown) => (payload as { isOurs?: true }).isOurs === true;
    jest.spyOn(job, 'run').mockImplementation(async (payload) => {
      if (isOurs(payload)) await refuse();
    });
    const add = `select id::int from graphile_worker.add_job('job:twoPerson.expire', '{"isOurs":true}')`;
    const [added] = await app.db.query<{ id: number }>(add);
    await waitUntil('the job does not run', () => refuse.mock.calls.length > 0);
    await wait(500); // by then the queue has tried to record the job as done
    await proxy.accept();
    const waits = 'select from graphile_worker.jobs where id = $1';
    const isDone = async () => (await app.db.query(waits, [added!.id])).length === 0;
    await waitUntil('the job is not written down as done', isDone);
    expect(refuse).toHaveBeenCalledTimes(1);
  });
});

describe('SQL statements and their connections', () => {
  const SILENCE_MS = 1_000;
  /** PostgreSQL error code after `statement_timeout`. */
  const CANCELLED = '57014';
  const app = useApp({
    TRAMA_WORKER: '0',
    TRAMA_POOL_SIZE: '3',
    TRAMA_DATABASE_SILENCE_MS: String(SILENCE_MS),
  });
  const sleep = (seconds: number) => app.db.query('select pg_sleep($1)', [seconds]);

  it('are cancelled when they are slow, except inside `patiently`, which sets a longer timeout', async () => {
    await expect(sleep(3).catch(errorCodeOf)).resolves.toBe(CANCELLED);
    await app.db.patiently(10_000, () => sleep(2));
    // Each connection has the usual timeout again for the next request.
    const codes = await Promise.all([1, 2, 3].map(() => sleep(3).catch(errorCodeOf)));
    expect(codes).toEqual(Array(3).fill(CANCELLED));
    await app.db.patiently(10_000, () => app.db.write(() => sleep(2)));
  });

  describe('statements that change every message of a channel', () => {
    beforeAll(() =>
      app.db.query(`
        create function slow() returns trigger language plpgsql as
          $$ begin perform pg_sleep(1.2); return null; end $$;
        create trigger slow after update on message for each statement execute function slow()`),
    );
    afterAll(() => app.db.query('drop function slow cascade'));

    it('may be slow when an account is deleted', async () => {
      const { ben } = await makePeople(app, { ben: 'member' });
      const group = await factories.group(app, { members: [ben] });
      const { id: channelId } = await factories.channel(app, { group });
      await apiAs(ben).ask(POST, { input: { channelId, clientId: randomUUID(), body: 'hola' } });
      await app.db.query('update account set deletion_due_at = now() where id = $1', [
        ben.accountId,
      ]);
      app.clock.move(HOUR);
      await app.get(EventsService).ask('signin.delete-accounts', {});
      await app.get(EventsWorker).drain();
      app.clock.move(-HOUR);
      const left = 'select from account where id = $1';
      expect(await app.db.query(left, [ben.accountId])).toEqual([]);
    });

    it('may be slow when a steward shortens the retention of a channel', async () => {
      const { ada, id } = await makeChannelWithTwoStewards(app);
      expect(await shortenRetentionOf(ada, id, 'days7')).toMatchObject({ retention: 'days7' });
    });

    it('may be slow when a channel adopts a shorter retention of the instance', async () => {
      const { id } = await makeChannelWithTwoStewards(app);
      await app.db.query('update channel set kept_seconds = kept_seconds * 2 where id = $1', [id]);
      const keptSeconds = async () =>
        (await app.db.query('select kept_seconds from channel where id = $1', [id]))[0];
      const before = await keptSeconds();
      await app.get(EventsService).ask('channels.follow', { id });
      await app.get(EventsWorker).drain();
      expect(await keptSeconds()).not.toEqual(before);
    });
  });

  it('make a request fail with a retryable error when one of its statements times out', async () => {
    const ada = await makePerson(app, 'ada', 'member');
    const row = await lockAccount(app, ada.accountId);
    const refused = apiAs(ada).ask('mutation { endOtherSessions { id } }');
    await expect(refused).rejects.toMatchObject({ code: 'TOO_MANY', reason: 'server.away' });
    await row.release();
  });

  it('do not split a batch of messages when the batch times out', async () => {
    const { ada, id: channelId } = await makeChannelWithTwoStewards(app);
    await app.db.query(`
      create function slow() returns trigger language plpgsql as
        $$ begin perform pg_sleep(1.2); return new; end $$;
      create trigger slow before insert on message for each row execute function slow()`);
    let outcomes: unknown[] = [];
    const sent = await recordStatements(async () => {
      const posts = numbersUpTo(5).map((at) =>
        tryToPostMessage(ada, channelId, randomUUID(), `${at}`),
      );
      outcomes = await Promise.all(posts);
    });
    await app.db.query('drop function slow cascade');
    // PostgreSQL reports a cancelled statement before it releases the locks of that statement. The next batch may wait
    // for these locks, has a longer timeout then, and may be stored.
    const refusals = outcomes.filter((outcome) => typeof outcome === 'string');
    expect(new Set(refusals)).toEqual(new Set(['TOO_MANY']));
    const stored = await app.db.query('select from message where channel_id = $1', [channelId]);
    expect(stored).toHaveLength(outcomes.length - refusals.length);
    expect(sent.filter((text) => text.includes('insert into message')).length).toBeLessThan(5);
  });

  it('are not cancelled while they are queued behind slow reads, however long they wait', async () => {
    const text = 'select $1::int as at, pg_sleep(0.5)';
    const reads = Array.from({ length: 8 }, (_, at) =>
      app.db.named<{ at: number }>('a-slow-read', text, [at]),
    );
    const rows = (await Promise.all(reads)).flat();
    expect(rows.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are repeated after a lost connection if they read, and never if they write', async () => {
    await app.db.query('create table counted (id int); create sequence tries');
    // Only the first attempt ends its connection; a second attempt would succeed.
    const cut = `case when nextval('tries') = 1 then pg_terminate_backend(pg_backend_pid()) end`;
    const write = `insert into counted values (1) returning ${cut}`;
    for (const sql of [write, `with written as (${write}) select * from written`]) {
      await app.db.query(`select setval('tries', 1, false)`);
      await expect(app.db.query(sql)).rejects.toThrow();
    }
    expect(await app.db.query('select from counted')).toEqual([]);
    const once = `select case when current_setting('transaction_read_only') = 'off' then
      pg_terminate_backend(pg_backend_pid()) end as cut`;
    expect(await app.db.query(once)).toEqual([{ cut: null }]);
  });

  it('that record ended jobs get a connection before the pool of the job queue ends', async () => {
    const pool = app.db.queuePool(1, new AbortController().signal);
    const first = await pool.connect();
    const second = pool.connect();
    const ended = pool.end();
    first.release();
    const client = await second;
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    client.release();
    await ended;
  });

  it('return the rows of UPDATE or DELETE … RETURNING, and none if no row matched', async () => {
    const { accountId } = await makePerson(app, 'ada', 'member');
    const update = 'update account set active_month = active_month where id = $1 returning id';
    expect(await app.db.query(update, [accountId])).toEqual([{ id: accountId }]);
    expect(await app.db.query(update, [randomUUID()])).toEqual([]);
    expect(await app.db.query('delete from session where false returning 1')).toEqual([]);
  });

  it('run once in a transaction whose callback after COMMIT fails with a deadlock', async () => {
    const calls: string[] = [];
    const deadlock = Object.assign(new Error('deadlock'), { code: '40P01' });
    const writing = app.db.write(async () => {
      calls.push('work');
      app.db.afterCommit(() => Promise.reject(deadlock));
      app.db.afterCommit(async () => void calls.push('after'));
    });
    await expect(writing).rejects.toBe(deadlock);
    expect(calls).toEqual(['work', 'after']);
  });

  it('are refused outside a transaction by methods that need one: before write(), in outside() and after COMMIT', async () => {
    const { accountId } = await makePerson(app, 'ada', 'member');
    const endReturnWords = () => app.get(AccountsService).endRecoveryPhrase(accountId);
    const refusal = 'No open transaction';
    await expect(endReturnWords()).rejects.toThrow(refusal);
    await app.db.write(async () => {
      await endReturnWords();
      await expect(app.db.outside(endReturnWords)).rejects.toThrow(refusal);
      app.db.afterCommit(() => expect(endReturnWords()).rejects.toThrow(refusal));
    });
  });
});

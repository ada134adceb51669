import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventsService } from '#events/events.service.js';
import { DAY, HOUR } from '#kernel/clock.js';
import { EventsWorker } from '#events/events.worker.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { RetentionJobs } from '#retention/retention.jobs.js';
import { RetentionService } from '#retention/retention.service.js';
import { createVouchCode } from '#vetting/vouches/vouch-code.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  admitApplicant,
  makeApplicant,
  DECLINING_REVIEW,
  reviewerActions,
  makeReviewers,
  giveVouchByCode,
  withdrawGivenVouch,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInAgain, makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let admin: Person;
let vetting: [Person, Person, Person];
beforeAll(async () => {
  vetting = await makeReviewers(app);
  admin = await makePerson(app, 'ad', 'administrator');
});

/** Signs in two moderators again, so that their sessions are valid at the current time. */
const readers = () =>
  Promise.all(vetting.slice(0, 2).map(signInAgain)) as Promise<[Person, Person]>;
const run = (name: string) => app.get(RetentionService).run(name);
const CLASSES = `{ dataClasses { name owner purpose lastsHours ranAt count failingSince } }`;
const classes = async () => (await apiAs(await signInAgain(admin)).ask(CLASSES)).dataClasses;
const shown = async (of: string) =>
  (await classes()).find(({ name }: { name: string }) => name === of);

it('only an administrator sees the data classes, with purpose, duration and last run', async () => {
  expect(await classes()).toEqual(
    expect.arrayContaining([
      {
        ...{ name: 'applicationFile', owner: 'vet', purpose: 'joining', lastsHours: 14 * 24 },
        ...{ ranAt: null, count: 0, failingSince: null },
      },
      expect.objectContaining({ name: 'decision', lastsHours: 730 * 24 }),
    ]),
  );
  for (const who of [
    vetting[0],
    await makePerson(app, 'au', 'auditor'),
    await makeApplicant(app),
  ]) {
    expect(await apiAs(who).code(CLASSES)).toBe('FORBIDDEN');
  }
});

it('the hourly job deletes expired counters and runs only the hourly data classes', async () => {
  const counters = [
    ['over', app.clock.in(-1).getTime()],
    ['not over', app.clock.in(HOUR).getTime()],
    ['without an end', null],
  ];
  for (const one of counters)
    await app.db.query('insert into rate_limit (key, points, expire) values ($1, 1, $2)', one);
  await app.get(RetentionJobs).runHourly();
  await app.get(EventsWorker).drain();
  const keys = counters.map(([key]) => key);
  const left = await app.db.query('select key from rate_limit where key = any($1) order by key', [
    keys,
  ]);
  expect(left).toEqual([{ key: 'not over' }, { key: 'without an end' }]);
  const ran = (await classes()).filter(({ ranAt }: { ranAt: string | null }) => ranAt !== null);
  expect(ran.map(({ name }: { name: string }) => name)).toEqual([
    'unsentVoiceAnswer',
    'rateLimit',
    'archivedGroup',
  ]);
});

it('the daily job runs every data class; a failing class stops no other and is retried until its job is parked', async () => {
  const keeps: string[] = [];
  let isBroken = true;
  app.get(DataClassesService).define({
    name: 'diary',
    owner: DataOwner.person,
    purpose: DataPurpose.proof,
    lasts: DAY,
    destroy: async (before) => {
      keeps.push(before.toISOString());
      if (isBroken) throw new Error('The disk is full');
      return 7;
    },
  });
  const turn = async () => {
    await app.get(RetentionJobs).run();
    await app.get(EventsWorker).drain();
  };
  await turn();
  const went = await classes();
  expect(went.map(({ name }: { name: string }) => name)).toContain('diary');
  for (const { name, ranAt, failingSince } of went) {
    expect([name, ranAt === null, failingSince === null]).toEqual(
      name === 'diary' ? [name, true, false] : [name, false, true],
    );
  }
  const { failingSince } = (await shown('diary'))!;
  const parked = async () =>
    (await apiAs(admin).ask('{ parkedJobs { id task attempts } }')).parkedJobs;
  while ((await parked()).length === 0) {
    await app.db.query('update graphile_worker._private_jobs set run_at = now()');
    await app.get(EventsWorker).drain();
  }
  const [{ id, ...job }] = await parked();
  expect(job).toEqual({ task: 'job:retention.destroy', attempts: 10 });
  expect(await shown('diary')).toMatchObject({ ranAt: null, failingSince });
  isBroken = false;
  await apiAs(admin).ask('mutation ($id: ID!) { retryParkedJob(id: $id) { id } }', { id });
  await app.get(EventsWorker).drain();
  expect(await shown('diary')).toMatchObject({ count: 7, failingSince: null });
  expect(keeps.length).toBe(11);
});

it('concurrent runs of one data class delete its data once', async () => {
  const nayra = await makeApplicant(app);
  await admitApplicant(await readers(), await nayra.id());
  app.clock.move(15 * DAY);
  await Promise.all([run('applicationFile'), run('applicationFile'), run('applicationFile')]);
  const receipts = await app.db.query(
    `select 1 from receipt where data_class = 'applicationFile' and about_id = $1`,
    [nayra.accountId],
  );
  expect(receipts).toHaveLength(1);
});

it('withdrawing an application deletes its file at once and leaves a receipt', async () => {
  const kim = await makeApplicant(app);
  const id = await kim.id();
  await apiAs(kim).ask('mutation ($id: ID!) { withdrawApplication(id: $id) { id } }', { id });
  const { destroyedAt, answers } = await kim.own();
  expect([answers, destroyedAt === null]).toEqual([null, false]);
  const count = async () =>
    (await apiAs(kim).ask('{ myDataReceipts { id } }')).myDataReceipts.length;
  expect(await count()).toBe(1);
  app.clock.move(15 * DAY);
  await run('applicationFile');
  await kim.comeBack();
  expect(await count()).toBe(1);
});

it('the text of a vouch without an application is deleted after fourteen days, and no other vouch is', async () => {
  const [eva, kim] = [await makePerson(app, 'eva', 'member'), await makeApplicant(app)];
  const there = async () =>
    (
      await app.db.query<{ words: number }>(
        `select num_nonnulls(relation, withdrawal_reason, withdrawal_words) as words from vouch
         where voucher_id = $1 order by created_at, id`,
        [eva.accountId],
      )
    ).map(({ words }) => words);
  const code = (await kim.own()).vouchCode;
  const { id } = (await giveVouchByCode(eva, code)).giveVouch;
  app.clock.move(1);
  await giveVouchByCode(eva, createVouchCode());
  expect(await there()).toEqual([1, 1]);
  app.clock.move(15 * DAY);
  await run('looseVouch');
  expect(await there()).toEqual([1, 0]);
  await kim.comeBack();
  await apiAs(kim).ask('mutation ($id: ID!) { withdrawApplication(id: $id) { id } }', {
    id: await kim.id(),
  });
  await withdrawGivenVouch(await signInAgain(eva), id, { words: 'Ya no la conozco.' });
  expect(await there()).toEqual([2, 0]);
  app.clock.move(13 * DAY);
  await run('looseVouch');
  expect(await there()).toEqual([2, 0]);
  app.clock.move(2 * DAY);
  await run('looseVouch');
  expect(await there()).toEqual([0, 0]);
});

it('decisions and never admitted accounts are deleted after two years, and members stay', async () => {
  const [accepted, declined, undecided] = [
    await makeApplicant(app),
    await makeApplicant(app),
    await makeApplicant(app),
  ];
  const [first, second] = await readers();
  await admitApplicant([first, second], await accepted.id());
  const id = await declined.id();
  for (const who of [first, second]) await reviewerActions(who).read(id, DECLINING_REVIEW);
  await reviewerActions(second).decide(id, {
    outcome: 'decline',
    reasonClass: 'purpose',
    words: 'No.',
  });
  const there = async () => {
    const ids = [accepted, declined, undecided].map(({ accountId }) => accountId);
    const rows = await app.db.query<{ id: string }>(
      'select id from account where id = any($1) order by array_position($1, id)',
      [ids],
    );
    return rows.map((row) => ids.indexOf(row.id));
  };
  const decisions = () =>
    app.db.query('select 1 from decision where account_id = any($1)', [
      [accepted.accountId, declined.accountId],
    ]);
  app.clock.move(729 * DAY);
  for (const name of ['decision', 'formerApplicant']) await run(name);
  expect(await there()).toEqual([0, 1, 2]);
  expect(await decisions()).toHaveLength(2);
  app.clock.move(2 * DAY);
  for (const name of ['decision', 'formerApplicant']) await run(name);
  expect(await there()).toEqual([0, 2]);
  expect(await decisions()).toEqual([]);
  const proofs = await app.db.query(
    `select about_id from receipt where data_class = 'decision' and about_id = $1`,
    [accepted.accountId],
  );
  expect(proofs).toHaveLength(1);
});

it('receipts expire after two years', async () => {
  app.clock.move(731 * DAY);
  await run('receipt');
  expect(await app.db.query('select 1 from receipt')).toEqual([]);
});

it('failed jobs and mail files are deleted after their retention, and newer jobs and files stay', async () => {
  const fail = async (ago: string) => {
    const add = `select id::text from graphile_worker.add_job('job:twoPerson.expire', '{}')`;
    const [job] = await app.db.query<{ id: string }>(add);
    const failed = `update graphile_worker._private_jobs set attempts = max_attempts,
      updated_at = $2::timestamptz - $3::interval where id = $1`;
    await app.db.query(failed, [job!.id, app.clock.now(), ago]);
    return job!.id;
  };
  const [old, late] = [await fail('15 days'), await fail('13 days')];
  const folder = join(app.dataDir, 'outbox');
  mkdirSync(folder, { recursive: true });
  const file = (days: number, kind: string) => {
    const name = `${app.clock.in(-days * DAY).getTime()}-${days}.${kind}`;
    writeFileSync(join(folder, name), 'canary');
    return name;
  };
  const [gone, half, stays] = [file(8, 'eml'), file(9, 'tmp'), file(6, 'eml')];
  for (const name of ['parkedJob', 'writtenMail']) await run(name);
  const jobs = await app.db.query<{ id: string }>(
    'select id::text from graphile_worker.jobs where id = any($1)',
    [[old, late]],
  );
  expect(jobs).toEqual([{ id: late }]);
  const left = readdirSync(folder);
  expect(left).toContain(stays);
  for (const name of [gone, half]) expect(left).not.toContain(name);
});

describe('a retention run that would delete more than a week of data', () => {
  const ran: string[] = [];
  let isBroken = false;
  beforeAll(() =>
    app.get(DataClassesService).define({
      name: 'letters',
      owner: DataOwner.person,
      purpose: DataPurpose.proof,
      lasts: DAY,
      destroy: async (before) => {
        if (isBroken) throw new Error('The disk is full');
        return ran.push(before.toISOString());
      },
    }),
  );
  beforeEach(async () => {
    await run('letters');
    ran.length = 0;
    app.clock.move(8 * DAY);
    await byClock();
  });
  const byClock = async () => {
    await app.get(EventsService).ask('retention.destroy', { name: 'letters' });
    await app.get(EventsWorker).drain();
  };
  const parked = async () =>
    (await apiAs(await signInAgain(admin)).ask('{ parkedJobs { id task } }')).parkedJobs.filter(
      ({ task }: { task: string }) => task === 'job:retention.release',
    );

  it('raises an alarm, waits for a day and then runs', async () => {
    expect(ran).toEqual([]);
    expect((await shown('letters'))!.failingSince).not.toBeNull();
    app.clock.move(23 * HOUR);
    await byClock();
    expect(ran).toEqual([]);
    app.clock.move(2 * HOUR);
    await byClock();
    expect(ran).toHaveLength(1);
    expect((await shown('letters'))!.failingSince).toBeNull();
    expect(await parked()).toEqual([]);
  });

  it('also waits when the class had failed for days before the clock jumped', async () => {
    isBroken = true;
    for (let days = 0; days < 12; days++) {
      app.clock.move(DAY);
      await byClock();
    }
    expect(ran).toEqual([]);
    isBroken = false;
    app.clock.move(300 * DAY);
    await byClock();
    expect(ran).toEqual([]);
    expect(await parked()).toHaveLength(1);
    app.clock.move(25 * HOUR);
    await byClock();
    expect(ran).toHaveLength(1);
  });

  it('runs without waiting when the class failed for more than a week and was retried each day', async () => {
    app.clock.move(25 * HOUR);
    isBroken = true;
    for (let days = 0; days < 12; days++) {
      await byClock();
      app.clock.move(DAY);
    }
    isBroken = false;
    await byClock();
    expect(ran).toHaveLength(1);
  });

  it('starts early when an administrator retries the parked job retention.release', async () => {
    const [job] = await parked();
    const retry = 'mutation ($id: ID!) { retryParkedJob(id: $id) { id } }';
    await apiAs(await signInAgain(admin)).ask(retry, { id: job!.id });
    await app.get(EventsWorker).drain();
    expect(ran).toHaveLength(1);
    expect((await shown('letters'))!.failingSince).toBeNull();
  });

  it('runs once the clock is set back to within a week of the last run', async () => {
    app.clock.move(-7 * DAY);
    await byClock();
    expect(ran).toHaveLength(1);
    expect(await parked()).toEqual([]);
    app.clock.move(7 * DAY);
  });
});

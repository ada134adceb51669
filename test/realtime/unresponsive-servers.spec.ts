import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { STARTS_WITHIN_MS, useApp } from '../support/app/app.js';
import { apiAs, send, sendForm } from '../support/app/client.js';
import { asTestApp, type BuiltProduct, startProduct } from '../support/app/built-product.js';
import { type SilentProxy, startSilentProxy } from '../support/servers/silent-proxy.js';
import { type SmtpServer, startSmtpServer } from '../support/servers/smtp-server.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { type Person, makePerson, makePeople } from '../support/factories/make-people.js';
import { tryToPostMessage, seqsOf, makeTwoChannels } from '../support/messages/post-messages.js';
import { waitUntil } from '../support/wait-until.js';
import { personOnNode } from './group-chat.js';

const ME = '{ me { id } }';
const SET_LANGUAGE = 'mutation { setLanguage(language: pt) { language } }';
const POOL_SIZE = 3;
/** A time limit far above the duration of any step of these tests, and below the time limit of a test. */
const PATIENCE_MS = 25_000;

/** This application only creates accounts. The application under test is another node on its database. */
const app = useApp({ TRAMA_WORKER: '0' });
let database: SilentProxy;
let smtp: SmtpServer;
let product: BuiltProduct;
beforeAll(async () => {
  database = await startSilentProxy(app.databaseUrl);
  smtp = await startSmtpServer();
  const settings = {
    ...{ TRAMA_DATABASE_SILENCE_MS: '1000', TRAMA_POOL_SIZE: String(POOL_SIZE) },
    ...{ SMTP_URL: smtp.url, TRAMA_SMTP_TIMEOUT_MS: '2000' },
  };
  const make = () => Promise.resolve({ url: database.url, drop: database.close });
  product = await startProduct(settings, make);
}, STARTS_WITHIN_MS);
afterEach(closeAllSockets);
afterAll(async () => {
  await product.stop();
  await smtp.close();
});

/** Returns the same person, but their requests go to the application under test. */
const outside = (who: Person): Person => personOnNode(node(), who);
const node = () => asTestApp(product);

/** Returns the result of `work`. Fails if `work` takes too long. */
function answered<T>(work: Promise<T>): Promise<T> {
  const tooLate = wait(PATIENCE_MS, undefined, { ref: false });
  return Promise.race([work, tooLate.then(() => Promise.reject(new Error('no answer in time')))]);
}

const eventually = (complaint: string, holds: () => boolean | Promise<boolean>): Promise<void> =>
  waitUntil(complaint, holds, PATIENCE_MS);

const readiness = async (): Promise<number> =>
  (await answered(send({ app: node() }, '/health/ready'))).status;
const askMany = (who: Person, document = ME) =>
  Promise.all(Array.from({ length: 20 }, () => answered(apiAs(outside(who)).code(document))));

const isDone = async (jobId: number): Promise<boolean> =>
  (await app.db.query('select from graphile_worker.jobs where id = $1', [jobId])).length === 0;
async function addJob(task: string, payload: object = {}, more = ''): Promise<number> {
  const add = `select id::int from graphile_worker.add_job($1, $2::json ${more})`;
  const [job] = await app.db.query<{ id: number }>(add, [`job:${task}`, JSON.stringify(payload)]);
  return job!.id;
}
/** Makes the queue retry failed mails at once, without backoff. */
const tryMailsNow = () =>
  app.db.query(`update graphile_worker._private_jobs j set run_at = now() from
    graphile_worker._private_job_queues q where q.id = j.job_queue_id and q.queue_name = 'mail'`);
const header = (mail: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1];

describe('a PostgreSQL whose connections stop responding without closing', () => {
  it('if the response to a COMMIT is lost, the client still gets an acknowledgement and the message is broadcast', async () => {
    const { ada, ben, channelId } = await makeTwoChannels(app);
    const ear = await openSocket(outside(ben));
    expect(await ear.emit('watch', { channel: channelId })).toEqual({ ok: true });
    database.swallowAnswerTo('una vez');
    const sent = await answered(tryToPostMessage(outside(ada), channelId, randomUUID(), 'una vez'));
    expect(sent).toMatchObject({ seq: 1, body: 'una vez' });
    expect(await answered(ear.until('message'))).toMatchObject({ body: 'una vez' });
    expect(await seqsOf(ada, channelId)).toEqual([1]);
  });

  it('an outage blocks no request, and a message posted during the outage is written once', async () => {
    const { ada, channelId } = await makeTwoChannels(app);
    await askMany(ada); // These requests open database connections.
    database.silenceOpen();
    const sent = answered(tryToPostMessage(outside(ada), channelId, randomUUID(), 'uno'));
    expect(await askMany(ada)).toEqual(Array(20).fill('OK'));
    expect(await sent).toMatchObject({ seq: 1, body: 'uno' });
    expect(await seqsOf(ada, channelId)).toEqual([1]);
  });

  it('does not stop the job queue', async () => {
    database.silenceOpen();
    const id = await addJob('twoPerson.expire');
    await eventually('the job is not done', () => isDone(id));
  });

  it('makes a node unready while no connection responds', async () => {
    const { ada } = await makeTwoChannels(app);
    database.silenceAll();
    await eventually('/health/ready does not answer 503', async () => (await readiness()) === 503);
    database.restore();
    await eventually('/health/ready does not answer 200', async () => (await readiness()) === 200);
    await eventually(
      'no request is answered',
      async () => (await answered(apiAs(outside(ada)).code(ME))) === 'OK',
    );
  });

  it('is distinguished from a PostgreSQL that responds while all connections are in use', async () => {
    const { ada } = await makeTwoChannels(app);
    const lock = await app.db.connect();
    await lock.query('begin');
    await lock.query('select from account where id = $1 for update', [ada.accountId]);
    const waiting = askMany(ada, SET_LANGUAGE);
    const endAt = performance.now() + 3_500; // Waits longer than a node waits for a free connection.
    while (performance.now() < endAt) expect(await readiness()).toBe(200);
    await lock.end();
    await waiting;
  });
});

describe('a mail server that accepts connections and never responds', () => {
  afterEach(() => {
    smtp.mode = 'answers';
    smtp.mails.length = 0;
  });

  /** Only these: the schedule also mails news to the people of the tests before. */
  const mailsTo = (addresses: readonly string[]) =>
    smtp.mails.filter((mail) => addresses.includes(header(mail, 'To') ?? ''));

  it('delays no other job, and receives every mail once it responds', async () => {
    const people = await makePeople(app, {
      ana: 'member',
      bea: 'member',
      cleo: 'member',
      eva: 'member',
    });
    const addresses = Object.values(people).map(({ email }) => email);
    smtp.mode = 'silent';
    for (const email of addresses) await sendForm({ app: node() }, '/es/forgot', { email });
    const running = `select from graphile_worker.jobs where locked_at is not null and task_identifier = 'job:signin.reset'`;
    await eventually('no job runs', async () => (await app.db.query(running)).length > 0);
    const id = await addJob('twoPerson.expire');
    await eventually('the job is not done', () => isDone(id));
    expect(await readiness()).toBe(200);
    expect(mailsTo(addresses)).toEqual([]);
    await eventually('the log does not say so', () =>
      product.said.includes('job:signin.reset failed, attempt 1 of 14'),
    );
    expect(product.said).not.toMatch(/@trama\.example/);
    smtp.mode = 'answers';
    await eventually('not every mail came', async () => {
      await tryMailsNow();
      return mailsTo(addresses).length >= addresses.length;
    });
    const received = mailsTo(addresses).map((mail) => header(mail, 'To'));
    expect(received.toSorted()).toEqual(addresses.toSorted());
  });

  it('receives a mail that it did not acknowledge again under the same Message-ID', async () => {
    const { accountId, email } = await makePerson(app, 'ana', 'member');
    smtp.mode = 'forgets';
    await addJob('signin.news', { accountId }, `, queue_name := 'mail'`);
    await eventually('no mail came', () => mailsTo([email]).length === 1);
    smtp.mode = 'answers';
    await eventually('not every mail came', async () => {
      await tryMailsNow();
      return mailsTo([email]).length === 2;
    });
    const [first, second] = mailsTo([email]).map((mail) => header(mail, 'Message-ID'));
    expect(first).toMatch(/^<.+@.+>$/);
    expect(second).toBe(first);
  });

  it('causes an alarm in the log when mails are late, while the node stays ready', async () => {
    const id = await addJob(
      'signin.news',
      {},
      `, queue_name := 'mail', run_at := now() + '1 hour'`,
    );
    await app.db.query('update graphile_worker._private_jobs set attempts = 6 where id = $1', [id]);
    await addJob('mail.late');
    await eventually('the log does not say so', () =>
      product.said.includes('the mail queue is late: 1 wait'),
    );
    expect(await readiness()).toBe(200);
    await app.db.query('delete from graphile_worker._private_jobs where id = $1', [id]);
  });

  it(
    "receives the mail of a killed process from another one after the job's lease expired",
    async () => {
      const { accountId, email } = await makePerson(app, 'ana', 'member');
      smtp.mode = 'silent';
      const id = await addJob('signin.news', { accountId }, `, queue_name := 'mail'`);
      const locked = 'select from graphile_worker.jobs where id = $1 and locked_at is not null';
      await eventually('no job runs', async () => (await app.db.query(locked, [id])).length > 0);
      await product.end('SIGKILL');
      smtp.mode = 'answers';
      await product.restart();
      await addJob('jobs.release');
      expect(await isDone(id)).toBe(false);
      for (const table of ['_private_jobs', '_private_job_queues']) {
        await app.db.query(
          `update graphile_worker.${table} set locked_at = locked_at - interval '80 seconds'`,
        );
      }
      await addJob('jobs.release');
      await eventually('no mail came', () => mailsTo([email]).length === 1);
      await eventually('the job is not done', () => isDone(id));
    },
    STARTS_WITHIN_MS,
  );
});

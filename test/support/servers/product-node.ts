import type { Requester } from '../app/client.js';
import { STARTS_WITHIN_MS, type TestApp } from '../app/app.js';
import { asTestApp, startProduct } from '../app/built-product.js';
import { mailboxOf, parseMail } from '../browser/sent-mails.js';
import { type PersonKind, type Person, makePeople } from '../factories/make-people.js';
import { type SmtpServer, startSmtpServer } from './smtp-server.js';
import { waitUntil } from '../wait-until.js';

/**
 * Starts the built product as a second node on the database of `app`, for one test file. `app` only creates people and
 * data; the requests under test go to the product. The product sends its mails to a test SMTP server.
 */
export function useProductNode(app: TestApp, settings: Record<string, string> = {}) {
  let smtp: SmtpServer;
  let stop = async () => {};
  let node: TestApp;
  beforeAll(async () => {
    smtp = await startSmtpServer();
    const database = { url: app.databaseUrl, drop: async () => undefined };
    const product = await startProduct({ SMTP_URL: smtp.url, ...settings }, async () => database);
    stop = product.stop;
    node = asTestApp(product);
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await stop();
    await smtp.close();
  });
  return {
    /** The node to which requests and sockets go. */
    get node() {
      return node;
    },
    mails: mailboxOf(() => smtp.mails.map(parseMail)),

    /** Returns the same requester, but their requests go to the product. */
    at: <A extends Requester>(who: A): A => ({ ...who, app: node }),

    /** Creates people whose requests go to the product. */
    async people<N extends string>(
      kinds: Readonly<Record<N, PersonKind>>,
    ): Promise<Record<N, Person>> {
      const made = Object.entries<Person>(await makePeople(app, kinds));
      const moved = made.map(([name, who]) => [name, { ...who, app: node }]);
      return Object.fromEntries(moved) as Record<N, Person>;
    },

    /** Waits until all due jobs have run. A mail that has not been sent by then will not be sent. */
    waitForDueJobs: () =>
      waitUntil('jobs are still due', async () => {
        const due = `select from graphile_worker.jobs where attempts < max_attempts and run_at <= clock_timestamp()`;
        return (await app.db.query(due)).length === 0;
      }),
  };
}

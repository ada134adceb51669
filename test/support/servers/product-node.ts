import type { Asker } from '../app/client.js';
import type { TestApp } from '../app/app.js';
import { nodeOf, startProduct } from '../app/product.js';
import { mailboxOf, readMail } from '../browser/outbox.js';
import { type Kind, type Person, world } from '../factories/world.js';
import { type SmtpServer, startSmtpServer } from './smtp-server.js';
import { until } from '../until.js';

/**
 * The built product of a test file, as another node of the database of `app`. `app` makes people and what they have; what
 * is tested goes to the product alone. It sends its mails to a server of the test.
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
    node = nodeOf(product);
  }, 90_000);
  afterAll(async () => {
    await stop();
    await smtp.close();
  });
  return {
    /** Where requests and sockets go to. */
    get node() {
      return node;
    },
    mails: mailboxOf(() => smtp.mails.map(readMail)),

    /** Somebody in front of the product. */
    at: <A extends Asker>(who: A): A => ({ ...who, app: node }),

    /** People in front of the product. */
    async people<N extends string>(kinds: Readonly<Record<N, Kind>>): Promise<Record<N, Person>> {
      const made = Object.entries<Person>(await world(app, kinds));
      const moved = made.map(([name, who]) => [name, { ...who, app: node }]);
      return Object.fromEntries(moved) as Record<N, Person>;
    },

    /** Waits until every job that is due has run, so that what was not mailed by then is not mailed. */
    waitForDueJobs: () =>
      until('jobs are still due', async () => {
        const due = `select from graphile_worker.jobs where attempts < max_attempts and run_at <= now()`;
        return (await app.db.query(due)).length === 0;
      }),
  };
}

import { Client } from 'pg';
import { type TestApp, startApp } from '../../support/app/app.js';
import { as, type Code } from '../../support/app/client.js';
import { world } from '../../support/factories/world.js';

const ME = '{ me { id } }';

describe('connections to PostgreSQL that are lost', () => {
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

  it('refuse what was under way with a clear code, and the next requests are answered again', async () => {
    const { ada, bea } = await world(app, { ada: 'member', bea: 'member' });
    const asks = (count: number): Promise<Code | 'OK'>[] =>
      Array.from({ length: count }, (_, at) => as(at % 2 ? ada : bea).code(ME));
    for (let round = 0; round < 5; round++) {
      const underWay = asks(40);
      const [codes] = await Promise.all([Promise.all(underWay), cutAll()]);
      expect(codes.filter((code) => code !== 'OK' && code !== 'INTERNAL')).toEqual([]);
      await Promise.all(asks(4)); // whatever still met a lost connection
      expect(await Promise.all(asks(20))).toEqual(Array(20).fill('OK'));
    }
  });

  it('give each of many at once their own answer', async () => {
    const people = Object.values(
      await world(app, { eva: 'member', fia: 'member', gil: 'member', hugo: 'member' }),
    );
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => as(people[at % people.length]!).ask(ME)),
    );
    const expected = answers.map((_, at) => people[at % people.length]!.accountId);
    expect(answers.map(({ me }) => me.id)).toEqual(expected);
  });
});

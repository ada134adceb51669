import { useApp } from '../../support/app/app.js';

const app = useApp({ TRAMA_WORKER: '0' });

const PREPARED =
  'select generic_plans + custom_plans as calls from pg_prepared_statements where statement = ';

/** Runs a statement several times on one connection. Returns how often that connection ran it as a prepared one. */
const preparedCalls = (text: string, times: number) =>
  app.db.write(async () => {
    for (let call = 0; call < times; call++) {
      expect(await app.db.query(text, [call])).toEqual([{ next: call + 1 }]);
    }
    const found = await app.db.query<{ calls: string }>(`${PREPARED}'${text}'`);
    return found.map(({ calls }) => Number(calls));
  });

it('a connection prepares a statement from its second use on', async () => {
  expect(await preparedCalls('select $1::int + 1 as next', 1)).toEqual([]);
  expect(await preparedCalls('select $1::int + 1 as next', 3)).toEqual([3]);
});

it('a connection prepares no statement with a list of values', async () => {
  expect(await preparedCalls('select $1::int + 1 as next where 1 IN ($1, 1)', 3)).toEqual([]);
});

it('a prepared statement runs again after PostgreSQL refused it', async () => {
  const text = 'select 7 / $1::int as share';
  const share = (by: number) => app.db.query(text, [by]).catch((error: Error) => error.message);
  expect(await share(7)).toEqual([{ share: 1 }]);
  for (let time = 0; time < 3; time++) {
    expect(await share(0)).toContain('division by zero');
    expect(await share(1)).toEqual([{ share: 7 }]);
  }
});

it('a prepared statement follows a changed view', async () => {
  const text = 'select count(*)::int as n from planned where id = $1';
  const counted = () => app.db.query(text, [1]);
  await app.db.query('create view planned as select 1 as id');
  for (let time = 0; time < 8; time++) expect(await counted()).toEqual([{ n: 1 }]);
  await app.db.query('create or replace view planned as select 1 as id where false');
  expect(await counted()).toEqual([{ n: 0 }]);
});

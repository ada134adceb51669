import { ExportsService } from '#signin/accounts/exports.service.js';
import { startApp, type TestApp } from '../../support/app/app.js';

/** Every column of the catalogue that points to an account, and those that hold its id without a foreign key. */
const POINTERS = `
  select 'audit_entry' as table, name as column from unnest(array['actor_id', 'about_id']) name union all
  select 'decoy_opening', 'account_id' union all
  select c.conrelid::regclass::text as table, a.attname as column
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
  where c.contype = 'f' and c.confrelid = 'account'::regclass order by 1, 2`;

interface Pointer {
  readonly table: string;
  readonly column: string;
}

/** Columns through which rows belong to somebody, that no export gives and nobody left out. */
const forgotten = (pointers: readonly Pointer[], known: readonly string[]) =>
  pointers
    .map(({ table, column }) => `${table.replaceAll('"', '')}.${column}`)
    .filter((name) => !known.includes(name));

/** What exports name that no table has. */
const stale = (pointers: readonly Pointer[], known: readonly string[]) =>
  known.filter((name) => forgotten(pointers, [name]).length === pointers.length);

describe('the law of one’s own data', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ TRAMA_WORKER: '0' });
  });
  afterAll(() => app.stop());

  it('each column that points to an account is in the export, or says why not', async () => {
    const pointers = await app.db.query<Pointer>(POINTERS);
    const known = app.get(ExportsService).known();
    expect(pointers.length).toBeGreaterThan(10);
    // A feature registers its part with ExportsService (libs/signin), or leaves the column out with a sentence.
    expect(forgotten(pointers, known)).toEqual([]);
    expect(stale(pointers, known)).toEqual([]);
  });

  it('refuses a table that nobody exports', () => {
    const pointers = [
      { table: 'diary', column: 'account_id' },
      { table: '"group"', column: 'founder_id' },
    ];
    expect(forgotten(pointers, ['group.founder_id'])).toEqual(['diary.account_id']);
    expect(stale(pointers, ['group.founder_id', 'gone.account_id'])).toEqual(['gone.account_id']);
  });
});

import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { fillEmptyDemoTables, demoAccountId } from '../../support/app/demo-people.js';
import { COLUMNS_NOT_EXPORTED } from './columns-not-exported.js';

/** All columns that reference an account: foreign keys, and columns that hold its id without a foreign key. */
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

/** Returns columns that reference an account and are neither exported nor listed as left out. */
const forgotten = (pointers: readonly Pointer[], known: readonly string[]) =>
  pointers
    .map(({ table, column }) => `${table.replaceAll('"', '')}.${column}`)
    .filter((name) => !known.includes(name));

/** Returns columns that an export names although no table has them. */
const stale = (pointers: readonly Pointer[], known: readonly string[]) =>
  known.filter((name) => forgotten(pointers, [name]).length === pointers.length);

describe("export of an account's own data", () => {
  const app = useApp({ TRAMA_WORKER: '0' });

  it('the export covers each column that references an account, or a reason is listed', async () => {
    const pointers = await app.db.query<Pointer>(POINTERS);
    const known = app.get(DataExportService).known();
    expect(pointers.length).toBeGreaterThan(10);
    // A feature must register the column in its export (ExportsService, libs/signin) or list it as left out, with the
    // reason.
    expect(forgotten(pointers, known)).toEqual([]);
    expect(stale(pointers, known)).toEqual([]);
  });

  it('the check reports a table without an export', () => {
    const pointers = [
      { table: 'diary', column: 'account_id' },
      { table: '"group"', column: 'founder_id' },
    ];
    expect(forgotten(pointers, ['group.founder_id'])).toEqual(['diary.account_id']);
    expect(stale(pointers, ['group.founder_id', 'gone.account_id'])).toEqual(['gone.account_id']);
  });
});

/** The columns of all exported tables, without ids and the times of creation and update. */
const COLUMNS = `
  select table_name as table, column_name as column from information_schema.columns
  where table_schema = 'public' and table_name = any($1)
    and column_name not in ('id', 'created_at', 'updated_at') order by 1, 2`;

/** Collects the names of all values in a part of an export, in snake case. */
function namesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) namesIn(one, names);
  else if (value !== null && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      names.add(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      namesIn(inner, names);
    }
  }
  return names;
}

/**
 * Returns three kinds of wrong columns: neither exported nor withheld, both exported and withheld, or withheld although
 * the table has no such column.
 */
function faultsOf(
  columns: readonly Pointer[],
  given: ReadonlyMap<string, ReadonlySet<string>>,
  withheld: Readonly<Record<string, string>>,
): string[] {
  const isWithheld = ({ table, column }: Pointer) =>
    (withheld[table] ?? '').split(' ').includes(column);
  const isGiven = ({ table, column }: Pointer) => given.get(table)!.has(column);
  const named = Object.entries(withheld).flatMap(([table, list]) =>
    list.split(' ').map((column) => ({ table, column })),
  );
  const exists = ({ table, column }: Pointer) =>
    columns.some((one) => one.table === table && one.column === column);
  const line = (what: string) => (one: Pointer) => `${one.table}.${one.column} ${what}`;
  return [
    ...columns
      .filter((one) => !isGiven(one) && !isWithheld(one))
      .map(
        line(
          'is not in the export: give it in its *.data-export.ts, or list it in columns-not-exported.ts',
        ),
      ),
    ...columns.filter((one) => isGiven(one) && isWithheld(one)).map(line('is withheld and given')),
    ...named.filter((one) => !exists(one)).map(line('is withheld and no column')),
  ];
}

describe('columns in the export', () => {
  const app = useApp({ TRAMA_WORKER: '0' }, demoDatabase);
  beforeAll(async () => {
    await fillEmptyDemoTables(app);
    await app.db.query(
      `insert into notification_choice (account_id, mails, quiet_from, quiet_to, time_zone)
       values ($1, 'off', 0, 60, 'America/Lima')`,
      [await demoAccountId(app, 'member1')],
    );
    await app.db.query(
      'insert into topic_reader (account_id, topic_id, read_version) select $1, id, 1 from topic limit 1',
      [await demoAccountId(app, 'member1')],
    );
  }, 300_000);

  /** Returns the exported value names by table. */
  async function givenByTable(): Promise<Map<string, Set<string>>> {
    const exports = app.get(DataExportService);
    const given = new Map<string, Set<string>>();
    const files = new Map<string, Record<string, unknown>>();
    for (const name of exports.known()) {
      const [table, pointer] = name.split('.') as [string, string];
      const parts = exports.partsOf(name);
      if (parts.length === 0) continue;
      const names = given.get(table) ?? new Set<string>();
      for (const id of await ownersOf(table, pointer)) {
        const file = files.get(id) ?? (await exports.read(id));
        files.set(id, file);
        for (const part of parts) namesIn(file[part], names);
      }
      given.set(table, names.add(pointer));
    }
    return given;
  }

  /** Returns two accounts with rows in a table. */
  async function ownersOf(table: string, pointer: string): Promise<string[]> {
    const rows = await app.db.query<{ id: string }>(
      `select distinct ${pointer} as id from "${table}" where ${pointer} is not null order by 1 limit 2`,
    );
    return rows.map(({ id }) => id);
  }

  it("each column of an account's rows is exported or withheld", async () => {
    const given = await givenByTable();
    const columns = await app.db.query<Pointer>(COLUMNS, [[...given.keys()]]);
    expect(columns.length).toBeGreaterThan(250);
    expect(faultsOf(columns, given, COLUMNS_NOT_EXPORTED)).toEqual([]);
  }, 60_000);

  it('the check reports a missing column, a withheld column that is exported, and a withheld column that does not exist', () => {
    const columns = ['word', 'mood', 'secret'].map((column) => ({ table: 'diary', column }));
    const given = new Map([['diary', new Set(['word', 'secret'])]]);
    expect(faultsOf(columns, given, { diary: 'secret weather' })).toEqual([
      expect.stringMatching(/^diary\.mood is not in the export/),
      'diary.secret is withheld and given',
      'diary.weather is withheld and no column',
    ]);
  });
});

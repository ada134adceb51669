import { readFileSync } from 'node:fs';
import { sealedColumns } from '#database/sealed-column.js';
import { DAY } from '#kernel/clock.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { type TestApp, useApp } from '../../support/app/app.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { databaseContents } from '../sources/event-rules.js';
import { repositoryPath } from '../../support/repository.js';

const WORDS = repositoryPath('apps/web/src/features/retention/data-class-labels.ts');
const RECEIPTS = repositoryPath('apps/web/src/features/retention/receipt-texts.ts');

/** Returns the keys of the record with this name in a source file. */
function keysOf(list: string, source: string): string[] {
  const body = new RegExp(`const ${list}[^{]*\\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/^\s*(\w+): msg/gm)].map(([, key]) => key!);
}

/** Returns data classes without a label in the web app, and labels without a data class. */
const unlike = (defined: readonly string[], named: readonly string[]) => [
  ...defined.filter((name) => !named.includes(name)).map((name) => `${name} has no words`),
  ...named.filter((name) => !defined.includes(name)).map((name) => `nobody keeps ${name}`),
];

interface Sealing {
  readonly name: string;
  readonly seals?: readonly string[];
}

/**
 * Returns sealed columns that no data class destroys, and columns that a data class lists as sealed although they are
 * not.
 */
function loose(sealed: readonly string[], classes: readonly Sealing[]): string[] {
  const ended = classes.flatMap(({ name, seals = [] }) =>
    seals.map((column) => ({ name, column })),
  );
  return [
    ...sealed
      .filter((column) => !ended.some((one) => one.column === column))
      .map((column) => `${column} never ends`),
    ...ended
      .filter(({ column }) => !sealed.includes(column))
      .map(({ name, column }) => `${name} ends ${column}, which is not sealed`),
  ];
}

const sealedOf = ({ db }: TestApp) =>
  sealedColumns({ entityMetadatas: db.entities }).map(
    ({ entityMetadata, databaseName }) => `${entityMetadata.tableName}.${databaseName}`,
  );

/** Runs a data class twice. Returns the tables that the second run changed, except the table that records the runs. */
async function secondRun(app: TestApp, name: string): Promise<string[]> {
  await app.get(RetentionService).run(name);
  const before = await databaseContents(app.db);
  await app.get(RetentionService).run(name);
  const after = await databaseContents(app.db);
  return [...after.keys()].filter(
    (table) => table !== 'public.data_class_run' && before.get(table) !== after.get(table),
  );
}

describe('data classes', () => {
  const app = useApp({ TRAMA_WORKER: '0' }, demoDatabase);
  beforeAll(async () => {
    app.clock.move(800 * DAY);
  }, 300_000);

  it('all data classes have labels in the web app', () => {
    const names = app
      .get(DataClassesService)
      .all()
      .map(({ name }) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(unlike(names, keysOf('DATA_CLASS_LABELS', readFileSync(WORDS, 'utf8')))).toEqual([]);
  });

  it('data classes cover every sealed column', () => {
    const sealed = sealedOf(app);
    expect(sealed.length).toBeGreaterThan(20);
    expect(loose(sealed, app.get(DataClassesService).all())).toEqual([]);
  });

  it('the check reports a sealed column without a data class, and a listed column that is not sealed', () => {
    const classes = app.get(DataClassesService).all();
    expect(loose([...sealedOf(app), 'diary.words'], classes)).toEqual(['diary.words never ends']);
    const silent = classes.map(({ seals = [], ...one }) => {
      return { ...one, seals: seals.filter((column) => column !== 'report.forwarded') };
    });
    expect(loose(sealedOf(app), silent)).toEqual(['report.forwarded never ends']);
    const more = [...classes, { name: 'letters', seals: ['letter.words'] }];
    expect(loose(sealedOf(app), more)).toEqual(['letters ends letter.words, which is not sealed']);
  });

  it('a second run of a data class destroys nothing, and all receipts of a person have a text', async () => {
    for (const { name } of app.get(DataClassesService).all()) {
      expect([name, await secondRun(app, name)]).toEqual([name, []]);
    }
    const rows = await app.db.query<{ name: string }>(
      'select distinct data_class as name from receipt where about_id is not null order by 1',
    );
    expect(rows.length).toBeGreaterThan(3);
    const texts = keysOf('RECEIPT_TEXTS', readFileSync(RECEIPTS, 'utf8'));
    expect(rows.map(({ name }) => name).filter((name) => !texts.includes(name))).toEqual([]);
  }, 300_000);

  it('the check reports a class without labels, labels without a class, and a class that destroys more in its second run', async () => {
    const source = 'export const DATA_CLASS_LABELS: X = {\n  diary: msg`Diario`,\n};';
    expect(keysOf('DATA_CLASS_LABELS', source)).toEqual(['diary']);
    expect(unlike(['letters'], ['diary'])).toEqual(['letters has no words', 'nobody keeps diary']);
    const { define } = app.get(DataClassesService);
    const { owner, purpose } = app.get(DataClassesService).named('receipt');
    define.call(app.get(DataClassesService), {
      ...{ name: 'endless', owner, purpose, lasts: 0 },
      destroy: async () => {
        await app.db.query(`insert into rate_limit (key) values (gen_random_uuid())`);
        return 1;
      },
    });
    expect(await secondRun(app, 'endless')).toEqual(['public.rate_limit']);
  });
});

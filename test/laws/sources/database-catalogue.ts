import type { DataSource, EntityMetadata } from 'typeorm';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/** Types with different names in TypeORM and in PostgreSQL's catalogue. */
const SAME_TYPE: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  float8: 'double precision',
  bool: 'boolean',
  timestamptz: 'timestamp with time zone',
  varchar: 'character varying',
};

const COLUMNS = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as "isNullable"
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  order by 1, 2`;

/**
 * Each `…_id` column. The query says whether the column has a foreign key, and an index that starts with the column.
 */
const IDS = `
  select c.relname || '.' || a.attname as name,
    exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum]) as "isForeign",
    exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any(f.conkey)) as "isPartForeign",
    exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum) as "isIndexed"
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and a.attname ~ '_ids?$' order by 1`;

export interface CatalogueExceptions {
  /** Tables without an entity, with the reason. */
  readonly tables: Readonly<Record<string, string>>;
  /** Id columns without a foreign key, with the reason. */
  readonly ids: Readonly<Record<string, string>>;
  /**
   * Id columns that are only the second column of an index. The value is the first column, which has few distinct
   * values.
   */
  readonly skipped: Readonly<Record<string, string>>;
}

/** Returns differences between migrated tables and entities. */
export async function schemaDifferences(
  source: DataSource,
  known: CatalogueExceptions,
): Promise<string[]> {
  const there = await source.query<Column[]>(COLUMNS);
  const wanted = source.entityMetadatas
    .filter(({ tableType }) => tableType === 'regular')
    .flatMap((entity) => wantedOf(entity, source));
  const name = ({ table, column }: Column) => `${table}.${column}`;
  const said = (one: Column) => `${name(one)} ${one.type}${one.isNullable ? ' null' : ''}`;
  const byName = new Map(there.map((one) => [name(one), one]));
  const wantedNames = new Set(wanted.map(name));
  return [
    ...wanted.flatMap((one) => {
      const column = byName.get(name(one));
      if (!column) return [`${name(one)} is in no migration`];
      return said(column) === said(one) ? [] : [`${said(column)}, the entity says ${said(one)}`];
    }),
    ...there
      .filter((one) => !(one.table in known.tables) && !wantedNames.has(name(one)))
      .map((one) => `${name(one)} is in no entity`),
  ];
}

function wantedOf(entity: EntityMetadata, source: DataSource): Column[] {
  return entity.columns.map((column) => {
    const type = source.driver.normalizeType(column);
    const array = column.isArray ? '[]' : '';
    return {
      table: entity.tableName,
      column: column.databaseName,
      type: `${SAME_TYPE[type] ?? type}${array}`,
      isNullable: column.isNullable,
    };
  });
}

/** Returns id columns without a foreign key, or without an index to find the referencing rows. */
export async function unindexedIds(
  source: DataSource,
  known: CatalogueExceptions,
): Promise<string[]> {
  const ids =
    await source.query<
      { name: string; isForeign: boolean; isPartForeign: boolean; isIndexed: boolean }[]
    >(IDS);
  return ids.flatMap(({ name, isForeign, isPartForeign, isIndexed }) => {
    const isPointing = isForeign || isPartForeign;
    if (name in known.ids) return isPointing ? [`${name} points somewhere after all`] : [];
    if (!isPointing) return [`${name} has no foreign key`];
    return isIndexed || name in known.skipped ? [] : [`${name} has no index of its own`];
  });
}

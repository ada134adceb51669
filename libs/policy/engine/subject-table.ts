import type { Facts, SubjectName } from '../facts/facts.js';
import type { IdSet } from '../facts/fact-values.js';

/** In every `sql` and `on`, `{row}` stands for the subject's row and `{it}` for the joined row or the set's row. */
export interface Column {
  /** The column's name, or an expression that names its columns with `{row}.` (`{it}.` in a join). */
  readonly sql: string;
  /** Whether it can be NULL; a join that might find no row makes its columns nullable too. */
  readonly nullable?: boolean;
  /** The declared join that the column belongs to; without: the subject's own row. */
  readonly join?: string;
}

/** One row of another table that belongs to the subject's row: how what changes is read where it stands. */
export interface Join {
  readonly table: string;
  /** `{it}.id = {row}.channel_id` */
  readonly on: string;
}

/** The ids of a set-valued fact: the values of all rows of a table or view that belong to the subject's row. */
export interface IdSetColumn {
  readonly table: string;
  /** `{it}.account_id = {row}.owner_id AND {it}.ended_at IS NULL` */
  readonly on: string;
  /** The column of `{it}` that holds the id; it must not be NULL, since NULL is in no set. */
  readonly value: string;
}

/** Where in the database the facts of a subject are. */
export interface SubjectTable {
  readonly table: string;
  /** Rows that point to it are written while it is locked; a lock that keeps them out could meet theirs. */
  readonly isPointedTo?: true;
  readonly columns: Readonly<Record<string, Column>>;
  readonly joins?: Readonly<Record<string, Join>>;
  readonly sets?: Readonly<Record<string, IdSetColumn>>;
}

type SetFact<F> = { [K in keyof F]: F[K] extends IdSet ? K : never }[keyof F];
type NullableColumn<V> = null extends V ? Column & { readonly nullable: true } : Column;

/** The description of one subject: the compiler refuses one that leaves out a fact or hides that it can be NULL. */
export interface TableOf<S extends SubjectName> extends SubjectTable {
  readonly columns: {
    readonly [K in Exclude<keyof Facts[S], SetFact<Facts[S]>>]: NullableColumn<Facts[S][K]>;
  };
  readonly sets: { readonly [K in SetFact<Facts[S]>]: IdSetColumn };
}

const BARE = /^[a-z_][a-z0-9_]*$/i;
const ONE_COLUMN = /^\{(row|it)\}\.("[^"]+"|[a-z_][a-z0-9_]*)$/i;

/**
 * `{row}` and `{it}` replaced; a bare column name is one of the row's (of the joined row, when there is one).
 * Any other expression is put in parentheses, so that an OR or a comparison inside it stays inside.
 */
export function inRow(sql: string, row: string, it?: string): string {
  const text = BARE.test(sql) ? `${it === undefined ? '{row}' : '{it}'}.${sql}` : sql;
  if (it === undefined && text.includes('{it}')) {
    throw new Error(`policy: {it} without a join in ${sql}`);
  }
  const placed = text.replaceAll('{row}', row).replaceAll('{it}', it ?? '');
  return ONE_COLUMN.test(text) ? placed : `(${placed})`;
}

/**
 * The select list that reads every fact of a row, to ask an ability in memory: `expression AS "fact"`, comma separated.
 * Sets come as text arrays. `alias` is what the caller's FROM calls the table, quoted if need be.
 */
export function factsSql(description: SubjectTable, alias: string): string {
  const it = 'policy_fact';
  const columns = Object.entries(description.columns).map(([fact, column]) => {
    const join = column.join === undefined ? undefined : joinOf(description, column.join);
    if (!join) return `${inRow(column.sql, alias)} AS "${fact}"`;
    const from = `FROM ${join.table} ${it} WHERE ${inRow(join.on, alias, it)}`;
    return `(SELECT ${inRow(column.sql, alias, it)} ${from}) AS "${fact}"`;
  });
  const sets = Object.entries(description.sets ?? {}).map(([fact, set]) => {
    const from = `FROM ${set.table} ${it} WHERE ${inRow(set.on, alias, it)}`;
    return `ARRAY(SELECT ${inRow(set.value, alias, it)}::text ${from}) AS "${fact}"`;
  });
  return [...columns, ...sets].join(', ');
}

export function joinOf(description: SubjectTable, name: string): Join {
  const join = description.joins?.[name];
  if (!join) throw new Error(`policy: ${description.table} declares no join ${name}`);
  return join;
}

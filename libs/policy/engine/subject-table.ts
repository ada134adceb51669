import type { FactsBySubject, SubjectName } from '../facts/facts-by-subject.js';
import type { IdSet } from '../facts/fact-types.js';

/**
 * A fact that is read from one column. In every `sql` and `on`, `{row}` stands for the row of the subject, and `{it}`
 * for the joined row or the row of the set.
 */
export interface FactColumn {
  /** A column name, or an SQL expression that names its columns with `{row}.` (in a join: `{it}.`). */
  readonly sql: string;
  /** Whether the value can be NULL. A join that may find no row makes its columns nullable too. */
  readonly nullable?: boolean;
  /** The name of the declared join that the column belongs to. Without it, the column is in the subject's own table. */
  readonly join?: string;
}

/** At most one row of another table that belongs to the row of the subject. */
export interface FactJoin {
  readonly table: string;
  /** Example: `{it}.id = {row}.channel_id` */
  readonly on: string;
}

/** The ids of a set-valued fact: one value from each matching row of a table or view. */
export interface IdSetColumn {
  readonly table: string;
  /** Example: `{it}.account_id = {row}.owner_id AND {it}.ended_at IS NULL` */
  readonly on: string;
  /** The column of `{it}` with the id. It must not be NULL. */
  readonly value: string;
}

/** Describes where the facts of a subject are in the database. */
export interface SubjectTable {
  readonly table: string;
  /** Locks rows FOR NO KEY UPDATE instead of FOR UPDATE, because other transactions insert rows that reference them. */
  readonly isPointedTo?: true;
  readonly columns: Readonly<Record<string, FactColumn>>;
  readonly joins?: Readonly<Record<string, FactJoin>>;
  readonly sets?: Readonly<Record<string, IdSetColumn>>;
}

type SetFact<F> = { [K in keyof F]: F[K] extends IdSet ? K : never }[keyof F];
type NullableColumn<V> = null extends V ? FactColumn & { readonly nullable: true } : FactColumn;

/**
 * A `SubjectTable` checked against the facts of its subject: a missing fact or an undeclared nullable column does not
 * compile.
 */
export interface SubjectTableOf<S extends SubjectName> extends SubjectTable {
  readonly columns: {
    readonly [K in Exclude<keyof FactsBySubject[S], SetFact<FactsBySubject[S]>>]: NullableColumn<
      FactsBySubject[S][K]
    >;
  };
  readonly sets: { readonly [K in SetFact<FactsBySubject[S]>]: IdSetColumn };
}

const BARE = /^[a-z_][a-z0-9_]*$/i;
const ONE_COLUMN = /^\{(row|it)\}\.("[^"]+"|[a-z_][a-z0-9_]*)$/i;

/**
 * Replaces `{row}` and `{it}` in an SQL fragment. A bare column name gets the alias `it`, or `row` if there is no `it`.
 * Any other expression is put in parentheses, so that operators inside it keep their precedence.
 */
export function replaceAliasPlaceholders(sql: string, row: string, it?: string): string {
  const text = BARE.test(sql) ? `${it === undefined ? '{row}' : '{it}'}.${sql}` : sql;
  if (it === undefined && text.includes('{it}')) {
    throw new Error(`policy: {it} without a join in ${sql}`);
  }
  const placed = text.replaceAll('{row}', row).replaceAll('{it}', it ?? '');
  return ONE_COLUMN.test(text) ? placed : `(${placed})`;
}

/**
 * The select list of all facts of a row, for a check in memory: `expression AS "fact"`, comma separated. Sets are
 * returned as text arrays. `alias` is the table's alias in the caller's FROM clause, quoted if necessary.
 */
export function factsSelectList(description: SubjectTable, alias: string): string {
  const it = 'policy_fact';
  const columns = Object.entries(description.columns).map(([fact, column]) => {
    const join = column.join === undefined ? undefined : factJoinOf(description, column.join);
    if (!join) return `${replaceAliasPlaceholders(column.sql, alias)} AS "${fact}"`;
    const from = `FROM ${join.table} ${it} WHERE ${replaceAliasPlaceholders(join.on, alias, it)}`;
    return `(SELECT ${replaceAliasPlaceholders(column.sql, alias, it)} ${from}) AS "${fact}"`;
  });
  const sets = Object.entries(description.sets ?? {}).map(([fact, set]) => {
    const from = `FROM ${set.table} ${it} WHERE ${replaceAliasPlaceholders(set.on, alias, it)}`;
    return `ARRAY(SELECT ${replaceAliasPlaceholders(set.value, alias, it)}::text ${from}) AS "${fact}"`;
  });
  return [...columns, ...sets].join(', ');
}

export function factJoinOf(description: SubjectTable, name: string): FactJoin {
  const join = description.joins?.[name];
  if (!join) throw new Error(`policy: ${description.table} declares no join ${name}`);
  return join;
}

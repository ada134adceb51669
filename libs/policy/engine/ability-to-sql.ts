import type { MongoAbility } from '@casl/ability';
import { buildAnd, buildOr, CompoundCondition, FieldCondition, type Condition } from '@ucast/core';
import type { Ability } from './ability.js';
import { assertAction } from '../policy-actions.js';
import {
  replaceAliasPlaceholders,
  factJoinOf,
  type FactColumn,
  type IdSetColumn,
  type SubjectTable,
} from './subject-table.js';

export interface AbilitySqlContext {
  /** The alias of the subject's table in the caller's FROM clause, quoted if necessary. */
  readonly alias: string;
  /** Adds a parameter to the statement and returns its placeholder. An array is bound as one parameter. */
  readonly bind: (value: unknown) => string;
  /** Whether to bind an empty list as a parameter too, so that viewers with the same rules share the same SQL text. */
  readonly bindsEmpty?: boolean;
}

/**
 * Compiles a boolean SQL expression that is TRUE for exactly the rows to which `ability` may do `action`, else FALSE,
 * never NULL. Returns `FALSE` when no rule allows the action. Throws where SQL and memory would answer differently:
 * unknown facts and operators, `$exists`, ordering of a nullable or text column, and negative operators over sets.
 */
export function abilityToSql(
  ability: Ability,
  action: string,
  subject: string,
  description: SubjectTable,
  place: AbilitySqlContext,
): string {
  const rules = ability.rulesOf(subject);
  assertAction(subject, action);
  const condition = conditionOf(rules.rulesFor(action, subject));
  if (condition === null) return 'FALSE';
  return new Compiler(subject, description, place).render(condition);
}

const EVERY_ROW = buildAnd([]);

/**
 * Combines the rules in order: each allow adds rows, each forbid removes rows, so the last matching rule decides. Every
 * rule appears once. CASL's `rulesToAST` would repeat a forbid for each earlier allow, and PostgreSQL would plan every
 * copy.
 */
function conditionOf(rules: ReturnType<MongoAbility['rulesFor']>): Condition | null {
  let condition: Condition | null = null;
  for (const { ast, inverted } of rules.toReversed()) {
    if (!ast) condition = inverted ? null : EVERY_ROW;
    else if (!inverted) condition = condition ? buildOr([condition, ast]) : ast;
    else if (condition) condition = buildAnd([condition, new CompoundCondition('not', [ast])]);
  }
  return condition;
}

const ORDER: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

class Compiler {
  private inner = 0;

  constructor(
    private readonly subject: string,
    private readonly description: SubjectTable,
    private readonly place: AbilitySqlContext,
  ) {}

  render(condition: Condition): string {
    if (condition instanceof FieldCondition) return this.field(condition);
    if (!(condition instanceof CompoundCondition)) throw this.refusal(condition.operator);
    const parts = (condition.value as Condition[]).map((part) => this.render(part));
    if (condition.operator === 'and') return parts.length ? `(${parts.join(' AND ')})` : 'TRUE';
    if (condition.operator === 'or') return parts.length ? `(${parts.join(' OR ')})` : 'FALSE';
    if (condition.operator === 'not' || condition.operator === 'nor') {
      return `NOT (${parts.join(' OR ')})`;
    }
    throw this.refusal(condition.operator);
  }

  private field({ field, operator, value }: FieldCondition): string {
    const { columns, sets } = this.description;
    if (sets && Object.hasOwn(sets, field)) return this.set(sets[field]!, field, operator, value);
    if (!Object.hasOwn(columns, field)) {
      throw new Error(
        `policy: ${this.subject}.${field} is not described in ${this.description.table}`,
      );
    }
    const column = columns[field]!;
    return column.join === undefined
      ? this.compare(
          replaceAliasPlaceholders(column.sql, this.place.alias),
          column.nullable === true,
          operator,
          value,
          field,
        )
      : this.joined(column, column.join, operator, value, field);
  }

  /**
   * Uses EXISTS instead of JOIN, because a join would duplicate or drop rows under OR and NOT. A fact of a missing row
   * is NULL.
   */
  private joined(
    column: FactColumn,
    name: string,
    operator: string,
    value: unknown,
    field: string,
  ): string {
    const join = factJoinOf(this.description, name);
    const it = this.nextAlias();
    const isNegative = operator === 'ne' || operator === 'nin';
    const wantsNull = value === null && (operator === 'eq' || operator === 'ne');
    const sql = replaceAliasPlaceholders(column.sql, this.place.alias, it);
    const positive = wantsNull
      ? `${sql} IS NOT NULL`
      : this.compare(sql, column.nullable === true, POSITIVE[operator] ?? operator, value, field);
    const exists = `EXISTS (SELECT 1 FROM ${join.table} ${it} WHERE ${replaceAliasPlaceholders(join.on, this.place.alias, it)} AND ${positive})`;
    return isNegative === wantsNull ? exists : `NOT ${exists}`;
  }

  private set(set: IdSetColumn, field: string, operator: string, value: unknown): string {
    const it = this.nextAlias();
    const id = replaceAliasPlaceholders(set.value, this.place.alias, it);
    const from = `SELECT 1 FROM ${set.table} ${it} WHERE ${replaceAliasPlaceholders(set.on, this.place.alias, it)}`;
    if (operator === 'eq' && typeof value === 'string') {
      return `EXISTS (${from} AND ${id} = ${this.place.bind(value)})`;
    }
    if (operator === 'in') {
      const ids = this.list(value, field);
      return ids ? `EXISTS (${from} AND ${id} = ANY(${ids}))` : 'FALSE';
    }
    throw this.refusal(operator, `the set ${field}`);
  }

  /** Never yields NULL, so that NOT stays correct. Leaves `column = value` unwrapped, so that an index can be used. */
  private compare(
    sql: string,
    isNullable: boolean,
    operator: string,
    value: unknown,
    field: string,
  ): string {
    if (operator === 'in' || operator === 'nin') {
      const list = this.list(value, field);
      if (operator === 'in')
        return list ? known(isNullable, sql, `${sql} = ANY(${list})`) : 'FALSE';
      return list ? orUnknown(isNullable, sql, `${sql} <> ALL(${list})`) : 'TRUE';
    }
    if (operator === 'eq' || operator === 'ne') {
      if (value === null) return operator === 'eq' ? `${sql} IS NULL` : `${sql} IS NOT NULL`;
      const other = this.scalar(value, field);
      return operator === 'eq'
        ? known(isNullable, sql, `${sql} = ${other}`)
        : orUnknown(isNullable, sql, `${sql} <> ${other}`);
    }
    const order = ORDER[operator];
    if (!order) throw this.refusal(operator, field);
    // Ordering differs: in memory null is smaller than every value, in SQL the result is unknown. Text is compared by
    // code unit in memory, by collation in SQL.
    if (isNullable) throw new Error(`policy: order on the nullable ${this.subject}.${field}`);
    if (typeof value !== 'number' && !(value instanceof Date)) {
      throw new Error(
        `policy: order on ${this.subject}.${field} with neither a number nor a moment`,
      );
    }
    return `${sql} ${order} ${this.scalar(value, field)}`;
  }

  private scalar(value: unknown, field: string): string {
    const isScalar =
      ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
    if (!isScalar)
      throw new Error(`policy: ${this.subject}.${field} is compared with no plain value`);
    return this.place.bind(value);
  }

  /** The placeholder of the whole list, or undefined for an empty list. */
  private list(value: unknown, field: string): string | undefined {
    if (!Array.isArray(value) || value.some((one) => one === null || typeof one === 'object')) {
      throw new Error(`policy: ${this.subject}.${field} needs a list of plain values`);
    }
    return value.length === 0 && !this.place.bindsEmpty ? undefined : this.place.bind(value);
  }

  private nextAlias(): string {
    this.inner += 1;
    return `policy_${this.inner}`;
  }

  private refusal(operator: string, where = 'a rule'): Error {
    return new Error(`policy: ${operator} has no SQL form (${this.subject}, ${where})`);
  }
}

const POSITIVE: Readonly<Record<string, string>> = { ne: 'eq', nin: 'in' };
const known = (isNullable: boolean, sql: string, test: string) =>
  isNullable ? `(${sql} IS NOT NULL AND ${test})` : test;
const orUnknown = (isNullable: boolean, sql: string, test: string) =>
  isNullable ? `(${sql} IS NULL OR ${test})` : test;

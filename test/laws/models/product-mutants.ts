import { AccessService } from '#access/access.service.js';
import type { Database } from '#database/database.js';
import { Refusal } from '#kernel/errors.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import { POLICIES } from '#policy/engine/policies.js';
import type { Policy } from '#policy/engine/policy-rules.js';
import type { TestApp } from '../../support/app/app.js';

/** Restores the check that a mutant removed. */
export type RestoreCheck = () => unknown;

/** A mutant removes one check from the running application. Source files stay unchanged. */
export interface Mutant {
  readonly name: string;
  takeOut(app: TestApp): RestoreCheck | Promise<RestoreCheck>;
}

type Method = (...args: never[]) => unknown;
type Class<T> = abstract new (...args: never[]) => T;
type Conditions = Readonly<Record<string, unknown>>;

/** Replaces a property of an object, also a private one. Returns a function that restores the property. */
export function replaceProperty(object: object, key: string, value: unknown): RestoreCheck {
  const own = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(object, key, own);
    else Reflect.deleteProperty(object, key);
  };
}

/**
 * Creates a mutant that replaces a method. The replacement receives the original method. Throws if the method does not
 * exist.
 */
export function methodMutant<T extends object>(
  name: string,
  type: Class<T>,
  method: string,
  does: (was: Method, args: readonly never[], app: TestApp) => unknown,
): Mutant {
  if (!(method in (type.prototype as T)))
    throw new Error(`${name}: ${type.name} has no ${method}()`);
  return {
    name,
    takeOut(app) {
      const service = app.get(type) as Record<string, Method>;
      const was = service[method]!.bind(service);
      return replaceProperty(service, method, (...args: never[]) => does(was, args, app));
    },
  };
}

/** Creates a mutant that replaces a part of an SQL statement. */
export const sqlMutant = (name: string, part: RegExp, instead: string): Mutant => ({
  name,
  takeOut({ db }) {
    const was = db.query.bind(db);
    const query = (sql: string, values?: unknown[]) => was(sql.replace(part, instead), values);
    return replaceProperty(db, 'query', query);
  },
});

/** Creates a mutant that ignores refusals with this reason: instead of the refusal, the method returns `instead`. */
export const ignoredRefusalMutant = <T extends object>(
  name: string,
  type: Class<T>,
  method: string,
  reason: string,
  instead: unknown,
): Mutant =>
  methodMutant(name, type, method, async (was, args) => {
    try {
      return await was(...args);
    } catch (error) {
      if (error instanceof Refusal && error.reason === reason) return instead;
      throw error;
    }
  });

/** Selects the rules that use a fact, or the rules without conditions. */
export interface RuleSelector {
  readonly kind: 'allow' | 'forbid';
  readonly fact?: string;
  /** The conditions that remain in the rule. If undefined, the mutant drops the whole rule. */
  readonly keeps?: readonly string[];
}

/** Creates a mutant that drops policy rules about an action, or reduces their conditions to `keeps`. */
export const ruleMutant = (
  name: string,
  subject: SubjectName,
  action: string,
  { kind, fact, keeps }: RuleSelector,
): Mutant => ({
  name,
  takeOut() {
    const was = POLICIES[subject] as Policy<never>;
    const isIt = (how: string, conditions?: Conditions) =>
      how === kind && (fact ? conditions !== undefined && fact in conditions : !conditions);
    const policy: Policy<never> = (viewer, rules) => {
      const said =
        (how: 'allow' | 'forbid') => (of: string | string[], conditions?: Conditions) => {
          const say = rules[how] as unknown as (a: readonly string[], c?: Conditions) => unknown;
          const its = isIt(how, conditions) ? [of].flat().filter((one) => one === action) : [];
          const others = [of].flat().filter((one) => !its.includes(one));
          const kept = Object.entries(conditions ?? {}).filter(([key]) => keeps?.includes(key));
          if (its.length > 0 && keeps) say(its, Object.fromEntries(kept));
          return (others.length > 0 && say(others, conditions)) || { because: () => undefined };
        };
      was(viewer, { allow: said('allow'), forbid: said('forbid') } as never);
    };
    return replaceProperty(POLICIES, subject, policy);
  },
});

/**
 * Creates a mutant that removes several redundant checks at once. The model could not detect that a single one is
 * missing.
 */
export const combinedMutant = (name: string, ...mutants: readonly Mutant[]): Mutant => ({
  name,
  async takeOut(app) {
    const undone: RestoreCheck[] = [];
    for (const mutant of mutants) undone.unshift(await mutant.takeOut(app));
    return async () => {
      for (const undo of undone) await undo();
    };
  },
});

/** Creates a mutant that replaces the query of a view. */
export const viewMutant = (name: string, view: string, change: (is: string) => string): Mutant => ({
  name,
  async takeOut({ db }) {
    const is = await definitionOf(db, view);
    const changed = change(is);
    if (changed === is)
      throw new Error(`${name}: the pattern no longer matches the view ${view}; update the mutant`);
    await db.query(`create or replace view ${view} as ${changed}`);
    return () => db.query(`create or replace view ${view} as ${is}`);
  },
});

async function definitionOf(db: Database, view: string): Promise<string> {
  const [row] = await db.query<{ is: string }>('select pg_get_viewdef($1::regclass) as is', [view]);
  return row!.is.replace(/;\s*$/, '');
}

/** Creates a mutant that reads rows without locking them. */
export const lockMutant = (): Mutant => ({
  name: 'nothing is locked',
  takeOut({ get }) {
    const access = get(AccessService);
    const { db } = access as unknown as { db: Database };
    return replaceProperty(access, 'db', Object.create(db, { isWriting: { value: false } }));
  },
});

/** Creates a mutant that drops one source of conflicts of interest from the view `tie`. */
export const conflictMutant = (name: string, pairs: string): Mutant =>
  viewMutant(
    `${name} is no conflict of interest`,
    'tie',
    (is) => `select t.account_id, t.other_id from (${is}) t where not exists (
      select 1 from (${pairs}) s (a, b) where (s.a, s.b) in ((t.account_id, t.other_id), (t.other_id, t.account_id)))`,
  );

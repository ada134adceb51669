import { AccessService } from '#access/access.service.js';
import type { Database } from '#database/database.js';
import { Refusal } from '#kernel/errors.js';
import type { SubjectName } from '#policy/facts/facts.js';
import { POLICIES } from '#policy/engine/policies.js';
import type { Policy } from '#policy/engine/rules.js';
import type { TestApp } from '../../support/app/app.js';

/** Puts back what was taken out. */
export type Undo = () => unknown;

/** One check taken out of the running application; the sources stay as they are. */
export interface Mutant {
  readonly name: string;
  takeOut(app: TestApp): Undo | Promise<Undo>;
}

type Method = (...args: never[]) => unknown;
type Class<T> = abstract new (...args: never[]) => T;
type Conditions = Readonly<Record<string, unknown>>;

/** Puts another value in the place of a property of an object, a private one too. */
export function replaced(object: object, key: string, value: unknown): Undo {
  const own = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(object, key, own);
    else Reflect.deleteProperty(object, key);
  };
}

/** A method that does something else with what it did before. */
export const ofMethod = <T extends object>(
  name: string,
  type: Class<T>,
  method: string,
  does: (was: Method, args: readonly never[], app: TestApp) => unknown,
): Mutant => ({
  name,
  takeOut(app) {
    const service = app.get(type) as Record<string, Method>;
    const was = service[method]!.bind(service);
    return replaced(service, method, (...args: never[]) => does(was, args, app));
  },
});

/** A part of a statement that says something else. */
export const ofSql = (name: string, part: RegExp, instead: string): Mutant => ({
  name,
  takeOut({ db }) {
    const was = db.query.bind(db);
    const query = (sql: string, values?: unknown[]) => was(sql.replace(part, instead), values);
    return replaced(db, 'query', query);
  },
});

/** Refusals of a method with this reason that do not come: it gives something instead. */
export const withoutRefusal = <T extends object>(
  name: string,
  type: Class<T>,
  method: string,
  reason: string,
  instead: unknown,
): Mutant =>
  ofMethod(name, type, method, async (was, args) => {
    try {
      return await was(...args);
    } catch (error) {
      if (error instanceof Refusal && error.reason === reason) return instead;
      throw error;
    }
  });

/** Which rules: those that mention a fact, or those without any condition. */
export interface Rule {
  readonly kind: 'allow' | 'forbid';
  readonly fact?: string;
  /** The facts that it goes on asking for; without any it is not said at all. */
  readonly keeps?: readonly string[];
}

/** Rules of a policy about an action that are not said, or say only what they keep. */
export const ofRule = (
  name: string,
  subject: SubjectName,
  action: string,
  { kind, fact, keeps }: Rule,
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
    return replaced(POLICIES, subject, policy);
  },
});

/** Checks of which each would do without the other. */
export const together = (name: string, ...mutants: readonly Mutant[]): Mutant => ({
  name,
  async takeOut(app) {
    const undone: Undo[] = [];
    for (const mutant of mutants) undone.unshift(await mutant.takeOut(app));
    return async () => {
      for (const undo of undone) await undo();
    };
  },
});

/** A view that says something else. */
export const ofView = (name: string, view: string, change: (is: string) => string): Mutant => ({
  name,
  async takeOut({ db }) {
    const is = await definitionOf(db, view);
    const changed = change(is);
    if (changed === is) throw new Error(`${name}: the view ${view} is another by now`);
    await db.query(`create or replace view ${view} as ${changed}`);
    return () => db.query(`create or replace view ${view} as ${is}`);
  },
});

async function definitionOf(db: Database, view: string): Promise<string> {
  const [row] = await db.query<{ is: string }>('select pg_get_viewdef($1::regclass) as is', [view]);
  return row!.is.replace(/;\s*$/, '');
}

/** Rows are read and not locked. */
export const withoutLocks = (): Mutant => ({
  name: 'nothing is locked',
  takeOut({ get }) {
    const access = get(AccessService);
    const { db } = access as unknown as { db: Database };
    return replaced(access, 'db', Object.create(db, { isWriting: { value: false } }));
  },
});

/** A source of ties that the view does not name. */
export const ofTie = (name: string, pairs: string): Mutant =>
  ofView(
    `${name} ties nobody`,
    'tie',
    (is) => `select t.account_id, t.other_id from (${is}) t where not exists (
      select 1 from (${pairs}) s (a, b) where (s.a, s.b) in ((t.account_id, t.other_id), (t.other_id, t.account_id)))`,
  );

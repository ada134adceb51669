import type { ActionOf } from '../actions.js';
import type { Facts, SubjectName } from '../facts/facts.js';
import type { Reason } from './reasons.js';
import type { Viewer } from '../viewer.js';

type Operators<V> = {
  readonly $eq?: V;
  readonly $ne?: V;
  readonly $in?: readonly NonNullable<V>[];
  readonly $nin?: readonly NonNullable<V>[];
  readonly $lt?: NonNullable<V>;
  readonly $lte?: NonNullable<V>;
  readonly $gt?: NonNullable<V>;
  readonly $gte?: NonNullable<V>;
};
/** A set is only ever asked whether it holds one of some ids: the negation of a set is a `forbid`. */
type Condition<V> = [V] extends [readonly (infer Id)[]]
  ? Id | { readonly $in: readonly Id[] }
  : V | Operators<V>;
export type Conditions<F> = { readonly [K in keyof F]?: Condition<F[K]> };

export interface RawRule {
  readonly action: string[];
  readonly subject: string;
  readonly conditions?: Record<string, unknown>;
  readonly inverted?: true;
  reason?: string;
}

export interface RulesOf<S extends SubjectName> {
  allow(action: ActionOf<S> | readonly ActionOf<S>[], conditions?: Conditions<Facts[S]>): void;
  /** Takes out of what was allowed before it. The reason is told only to a viewer who would be allowed otherwise. */
  forbid(
    action: ActionOf<S> | readonly ActionOf<S>[],
    conditions?: Conditions<Facts[S]>,
  ): { because(reason: Reason): void };
}

/** The rules of one subject as sentences: what this viewer may do to a row with which facts. */
export type Policy<S extends SubjectName> = (viewer: Viewer, rules: RulesOf<S>) => void;

/** Runs a policy for a viewer and gathers its rules in the order they were said; a later one wins. */
export function gather<S extends SubjectName>(
  subject: S,
  policy: Policy<S>,
  viewer: Viewer,
): RawRule[] {
  const rules: RawRule[] = [];
  const add = (
    action: string | readonly string[],
    conditions: object | undefined,
    isForbid: boolean,
  ) => {
    const rule: RawRule = {
      action: typeof action === 'string' ? [action] : [...action],
      subject,
      ...(conditions && { conditions: checked(subject, conditions) }),
      ...(isForbid && { inverted: true as const }),
    };
    rules.push(rule);
    return rule;
  };
  policy(viewer, {
    allow: (action, conditions) => void add(action, conditions, false),
    forbid: (action, conditions) => {
      const rule = add(action, conditions, true);
      return { because: (reason) => void (rule.reason = reason) };
    },
  });
  return rules;
}

/** An undefined value or no condition at all would widen the rule without anybody saying so. */
function checked(subject: string, conditions: object): Record<string, unknown> {
  const entries = Object.entries(conditions);
  if (entries.length === 0) throw new Error(`policy: empty conditions on ${subject}`);
  for (const [fact, value] of entries) {
    if (value === undefined)
      throw new Error(`policy: ${subject}.${fact} is compared with undefined`);
  }
  return conditions as Record<string, unknown>;
}

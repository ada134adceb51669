import type { ActionOf } from '../policy-actions.js';
import type { FactsBySubject, SubjectName } from '../facts/facts-by-subject.js';
import type { RefusalReason } from './refusal-reasons.js';
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
/** For a set, a rule can only test whether the set contains one of some ids. For the opposite test, use `forbid`. */
type Condition<V> = [V] extends [readonly (infer Id)[]]
  ? Id | { readonly $in: readonly Id[] }
  : V | Operators<V>;
export type RuleConditions<F> = { readonly [K in keyof F]?: Condition<F[K]> };

export interface RawRule {
  readonly action: string[];
  readonly subject: string;
  readonly conditions?: Record<string, unknown>;
  readonly inverted?: true;
  reason?: string;
}

export interface RuleBuilder<S extends SubjectName> {
  allow(
    action: ActionOf<S> | readonly ActionOf<S>[],
    conditions?: RuleConditions<FactsBySubject[S]>,
  ): void;
  /**
   * Excludes rows that earlier rules allowed. The reason is disclosed only to a viewer who would otherwise be allowed.
   */
  forbid(
    action: ActionOf<S> | readonly ActionOf<S>[],
    conditions?: RuleConditions<FactsBySubject[S]>,
  ): { because(reason: RefusalReason): void };
}

/** Declares the rules of one subject for one viewer: which actions are allowed on rows with which facts. */
export type Policy<S extends SubjectName> = (viewer: Viewer, rules: RuleBuilder<S>) => void;

/** Runs a policy for a viewer and collects its rules in order. Later rules override earlier ones. */
export function collectRules<S extends SubjectName>(
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
      ...(conditions && { conditions: validatedConditions(subject, conditions) }),
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

/** Throws on an undefined value or empty conditions, because either would silently widen the rule. */
function validatedConditions(subject: string, conditions: object): Record<string, unknown> {
  const entries = Object.entries(conditions);
  if (entries.length === 0) throw new Error(`policy: empty conditions on ${subject}`);
  for (const [fact, value] of entries) {
    if (value === undefined)
      throw new Error(`policy: ${subject}.${fact} is compared with undefined`);
  }
  return conditions as Record<string, unknown>;
}

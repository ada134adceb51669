import { createMongoAbility, type MongoAbility } from '@casl/ability';
import { CompoundCondition, FieldCondition, type Condition } from '@ucast/core';
import { assertAction, type ActionOf } from '../policy-actions.js';
import type { FactsBySubject, SubjectName } from '../facts/facts-by-subject.js';
import { PerViewerCache } from './per-viewer-cache.js';
import { POLICIES } from './policies.js';
import { collectRules, type Policy, type RawRule } from './policy-rules.js';
import type { Viewer } from '../viewer.js';

type Rule = ReturnType<MongoAbility['rulesFor']>[number];

/**
 * Answers what one viewer may do. Throws on an unknown subject or action, and when a fact that a rule uses was not
 * loaded.
 */
export interface Ability {
  /** Whether the viewer may do `action` to the row with these facts. Omit the facts for an action that needs no row. */
  can<S extends SubjectName>(action: ActionOf<S>, subject: S, facts?: FactsBySubject[S]): boolean;
  /**
   * The message key of a refusal: the reason of the rule if the viewer would be allowed without it, else
   * `policy.refused`. Undefined if the action is allowed.
   */
  reason<S extends SubjectName>(
    action: ActionOf<S>,
    subject: S,
    facts?: FactsBySubject[S],
  ): string | undefined;
  /** Whether any rule allows the viewer to do `action` to some row. If not, a list is refused instead of empty. */
  mayEver<S extends SubjectName>(action: ActionOf<S>, subject: S): boolean;
  /** The CASL rules of one subject, for the SQL compiler. */
  rulesOf(subject: string): MongoAbility;
}

const abilities = new PerViewerCache<Ability>();

/** The ability of a viewer, cached on the viewer object. The rules of a subject are built when first needed. */
export function abilityOf(viewer: Viewer): Ability {
  return abilities.of(viewer, () => new RuleAbility((subject) => rawRules(viewer, subject)));
}

/** Creates an ability from given rules. Tests use it for rules that no policy contains. */
export const abilityFromRules = (rules: (subject: string) => RawRule[]): Ability =>
  new RuleAbility(rules);

function rawRules(viewer: Viewer, subject: string): RawRule[] {
  if (!Object.hasOwn(POLICIES, subject)) throw new Error(`policy: no subject ${subject}`);
  if (viewer.system !== undefined) return [{ action: ['manage'], subject }];
  const name = subject as SubjectName;
  return collectRules(name, POLICIES[name] as Policy<SubjectName>, viewer);
}

class RuleAbility implements Ability {
  private readonly bySubject = new Map<string, MongoAbility>();

  constructor(private readonly source: (subject: string) => RawRule[]) {}

  can(action: string, subject: string, facts: object = {}): boolean {
    return this.deciding(action, subject, facts)?.inverted === false;
  }

  reason(action: string, subject: string, facts: object = {}): string | undefined {
    const rule = this.deciding(action, subject, facts);
    if (rule?.inverted === false) return undefined;
    const isAllowedOtherwise = this.rules(action, subject).some(
      (other) => !other.inverted && other.matchesConditions(facts),
    );
    return (isAllowedOtherwise && rule?.reason) || 'policy.refused';
  }

  mayEver(action: string, subject: string): boolean {
    return this.rules(action, subject).some((rule) => !rule.inverted);
  }

  rulesOf(subject: string): MongoAbility {
    let rules = this.bySubject.get(subject);
    if (!rules) {
      rules = createMongoAbility(this.source(subject) as never);
      this.bySubject.set(subject, rules);
    }
    return rules;
  }

  private rules(action: string, subject: string): readonly Rule[] {
    const ability = this.rulesOf(subject);
    assertAction(subject, action);
    return ability.rulesFor(action, subject);
  }

  /** The last matching rule decides, as in CASL. Without a matching rule the action is refused. */
  private deciding(action: string, subject: string, facts: object): Rule | undefined {
    const rules = this.rules(action, subject);
    for (const rule of rules) assertLoaded(rule, subject, facts);
    return rules.find((rule) => rule.matchesConditions(facts));
  }
}

const mentioned = new WeakMap<Rule, readonly string[]>();

/**
 * Throws if a fact is undefined. CASL would treat an undefined fact as "not equal", which could allow what a rule
 * should forbid.
 */
function assertLoaded(rule: Rule, subject: string, facts: object): void {
  let names = mentioned.get(rule);
  if (!names) mentioned.set(rule, (names = rule.ast ? factsIn(rule.ast) : []));
  for (const fact of names) {
    if ((facts as Record<string, unknown>)[fact] === undefined) {
      throw new Error(`policy: ${subject}.${fact} was not loaded`);
    }
  }
}

function factsIn(condition: Condition): string[] {
  if (condition instanceof FieldCondition) return [condition.field];
  return condition instanceof CompoundCondition
    ? (condition.value as Condition[]).flatMap(factsIn)
    : [];
}

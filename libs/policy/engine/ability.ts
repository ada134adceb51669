import { createMongoAbility, type MongoAbility } from '@casl/ability';
import { CompoundCondition, FieldCondition, type Condition } from '@ucast/core';
import { assertAction, type ActionOf } from '../actions.js';
import type { Facts, SubjectName } from '../facts/facts.js';
import { PerViewer } from './per-viewer.js';
import { POLICIES } from './policies.js';
import { gather, type Policy, type RawRule } from './rules.js';
import type { Viewer } from '../viewer.js';

type Rule = ReturnType<MongoAbility['rulesFor']>[number];

/** What one viewer may do. Throws on an unknown subject or action, and when a fact that a rule mentions was not loaded. */
export interface Ability {
  /** Whether the viewer may do `action` to the row with these facts; without facts: an action that needs no row. */
  can<S extends SubjectName>(action: ActionOf<S>, subject: S, facts?: Facts[S]): boolean;
  /** The message key of a refusal: the rule's own if the viewer would be allowed but for it, else `policy.refused`. */
  reason<S extends SubjectName>(
    action: ActionOf<S>,
    subject: S,
    facts?: Facts[S],
  ): string | undefined;
  /** Whether there is any row at all to which the viewer might do `action`; a list without any is refused, not empty. */
  mayEver<S extends SubjectName>(action: ActionOf<S>, subject: S): boolean;
  /** The rules of one subject, for the compiler to SQL. */
  rulesOf(subject: string): MongoAbility;
}

const abilities = new PerViewer<Ability>();

/** The ability of a viewer, made once per viewer object and subject by subject as they are asked for. */
export function abilityOf(viewer: Viewer): Ability {
  return abilities.of(viewer, () => new RuleAbility((subject) => rawRules(viewer, subject)));
}

/** An ability made of given rules; the laws use it to try rules that no policy has. */
export const abilityFrom = (rules: (subject: string) => RawRule[]): Ability =>
  new RuleAbility(rules);

function rawRules(viewer: Viewer, subject: string): RawRule[] {
  if (!Object.hasOwn(POLICIES, subject)) throw new Error(`policy: no subject ${subject}`);
  if (viewer.system !== undefined) return [{ action: ['manage'], subject }];
  const name = subject as SubjectName;
  return gather(name, POLICIES[name] as Policy<SubjectName>, viewer);
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

  /** The last rule said that fits the row, as in CASL; none means no. */
  private deciding(action: string, subject: string, facts: object): Rule | undefined {
    const rules = this.rules(action, subject);
    for (const rule of rules) assertLoaded(rule, subject, facts);
    return rules.find((rule) => rule.matchesConditions(facts));
  }
}

const mentioned = new WeakMap<Rule, readonly string[]>();

/** A fact that nobody loaded would read as "not equal" and so open what it should close. */
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

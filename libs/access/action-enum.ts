import { registerEnumType } from '@nestjs/graphql';
import { POLICY_ACTIONS, type ActionOf } from '#policy/policy-actions.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';

/**
 * Creates the GraphQL enum of a subject's actions, for `viewerCan: [ChannelAction!]!`. Call it once per subject, in the
 * library of the subject.
 */
export function createActionEnum<S extends SubjectName>(
  subject: S,
): Record<ActionOf<S>, ActionOf<S>> {
  const actions = POLICY_ACTIONS[subject] as readonly ActionOf<S>[];
  const values = Object.fromEntries(actions.map((action) => [action, action]));
  registerEnumType(values, { name: `${subject}Action` });
  return values as Record<ActionOf<S>, ActionOf<S>>;
}

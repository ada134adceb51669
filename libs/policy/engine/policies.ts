import type { SubjectName } from '../facts/facts.js';
import { GROUPS } from './policies-of-groups.js';
import { MODERATION } from './policies-of-moderation.js';
import { ORGANISATIONS } from './policies-of-organisations.js';
import { OWN } from './policies-of-own.js';
import { PEOPLE } from './policies-of-people.js';
import { VETTING } from './policies-of-vetting.js';
import type { Policy } from './rules.js';

/** Every subject has a policy; one that is missing does not compile. */
export const POLICIES: { readonly [S in SubjectName]: Policy<S> } = {
  ...OWN,
  ...PEOPLE,
  ...VETTING,
  ...GROUPS,
  ...ORGANISATIONS,
  ...MODERATION,
};

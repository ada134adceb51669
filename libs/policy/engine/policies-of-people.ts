import { alliancePolicy } from '../member-rules/alliance.policy.js';
import { blockPolicy } from '../member-rules/block.policy.js';
import { introductionPolicy } from '../member-rules/introduction.policy.js';
import { profileFieldPolicy } from '../member-rules/profile-field.policy.js';
import { profilePolicy } from '../member-rules/profile.policy.js';
import { savedSearchPolicy } from '../member-rules/saved-search.policy.js';
import { suggestionPolicy } from '../member-rules/suggestion.policy.js';

/** People, and what there is between two of them. */
export const PEOPLE = {
  Profile: profilePolicy,
  ProfileField: profileFieldPolicy,
  Introduction: introductionPolicy,
  Suggestion: suggestionPolicy,
  Alliance: alliancePolicy,
  Block: blockPolicy,
  SavedSearch: savedSearchPolicy,
};

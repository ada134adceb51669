import { alliancePolicy } from './alliance.policy.js';
import { blockPolicy } from './block.policy.js';
import { introductionPolicy } from './introduction.policy.js';
import { profileFieldPolicy } from './profile-field.policy.js';
import { profilePolicy } from './profile.policy.js';
import { savedSearchPolicy } from './saved-search.policy.js';
import { suggestionPolicy } from './suggestion.policy.js';

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

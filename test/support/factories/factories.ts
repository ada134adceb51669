import { makeChannel, makeGroup, makeMembership } from './make-groups.js';
import { insertReport } from './make-matters.js';
import { makeAffiliation, makeOrganisation } from './make-organisations.js';
import { makeProfile } from './make-profile.js';

/**
 * Factories for everything except people, for example `factories.group(app, { steward: ada })`. Each factory takes
 * overrides, creates missing parts and uses the product's services. A feature adds a file in this folder and registers
 * it below.
 */
export const factories = {
  profile: makeProfile,
  channel: makeChannel,
  group: makeGroup,
  membership: makeMembership,
  organisation: makeOrganisation,
  affiliation: makeAffiliation,
  report: insertReport,
};

import { channel, group, membership } from './make-groups.js';
import { insertReport } from './make-matters.js';
import { affiliation, organisation } from './make-organisations.js';
import { makeProfile } from './make-profile.js';

/**
 * Factories for everything except people, for example `make.group(app, { steward: ada })`. Each factory takes
 * overrides, creates missing parts and uses the product's services. A feature adds a file in this folder and registers
 * it below.
 */
export const make = {
  profile: makeProfile,
  channel,
  group,
  membership,
  organisation,
  affiliation,
  report: insertReport,
};

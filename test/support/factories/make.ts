import { channel, group, membership } from './make-groups.js';
import { insertReport } from './make-matters.js';
import { affiliation, organisation } from './make-organisations.js';
import { makeProfile } from './make-profile.js';

/**
 * Factories for everything besides people: `make.group(app, { steward: ada })`. Each takes overrides, creates missing
 * parts and uses the services. A feature adds a file here and registers it below.
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

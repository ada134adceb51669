import { channel, group, membership } from './make-groups.js';
import { report } from './make-matters.js';
import { affiliation, organisation } from './make-organisations.js';
import { makeProfile } from './make-profile.js';

/**
 * Factories of what a world has besides people: `make.group(app, { steward: ada })`. Each takes overrides, makes its
 * missing parents and works through the services. A feature adds a file beside this one and names it here.
 */
export const make = {
  profile: makeProfile,
  channel,
  group,
  membership,
  organisation,
  affiliation,
  report,
};

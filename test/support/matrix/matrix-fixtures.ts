import type { MatrixFixtureFactory } from './matrix-fixture.js';
import { COALITION_FIXTURES } from './matrix-fixtures-coalitions.js';
import { GROUP_FIXTURES } from './matrix-fixtures-groups.js';
import { MODERATION_FIXTURES } from './matrix-fixtures-moderation.js';
import { ORGANISATION_FIXTURES } from './matrix-fixtures-organisations.js';
import { OWN_ROW_FIXTURES } from './matrix-fixtures-own.js';
import { PEOPLE_FIXTURES } from './matrix-fixtures-people.js';
import { SUPPORT_FIXTURES } from './matrix-fixtures-support.js';
import { THREAD_FIXTURES } from './matrix-fixtures-threads.js';
import { VETTING_FIXTURES } from './matrix-fixtures-vetting.js';

/** The factory of a row for every subject that an endpoint addresses, also for its other states. */
export const MATRIX_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  ...GROUP_FIXTURES,
  ...COALITION_FIXTURES,
  ...ORGANISATION_FIXTURES,
  ...PEOPLE_FIXTURES,
  ...VETTING_FIXTURES,
  ...MODERATION_FIXTURES,
  ...SUPPORT_FIXTURES,
  ...THREAD_FIXTURES,
  ...OWN_ROW_FIXTURES,
};

import { type Cells, each, EVERY, type Expected, without } from './expectation.js';

/* The part of the permission matrix of the design that is about moderation; see expected-matrix.ts. */

const OWN = 'own';
const ASSIGNED = 'assigned reviewed';
const NOT_RECUSED = without(EVERY, OWN, 'recused');

const me = (relations: string): Cells => ({ ME: relations });
const moderator = (relations: string): Cells => ({ MO: relations });
const nobody: Cells = {};

export const EXPECTED_OF_MODERATION: Pick<Expected, 'Matter' | 'Report'> = {
  Matter: {
    plain: {
      ...each(moderator(NOT_RECUSED), 'queue', 'claim'),
      ...each(moderator(ASSIGNED), 'read', 'readFile', 'release', 'hand', 'suspend', 'close'),
    },
    states: {
      // R4: not even with the duty.
      'about oneself': {
        ...each(nobody, 'queue', 'claim'),
        ...each(nobody, 'read', 'readFile', 'release', 'hand', 'suspend', 'close'),
      },
      closed: {
        ...each(nobody, 'queue', 'claim'),
        ...each(nobody, 'read', 'readFile', 'release', 'hand', 'suspend', 'close'),
      },
    },
  },
  Report: {
    plain: {
      read: { ME: OWN, MO: `own ${ASSIGNED}` },
      ...each(moderator(ASSIGNED), 'readFile', 'removeContent'),
    },
    states: {
      'about oneself': { read: me(OWN), ...each(nobody, 'readFile', 'removeContent') },
      'of a closed matter': { read: me(OWN), ...each(nobody, 'readFile', 'removeContent') },
    },
  },
};

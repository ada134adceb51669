import {
  type ExpectedCells,
  sameCells,
  ALL_RELATIONS,
  type ExpectedMatrix,
  type ExpectedColumn,
  withoutRelations,
} from './expected-cells.js';

import { FOR_COALITION_STEWARDS } from './expected-matrix-of-coalitions.js';

/* The part of the permission matrix about two-person acts (row 22a). */

const OWN = 'own';
/** The requester can follow the two-person act, whatever the requester's duty. */
const asker: ExpectedCells = { ME: OWN, AU: OWN, AD: OWN };
const nobody: ExpectedCells = {};
const UNTIED = withoutRelations(ALL_RELATIONS, 'recused');

/** Returns the cells for holders of this duty: they read and decide two-person requests, except their own requests. */
const decidedBy = (column: ExpectedColumn) => ({
  read: { ...asker, [column]: UNTIED, 'ST+': OWN },
  ...sameCells({ [column]: withoutRelations(UNTIED, OWN), 'ST+': '' }, 'approve', 'refuse'),
});
const over = sameCells(nobody, 'approve', 'refuse', 'change', 'withdraw');

/** Row 31 of the design table: administrators grant and revoke duties, and a holder may give up a duty. */
export const EXPECTED_OF_DUTIES: Pick<ExpectedMatrix, 'Duty' | 'DutyCode'> = {
  Duty: {
    plain: {
      grant: { AD: ALL_RELATIONS, 'ST+': '' },
      read: { ...asker, AD: ALL_RELATIONS, 'ST+': OWN },
      take: { AD: withoutRelations(ALL_RELATIONS, OWN), 'ST+': '' },
      ...sameCells(asker, 'layDown', 'nameHolder'),
    },
    states: { 'of an auditor': { take: nobody } },
  },
  DutyCode: {
    plain: {
      make: { PR: '', ME: ALL_RELATIONS, x: { PR: ALL_RELATIONS, ME: '' } },
      ...sameCells({ ME: OWN }, 'read', 'revoke'),
    },
  },
};

export const EXPECTED_TWO_PERSON_ACT: ExpectedMatrix['TwoPersonAct'] = {
  plain: { ...decidedBy('MO'), ...sameCells(asker, 'change', 'withdraw') },
  states: {
    'for who vets': decidedBy('VT'),
    'for who supports': decidedBy('SU'),
    'for administrators': decidedBy('AD'),
    'for stewards': {
      read: { ...asker, ME: 'own steward readOnly' },
      approve: { ME: 'steward' },
      refuse: { ME: 'steward readOnly' },
    },
    'for coalition stewards': FOR_COALITION_STEWARDS,
    'for the other of two': {
      read: { ...asker, ME: `own introduced` },
      ...sameCells({ ME: 'introduced' }, 'approve', 'refuse'),
    },
    'about oneself': { read: nobody, ...over },
    decided: over,
    over,
  },
};

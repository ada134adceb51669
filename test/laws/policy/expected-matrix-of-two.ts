import {
  type Cells,
  each,
  EVERY,
  type Expected,
  type ExpectedColumn,
  without,
} from './expectation.js';

/* The part of the permission matrix about two-person acts (row 22a). */

const OWN = 'own';
/** The requester can follow it, whatever their duty. */
const asker: Cells = { ME: OWN, AU: OWN, AD: OWN };
const nobody: Cells = {};
const UNTIED = without(EVERY, 'recused');

/** Holders of this duty read and decide it, except their own requests. */
const decidedBy = (column: ExpectedColumn) => ({
  read: { ...asker, [column]: UNTIED, 'ST+': OWN },
  ...each({ [column]: without(UNTIED, OWN), 'ST+': '' }, 'approve', 'refuse'),
});
const over = each(nobody, 'approve', 'refuse', 'change', 'withdraw');

/** Row 31: administrators grant and take duties; the holder may lay one down. */
export const EXPECTED_OF_DUTIES: Pick<Expected, 'Duty' | 'DutyCode'> = {
  Duty: {
    plain: {
      grant: { AD: EVERY, 'ST+': '' },
      read: { ...asker, AD: EVERY, 'ST+': OWN },
      take: { AD: without(EVERY, OWN), 'ST+': '' },
      ...each(asker, 'layDown', 'nameHolder'),
    },
    states: { 'of an auditor': { take: nobody } },
  },
  DutyCode: {
    plain: {
      make: { PR: '', ME: EVERY, x: { PR: EVERY, ME: '' } },
      ...each({ ME: OWN }, 'read', 'revoke'),
    },
  },
};

export const EXPECTED_TWO_PERSON_ACT: Expected['TwoPersonAct'] = {
  plain: { ...decidedBy('MO'), ...each(asker, 'change', 'withdraw') },
  states: {
    'for who vets': decidedBy('VT'),
    'for who supports': decidedBy('SU'),
    'for administrators': decidedBy('AD'),
    'for stewards': {
      read: { ...asker, ME: 'own steward' },
      ...each({ ME: 'steward' }, 'approve', 'refuse'),
    },
    'for the other of two': {
      read: { ...asker, ME: `own introduced` },
      ...each({ ME: 'introduced' }, 'approve', 'refuse'),
    },
    'about oneself': { read: nobody, ...over },
    decided: over,
    over,
  },
};

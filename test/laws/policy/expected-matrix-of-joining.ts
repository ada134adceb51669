import {
  sameCells,
  ALL_RELATIONS,
  withoutRelations,
  type ExpectedCells,
  type ExpectedMatrix,
} from './expected-cells.js';

const OWN = 'own';
const NOBODY = '';
const nobody: ExpectedCells = {};
/** Row 5: members past probation, and administrators. */
const whoeverInvites: ExpectedCells = { ME: OWN, AD: OWN, 'ST+': NOBODY };

/** A reopening is open to reviewers, like an application. */
const looksAgain = (relations: string): ExpectedCells => ({ VT: relations });
const ASSIGNED = 'assigned reviewed';
const FILE = ['read', 'readFile', 'release'] as const;
const DESK = ['queue', 'claim'] as const;

/** Invitations and reopenings. */
export const EXPECTED_OF_JOINING = {
  Invitation: {
    plain: {
      make: {
        PR: NOBODY,
        ME: ALL_RELATIONS,
        AD: ALL_RELATIONS,
        'ST+': NOBODY,
        x: { PR: ALL_RELATIONS },
      },
      // Anyone with the link who may apply; no existing member.
      admit: { AN: 'none', AP: ALL_RELATIONS },
      ...sameCells(whoeverInvites, 'read', 'revoke'),
    },
    states: {
      used: { admit: nobody, revoke: nobody },
      'taken back': { admit: nobody, revoke: nobody },
      'of an administrator': {},
      'of an auditor': { admit: nobody },
      'of somebody suspended': { admit: nobody },
    },
  },
  Reopening: {
    plain: {
      ...sameCells(looksAgain(withoutRelations(ALL_RELATIONS, OWN, 'recused')), ...DESK),
      ...sameCells(looksAgain(ASSIGNED), ...FILE),
      // A reviewer records an opinion once, before reading the other opinion.
      judge: looksAgain('assigned'),
      readOpinions: looksAgain('reviewed'),
    },
    states: {
      decided: { ...sameCells(nobody, ...DESK, ...FILE), judge: nobody, readOpinions: nobody },
    },
  },
} satisfies Partial<ExpectedMatrix>;

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
/** Row 5 of the design table: members past probation, and administrators. */
const whoeverInvites: ExpectedCells = { ME: OWN, AD: OWN, 'ST+': NOBODY };

/** A reopening is open to reviewers, like an application. */
const looksAgain = (relations: string): ExpectedCells => ({ VT: relations });
const ASSIGNED = 'assigned reviewed';
const FILE = ['read', 'readFile', 'release'] as const;
const DESK = ['queue', 'claim'] as const;

/** The part of the permission matrix about invitations and reopenings. */
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
      // Admits people with the link who may still apply, but no existing member.
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
      // A reviewer records one opinion, before reading the opinion of the other reviewer.
      judge: looksAgain('assigned'),
      readOpinions: looksAgain('reviewed'),
    },
    states: {
      decided: { ...sameCells(nobody, ...DESK, ...FILE), judge: nobody, readOpinions: nobody },
    },
  },
} satisfies Partial<ExpectedMatrix>;

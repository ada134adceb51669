import { each, EVERY, without, type Cells, type Expected } from './expectation.js';

const OWN = 'own';
const NOBODY = '';
const nobody: Cells = {};
/** Row 5: members past probation, and administrators. */
const whoeverInvites: Cells = { ME: OWN, AD: OWN, 'ST+': NOBODY };

/** A reopening is open to reviewers, like an application. */
const looksAgain = (relations: string): Cells => ({ VT: relations });
const ASSIGNED = 'assigned reviewed';
const FILE = ['read', 'readFile', 'release'] as const;
const DESK = ['queue', 'claim'] as const;

/** Invitations and reopenings. */
export const EXPECTED_OF_JOINING = {
  Invitation: {
    plain: {
      make: { PR: NOBODY, ME: EVERY, AD: EVERY, 'ST+': NOBODY, x: { PR: EVERY } },
      // Anyone with the link who may apply; no existing member.
      admit: { AN: 'none', AP: EVERY },
      ...each(whoeverInvites, 'read', 'revoke'),
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
      ...each(looksAgain(without(EVERY, OWN, 'recused')), ...DESK),
      ...each(looksAgain(ASSIGNED), ...FILE),
      // Once, before reading the other opinion.
      judge: looksAgain('assigned'),
      readOpinions: looksAgain('reviewed'),
    },
    states: {
      decided: { ...each(nobody, ...DESK, ...FILE), judge: nobody, readOpinions: nobody },
    },
  },
} satisfies Partial<Expected>;

import { each, EVERY, without, type Cells, type Expected } from './expectation.js';

const OWN = 'own';
const NOBODY = '';
const nobody: Cells = {};
/** Row 5: members past probation, and administrators. */
const whoeverInvites: Cells = { ME: OWN, AD: OWN, 'ST+': NOBODY };

/** A review that is open again: for two who vet, as an application is. */
const looksAgain = (relations: string): Cells => ({ VT: relations });
const ASSIGNED = 'assigned reviewed';
const FILE = ['read', 'readFile', 'release'] as const;
const DESK = ['queue', 'claim'] as const;

/** The ways in beside an application, and looking again at one. */
export const EXPECTED_OF_JOINING = {
  Invitation: {
    plain: {
      make: { PR: NOBODY, ME: EVERY, AD: EVERY, 'ST+': NOBODY, x: { PR: EVERY } },
      // Whoever has the link and may apply; nobody who is in already.
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
      // Once, and blind until then.
      judge: looksAgain('assigned'),
      readOpinions: looksAgain('reviewed'),
    },
    states: {
      decided: { ...each(nobody, ...DESK, ...FILE), judge: nobody, readOpinions: nobody },
    },
  },
} satisfies Partial<Expected>;

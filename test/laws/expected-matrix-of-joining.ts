import { each, EVERY, type Cells, type Expected } from './expectation.js';

const OWN = 'own';
const NOBODY = '';
const nobody: Cells = {};
/** Row 5: members past probation, and administrators. */
const whoeverInvites: Cells = { ME: OWN, AD: OWN, 'ST+': NOBODY };

/** The ways in beside an application. */
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
} satisfies Partial<Expected>;

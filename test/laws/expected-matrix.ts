import { EXPECTED_OF_JOINING } from './policy/expected-matrix-of-joining.js';
import { EXPECTED_OF_MODERATION } from './policy/expected-matrix-of-moderation.js';
import { EXPECTED_OF_ORGANISATIONS } from './policy/expected-matrix-of-organisations.js';
import { type Cells, each, EVERY, type Expected, without } from './policy/expectation.js';
import { EXPECTED_OF_DUTIES, EXPECTED_TWO_PERSON_ACT } from './policy/expected-matrix-of-two.js';
import { ALLIES, EXPECTED_OF_PEOPLE } from './policy/expected-matrix-of-people.js';

/*
 * The expected permission matrix by subject, state and action, written by hand from the design; libs/policy must not
 * import it. A cell lists the relations under which the action is allowed. A missing column copies another: PR, VT, MO,
 * SU and ME+ copy ME (a duty adds to a member's rights), ST+ copies AD. All other missing columns allow nothing.
 */

const OWN = 'own';
/** Members of the group or channel: a block changes nothing inside, a persona is a member. */
const IN = 'own member steward persona blocked';
const OTHERS_IN = without(IN, OWN);
const STEWARD = 'steward';
const ASSIGNED = 'assigned reviewed';
const NOT_RECUSED = without(EVERY, OWN, 'recused');
const NOBODY = '';
const MESSAGE_ACTS = [
  'read',
  'react',
  'edit',
  'delete',
  'undoDelete',
  'remove',
  'pin',
  'block',
  'report',
] as const;

/** Actions that are allowed only while the membership lasts. */
const MEMBERSHIP_ACTS = [
  ...(['read', 'edit', 'leave', 'remove', 'handOver', 'suggest', 'offerStewardship'] as const),
] as const;

const me = (relations: string): Cells => ({ ME: relations });
const vetter = (relations: string): Cells => ({ VT: relations });
const nobody: Cells = {};
const anySignedIn: Cells = { AP: OWN, ME: OWN, AU: OWN, AD: OWN, SP: OWN };
const ownCredentials: Cells = { ME: OWN, AU: OWN, AD: OWN };
/** Rows 2 and 3: applicants act on their own application, reviewers on assigned ones. */
const myApplication: Cells = { AP: OWN, ME: OWN };
/** An expired or used link. */
const GONE = each(nobody, 'read', 'revoke', 'use');
const decided = {
  read: myApplication,
  ...each(nobody, 'withdraw', 'queue', 'claim', 'release', 'readFile', 'ask', 'review'),
  ...each(nobody, 'readReviews', 'note', 'decide', 'declareConflict', 'vouch', 'report'),
  findByCode: me(OWN),
};

export const EXPECTED: Expected = {
  Account: {
    plain: {
      read: anySignedIn,
      changePassword: ownCredentials,
      changeAddress: ownCredentials,
      export: anySignedIn,
      delete: anySignedIn,
      undoDelete: nobody,
    },
    states: { 'being deleted': { delete: nobody, undoDelete: anySignedIn } },
  },
  Session: { plain: { read: anySignedIn, end: anySignedIn } },
  AuditEntry: {
    plain: {
      read: { AP: OWN, ME: OWN, AU: EVERY, AD: OWN },
      verify: { AU: EVERY, AD: EVERY, 'ST+': NOBODY },
    },
    states: { 'about no account': { read: { AU: EVERY } } },
  },
  Receipt: {
    plain: { read: anySignedIn },
    states: { 'about no account': { read: nobody } },
  },
  TwoPersonAct: EXPECTED_TWO_PERSON_ACT,
  ...EXPECTED_OF_DUTIES,
  Instance: { plain: each({ AD: EVERY, 'ST+': NOBODY }, 'read', 'change') },
  Application: {
    plain: {
      submit: { AN: 'none', AP: OWN, x: { ME: EVERY, AU: EVERY, AD: EVERY } },
      read: { ...myApplication, VT: `own ${ASSIGNED}` },
      answer: nobody,
      appeal: nobody,
      withdraw: myApplication,
      delete: myApplication,
      ...each(vetter(NOT_RECUSED), 'queue', 'claim', 'declareConflict'),
      ...each(vetter(ASSIGNED), 'release', 'readFile', 'ask', 'review', 'report'),
      ...each(vetter('reviewed'), 'readReviews', 'note', 'decide'),
      findByCode: me(EVERY),
      vouch: {
        PR: NOBODY,
        ME: without(EVERY, OWN),
        VT: without(EVERY, OWN, 'assigned', 'reviewed', 'recused'),
      },
    },
    states: {
      asked: { answer: myApplication },
      accepted: decided,
      declined: { ...decided, appeal: myApplication },
      'declined ten days ago': decided,
      appealed: {},
      'declined once more': decided,
      'of one’s own chain': { vouch: nobody },
    },
  },
  Review: {
    plain: { read: vetter('own reviewed'), change: vetter(OWN) },
    states: { decided: { read: nobody, change: nobody } },
  },
  ApplicationNote: {
    plain: { read: vetter('own reviewed') },
    states: { decided: { read: nobody } },
  },
  Vouch: {
    plain: {
      give: { PR: NOBODY, ME: EVERY, x: { PR: EVERY, ME: NOBODY } },
      read: { ME: OWN, VT: `own ${ASSIGNED}` },
      withdraw: me(OWN),
    },
    states: { withdrawn: { withdraw: nobody }, decided: { read: me(OWN) } },
  },
  Decision: {
    plain: { read: { VT: NOT_RECUSED, MO: NOT_RECUSED } },
    states: {
      'about no account': {
        read: { VT: without(EVERY, 'recused'), MO: without(EVERY, 'recused') },
      },
    },
  },
  ...EXPECTED_OF_PEOPLE,
  Group: {
    plain: {
      found: { PR: NOBODY, ME: EVERY, x: { PR: EVERY, ME: NOBODY } },
      read: me(EVERY),
      // A separation closes every group as if it were invitation-only. After a steward's removal, the steward must
      // readmit first.
      join: me(without(EVERY, 'separated', 'removed', ...IN.split(' '))),
      requestToJoin: nobody,
      ...each(me(STEWARD), 'edit', 'makeLessPrivate', 'invite', 'createChannel', 'readRequests'),
      report: me(without(EVERY, STEWARD)),
    },
    states: {
      'by request': {
        join: me('invited'),
        requestToJoin: me(without(EVERY, 'separated', 'removed', ...IN.split(' '))),
      },
      'by invitation': { join: me('invited') },
      hidden: {
        read: me(`${IN} invited`),
        join: me('invited'),
        report: me(without(`${IN} invited`, STEWARD)),
      },
    },
  },
  Membership: {
    plain: {
      read: me(IN),
      edit: me(OWN),
      leave: me(OWN),
      remove: me(STEWARD),
      readmit: nobody,
      handOver: me(STEWARD),
      offerStewardship: me(STEWARD),
      ...each(nobody, 'withdrawStewardshipOffer', 'acceptStewardship', 'declineStewardship'),
      endStewardship: nobody,
      suggest: me(STEWARD),
      report: nobody,
    },
    states: {
      'with a picture': { report: me(without(IN, OWN)) },
      'asked to hold the group': {
        withdrawStewardshipOffer: me(STEWARD),
        acceptStewardship: { PR: NOBODY, ME: OWN, x: { PR: OWN, ME: NOBODY } },
        declineStewardship: me(OWN),
      },
      'of a steward': { offerStewardship: nobody, endStewardship: me(STEWARD) },
      ended: each(nobody, ...MEMBERSHIP_ACTS),
      removed: {
        ...each(nobody, ...MEMBERSHIP_ACTS),
        readmit: me(STEWARD),
      },
    },
  },
  JoinRequest: {
    plain: {
      read: me('own steward'),
      ...each(me(STEWARD), 'decide', 'undoDecline'),
      withdraw: me(OWN),
    },
    states: {
      decided: each(nobody, 'decide', 'undoDecline', 'withdraw'),
      declined: { decide: nobody },
      'declined, 30 s ago': each(nobody, 'decide', 'undoDecline'),
      'of somebody separated from a member': {
        read: me(OWN),
        ...each(nobody, 'decide', 'undoDecline'),
      },
      'of somebody whom the viewer blocked': {
        read: me(OWN),
        ...each(nobody, 'decide', 'undoDecline'),
      },
    },
  },
  SentGroupInvitation: {
    plain: each(me(STEWARD), 'read', 'withdraw'),
    states: { 'after 14 days': each(nobody, 'read', 'withdraw') },
  },
  GroupLink: {
    plain: {
      ...each(me(STEWARD), 'read', 'revoke'),
      use: { ME: without(EVERY, 'separated', 'removed'), PR: NOBODY },
    },
    states: {
      ...{ used: GONE, 'after 72 hours': GONE, 'of somebody who is no steward any more': GONE },
      'of a steward whom the viewer blocked': { use: nobody },
    },
  },
  GroupInvitation: {
    plain: {
      read: me('invited steward'),
      accept: me('invited'),
      decline: me('invited'),
      withdraw: me(STEWARD),
    },
    states: {
      decided: each(nobody, 'accept', 'decline', 'withdraw'),
      'after 14 days': each(nobody, 'accept', 'decline', 'withdraw'),
      'of a steward whom the viewer blocked': {
        ...each(nobody, 'accept', 'decline'),
        read: me(STEWARD),
      },
    },
  },
  Channel: {
    plain: {
      ...each(me(IN), 'read', 'watch', 'post', 'startTopic'),
      ...each(me(STEWARD), 'mentionAll', 'rename', 'archive', 'shorten', 'lengthen'),
      ...each(nobody, 'putAway', 'bringBack'),
    },
    states: {
      archived: each(nobody, 'post', 'startTopic', 'mentionAll', 'rename', 'archive', 'lengthen'),
      conversation: {
        ...{ read: me(`${ALLIES} formerAlly`), ...each(me(ALLIES), 'watch', 'post') },
        ...each(me(ALLIES), 'shorten', 'lengthen'),
        ...{ putAway: me('formerAlly'), bringBack: me('putAway') },
        ...each(nobody, 'startTopic', 'mentionAll', 'rename', 'archive'),
      },
    },
  },
  Topic: {
    plain: {
      ...each(me(IN), 'read', 'post'),
      ...each(me(`${OWN} ${STEWARD}`), 'rename', 'close'),
      reopen: nobody,
    },
    states: {
      closed: { ...each(nobody, 'post', 'rename', 'close'), reopen: me(`${OWN} ${STEWARD}`) },
      'in an archived channel': each(nobody, 'post', 'rename', 'close', 'reopen'),
    },
  },
  Message: {
    plain: {
      read: me(IN),
      edit: me(OWN),
      ...each(me(OWN), 'delete', 'undoDelete'),
      ...{ react: me(IN), pin: me(STEWARD) },
      remove: me(STEWARD),
      block: me(OTHERS_IN),
      report: me(OTHERS_IN),
    },
    states: {
      'after 24 h': { edit: nobody },
      deleted: each(nobody, 'react', 'edit', 'delete', 'remove', 'pin', 'report'),
      'deleted, 30 s ago': each(
        nobody,
        ...without(MESSAGE_ACTS.join(' '), 'read', 'block').split(' '),
      ),
      'before joining': each(nobody, ...MESSAGE_ACTS),
      expired: each(nobody, ...MESSAGE_ACTS),
      'a line of the channel': each(nobody, ...without(MESSAGE_ACTS.join(' '), 'read').split(' ')),
      'in an archived channel': each(nobody, 'react', 'edit', 'pin'),
      'in a closed topic': each(nobody, 'react', 'edit', 'pin'),
      'in a conversation': {
        read: me(`${ALLIES} formerAlly`),
        ...each(me(ALLIES), 'react', 'pin'),
        remove: nobody,
        block: me('introduced formerAlly'),
        report: me('introduced formerAlly'),
      },
    },
  },
  ...EXPECTED_OF_ORGANISATIONS,
  ...EXPECTED_OF_JOINING,
  ...EXPECTED_OF_MODERATION,
};

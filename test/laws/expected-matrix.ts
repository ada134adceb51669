import {
  COALITION_CHANNEL_STATE,
  COALITION_STATES,
  ENTRY_STATE,
  EXPECTED_OF_COALITIONS,
  forParticipant,
  NO_COALITION,
} from './policy/expected-matrix-of-coalitions.js';
import { EXPECTED_OF_JOINING } from './policy/expected-matrix-of-joining.js';
import { EXPECTED_OF_MODERATION } from './policy/expected-matrix-of-moderation.js';
import { EXPECTED_OF_ORGANISATIONS } from './policy/expected-matrix-of-organisations.js';
import {
  type ExpectedCells,
  sameCells,
  ALL_RELATIONS,
  type ExpectedMatrix,
  withoutRelations,
} from './policy/expected-cells.js';
import {
  EXPECTED_OF_DUTIES,
  EXPECTED_TWO_PERSON_ACT,
} from './policy/expected-matrix-of-two-person-acts.js';
import { ALLY_CELLS, EXPECTED_OF_PEOPLE } from './policy/expected-matrix-of-people.js';
import { EXPECTED_OF_SUPPORT } from './policy/expected-matrix-of-support.js';
import { MESSAGES_IN_THREADS, THREAD_STATES } from './policy/expected-matrix-of-threads.js';
import { EXPECTED_OF_VETTING } from './policy/expected-matrix-of-vetting.js';

/*
 * The expected permission matrix by subject, state and action, written by hand from the design; libs/policy must not
 * import it. A cell lists the relations under which the action is allowed. A missing column copies another: PR, VT, MO,
 * SU and ME+ copy ME (a duty adds to a member's rights), ST+ copies AD. All other missing columns allow nothing.
 */

const OWN = 'own';
/**
 * The relations of people inside the group or channel. A block and a persona change nothing there. `readOnly` is a
 * steward who has not consented to changed agreements in time.
 */
const IN = 'own member facilitator steward persona readOnly blocked';
const WRITERS = withoutRelations(IN, 'readOnly');
const OTHERS_IN = withoutRelations(IN, OWN);
/** Stewards who may change the group; those in `STEWARDS` may admit, invite and remove. */
const STEWARD = 'steward';
const FACILITATOR = 'facilitator steward';
const STEWARDS = 'steward readOnly';
const NOBODY = '';
const MESSAGE_ACTS = [
  ...(['read', 'react', 'edit', 'delete', 'undoDelete'] as const),
  ...(['remove', 'pin', 'block', 'report'] as const),
] as const;

/** Actions that are allowed only while the membership lasts. */
const MEMBERSHIP_ACTS = [
  ...(['read', 'edit', 'leave', 'remove', 'handOver', 'suggest', 'offerStewardship'] as const),
  ...(['makeFacilitator', 'removePicture'] as const),
] as const;

const me = (relations: string): ExpectedCells => ({ ME: relations });
const nobody: ExpectedCells = {};
const anySignedIn: ExpectedCells = { AP: OWN, ME: OWN, AU: OWN, AD: OWN, SP: OWN };
const ownCredentials: ExpectedCells = { ME: OWN, AU: OWN, AD: OWN };
/** The cells of an expired or used link. */
const GONE = sameCells(nobody, 'read', 'revoke', 'use');
/** An archived group is visible only to its members, and changes in nothing. */
const ARCHIVED_GROUP = {
  read: me(IN),
  report: me(withoutRelations(IN, ...STEWARDS.split(' '))),
  ...sameCells(
    nobody,
    'publishAgreements',
    'join',
    'edit',
    'makeLessPrivate',
    'invite',
    'readRequests',
  ),
  ...sameCells(nobody, 'createChannel', 'archive', 'foundCoalition', 'joinCoalition'),
};

export const EXPECTED_MATRIX: ExpectedMatrix = {
  Account: {
    plain: {
      read: { ...anySignedIn, GU: OWN },
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
      read: { AP: OWN, ME: OWN, AU: ALL_RELATIONS, AD: OWN },
      verify: { AU: ALL_RELATIONS, AD: ALL_RELATIONS, 'ST+': NOBODY },
    },
    states: { 'about no account': { read: { AU: ALL_RELATIONS } } },
  },
  Receipt: {
    plain: { read: anySignedIn },
    states: { 'about no account': { read: nobody } },
  },
  TwoPersonAct: EXPECTED_TWO_PERSON_ACT,
  ...EXPECTED_OF_DUTIES,
  Instance: {
    plain: sameCells({ AD: ALL_RELATIONS, 'ST+': NOBODY }, 'read', 'change', 'pauseSupport'),
  },
  ...EXPECTED_OF_VETTING,
  ...EXPECTED_OF_PEOPLE,
  Group: {
    plain: {
      found: { PR: NOBODY, ME: ALL_RELATIONS, x: { PR: ALL_RELATIONS, ME: NOBODY } },
      read: me(ALL_RELATIONS),
      // A separation makes every group closed to the separated person, like a group by invitation only. A member whom a
      // steward removed must be readmitted by a steward first.
      join: me(withoutRelations(ALL_RELATIONS, 'separated', 'removed', ...IN.split(' '))),
      requestToJoin: nobody,
      ...sameCells(me(STEWARD), 'edit', 'publishAgreements', 'makeLessPrivate'),
      ...sameCells(me(STEWARDS), 'invite', 'readRequests'),
      createChannel: me(FACILITATOR),
      consent: me(IN),
      ...{ ...forParticipant(STEWARDS), ...NO_COALITION },
      report: me(withoutRelations(ALL_RELATIONS, ...STEWARDS.split(' '))),
      ...{ archive: me(STEWARD), unarchive: nobody },
    },
    states: {
      'by request': {
        join: me('invited'),
        requestToJoin: me(
          withoutRelations(ALL_RELATIONS, 'separated', 'removed', ...IN.split(' ')),
        ),
      },
      'by invitation': { join: me('invited') },
      hidden: {
        read: me(`${IN} invited`),
        join: me('invited'),
        report: me(withoutRelations(`${IN} invited`, ...STEWARDS.split(' '))),
      },
      archived: { ...ARCHIVED_GROUP, unarchive: me(STEWARD) },
      'archived 30 days ago': ARCHIVED_GROUP,
      ...COALITION_STATES,
    },
  },
  Membership: {
    plain: {
      read: me(IN),
      edit: me(OWN),
      leave: me(OWN),
      removePicture: me(OWN),
      remove: me(STEWARDS),
      readmit: nobody,
      handOver: me(STEWARD),
      offerStewardship: me(STEWARD),
      ...sameCells(nobody, 'withdrawStewardshipOffer', 'acceptStewardship', 'declineStewardship'),
      endStewardship: nobody,
      makeFacilitator: me(STEWARD),
      endFacilitation: nobody,
      suggest: me(STEWARDS),
      report: nobody,
      // Also after the membership ended, for what the member did in the group.
      seeName: me(IN),
      ...sameCells(nobody, 'showInList', 'deleteMessages', 'readExposure'),
    },
    states: {
      'in a coalition': ENTRY_STATE,
      'with a picture': { report: me(withoutRelations(IN, OWN)) },
      'asked to hold the group': {
        withdrawStewardshipOffer: me(STEWARDS),
        acceptStewardship: { PR: NOBODY, ME: OWN, x: { PR: OWN, ME: NOBODY } },
        declineStewardship: me(OWN),
      },
      'of a steward': {
        ...sameCells(nobody, 'offerStewardship', 'makeFacilitator'),
        endStewardship: me(STEWARD),
      },
      // Row 9b of the design: stewards see all members, each member themself.
      'not listed': {
        ...sameCells(me(`${OWN} ${STEWARDS}`), 'read', 'seeName'),
        report: me(STEWARDS),
        ...sameCells(nobody, 'handOver', 'suggest'),
        showInList: me(OWN),
      },
      'not listed, the list for stewards': {
        ...sameCells(me(`${OWN} ${STEWARDS}`), 'read', 'seeName'),
        ...sameCells(nobody, 'handOver', 'suggest'),
      },
      'of a steward, not listed': {
        ...sameCells(nobody, 'offerStewardship', 'makeFacilitator'),
        endStewardship: me(STEWARD),
        showInList: me(OWN),
      },
      'of a facilitator': { makeFacilitator: nobody, endFacilitation: me(`${OWN} ${STEWARD}`) },
      ended: {
        ...sameCells(nobody, ...MEMBERSHIP_ACTS),
        ...{ deleteMessages: me(OWN), readExposure: me(STEWARDS) },
      },
      'ended 30 days ago': sameCells(nobody, ...MEMBERSHIP_ACTS),
      removed: {
        ...sameCells(nobody, ...MEMBERSHIP_ACTS),
        ...{ readmit: me(STEWARDS), deleteMessages: me(OWN), readExposure: me(STEWARDS) },
      },
      'removed from an archived group': sameCells(nobody, ...MEMBERSHIP_ACTS),
      'of an archived group': sameCells(
        nobody,
        ...(['edit', 'suggest', 'offerStewardship', 'makeFacilitator'] as const),
      ),
    },
  },
  JoinRequest: {
    plain: {
      ...sameCells(me(`${OWN} ${STEWARDS}`), 'read', 'readAnswers'),
      ...sameCells(me(STEWARDS), 'decide', 'undoDecline'),
      withdraw: me(OWN),
    },
    states: {
      'of an archived group': sameCells(nobody, 'decide', 'undoDecline'),
      decided: sameCells(nobody, 'decide', 'undoDecline', 'withdraw'),
      'decided, 30 days ago': sameCells(
        nobody,
        ...(['readAnswers', 'decide', 'undoDecline', 'withdraw'] as const),
      ),
      declined: { decide: nobody },
      'declined, 30 s ago': sameCells(nobody, 'decide', 'undoDecline'),
      'of somebody separated from a member': {
        ...sameCells(me(OWN), 'read', 'readAnswers'),
        ...sameCells(nobody, 'decide', 'undoDecline'),
      },
      'of somebody whom the viewer blocked': {
        ...sameCells(me(OWN), 'read', 'readAnswers'),
        ...sameCells(nobody, 'decide', 'undoDecline'),
      },
    },
  },
  SentGroupInvitation: {
    plain: sameCells(me(STEWARDS), 'read', 'withdraw'),
    states: { 'after 14 days': sameCells(nobody, 'read', 'withdraw') },
  },
  SuccessionRequest: {
    plain: {
      ...sameCells(me(OWN), 'read', 'decline'),
      accept: { PR: NOBODY, ME: OWN, x: { PR: OWN, ME: NOBODY } },
    },
    states: {
      declined: sameCells(nobody, 'accept', 'decline'),
      'after 7 days': sameCells(nobody, 'accept', 'decline'),
      'with a steward again': sameCells(nobody, 'accept', 'decline'),
      'of an archived group': sameCells(nobody, 'accept', 'decline'),
    },
  },
  GroupLink: {
    plain: {
      ...sameCells(me(STEWARDS), 'read', 'revoke'),
      use: { ME: withoutRelations(ALL_RELATIONS, 'separated', 'removed'), PR: NOBODY },
    },
    states: {
      'of an archived group': { use: nobody },
      ...{ used: GONE, 'after 72 hours': GONE, 'of somebody who is no steward any more': GONE },
      'of a steward whom the viewer blocked': { use: nobody },
    },
  },
  GroupInvitation: {
    plain: {
      read: me(`invited ${STEWARDS}`),
      accept: me('invited'),
      decline: me('invited'),
      withdraw: me(STEWARDS),
    },
    states: {
      decided: sameCells(nobody, 'accept', 'decline', 'withdraw'),
      'after 14 days': sameCells(nobody, 'accept', 'decline', 'withdraw'),
      'of a steward whom the viewer blocked': {
        ...sameCells(nobody, 'accept', 'decline'),
        read: me(STEWARDS),
      },
    },
  },
  Channel: {
    plain: {
      ...sameCells(me(IN), 'read', 'watch'),
      ...sameCells(me(WRITERS), 'post', 'startTopic'),
      ...sameCells(me(FACILITATOR), 'rename', 'archive'),
      ...sameCells(me(STEWARD), 'mentionAll', 'shorten', 'lengthen'),
      ...sameCells(nobody, 'putAway', 'bringBack'),
    },
    states: {
      archived: sameCells(
        nobody,
        'post',
        'startTopic',
        'mentionAll',
        'rename',
        'archive',
        'lengthen',
      ),
      'of an archived group': sameCells(
        nobody,
        ...(['post', 'startTopic', 'mentionAll', 'rename', 'archive', 'shorten'] as const),
        'lengthen',
      ),
      'of a coalition': COALITION_CHANNEL_STATE,
      conversation: {
        ...{ read: me(`${ALLY_CELLS} formerAlly`), ...sameCells(me(ALLY_CELLS), 'watch', 'post') },
        ...sameCells(me(ALLY_CELLS), 'shorten', 'lengthen'),
        ...{ putAway: me('formerAlly'), bringBack: me('putAway') },
        ...sameCells(nobody, 'startTopic', 'mentionAll', 'rename', 'archive'),
      },
      ...THREAD_STATES,
    },
  },
  Topic: {
    plain: {
      ...{ read: me(IN), post: me(WRITERS) },
      ...sameCells(me(`${OWN} ${FACILITATOR}`), 'rename', 'close'),
      reopen: nobody,
    },
    states: {
      closed: {
        ...sameCells(nobody, 'post', 'rename', 'close'),
        reopen: me(`${OWN} ${FACILITATOR}`),
      },
      'in an archived channel': sameCells(nobody, 'post', 'rename', 'close', 'reopen'),
      'of an archived group': sameCells(nobody, 'post', 'rename', 'close', 'reopen'),
    },
  },
  Message: {
    plain: {
      read: me(IN),
      edit: me(OWN),
      ...sameCells(me(OWN), 'delete', 'undoDelete'),
      ...{ react: me(WRITERS), pin: me(FACILITATOR) },
      remove: me(STEWARDS),
      block: me(OTHERS_IN),
      report: me(OTHERS_IN),
    },
    states: {
      'after 24 h': { edit: nobody },
      deleted: sameCells(nobody, 'react', 'edit', 'delete', 'remove', 'pin', 'report'),
      'deleted, 30 s ago': sameCells(
        nobody,
        ...withoutRelations(MESSAGE_ACTS.join(' '), 'read', 'block').split(' '),
      ),
      'before joining': sameCells(nobody, ...MESSAGE_ACTS),
      expired: sameCells(nobody, ...MESSAGE_ACTS),
      'deleted with all of its author': sameCells(nobody, ...MESSAGE_ACTS),
      'a line of the channel': sameCells(
        nobody,
        ...withoutRelations(MESSAGE_ACTS.join(' '), 'read').split(' '),
      ),
      'in an archived channel': sameCells(nobody, 'react', 'edit', 'pin'),
      'of an archived group': sameCells(nobody, 'react', 'edit', 'pin'),
      'in a closed topic': sameCells(nobody, 'react', 'edit', 'pin'),
      'in a conversation': {
        read: me(`${ALLY_CELLS} formerAlly`),
        ...sameCells(me(ALLY_CELLS), 'react', 'pin'),
        remove: nobody,
        block: me('introduced formerAlly'),
        report: me('introduced formerAlly'),
      },
      ...MESSAGES_IN_THREADS,
    },
  },
  ...EXPECTED_OF_ORGANISATIONS,
  ...EXPECTED_OF_COALITIONS,
  ...EXPECTED_OF_JOINING,
  ...EXPECTED_OF_MODERATION,
  ...EXPECTED_OF_SUPPORT,
};

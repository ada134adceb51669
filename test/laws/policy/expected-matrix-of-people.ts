import {
  type ExpectedCells,
  sameCells,
  ALL_RELATIONS,
  type ExpectedMatrix,
  withoutRelations,
} from './expected-cells.js';

/* The part of the permission matrix about profiles and relations between two people. */

const OWN = 'own';
/**
 * The relations that each audience of a field admits. Blocks and separations are removed last. A persona gives no
 * access to a profile.
 */
const MEMBERS = withoutRelations(ALL_RELATIONS, 'blocked', 'separated');
const SHARED_GROUP = 'own member facilitator steward readOnly introduced';
export const ALLY_CELLS = 'own introduced';

const me = (relations: string): ExpectedCells => ({ ME: relations });
const nobody: ExpectedCells = {};
const onlyTheOwner = {
  read: me(OWN),
  ...sameCells(nobody, 'block', 'report', 'askIntroduction', 'invite'),
};

/** The introducer loses access once the requested person has answered the introduction. */
const answered = {
  read: me('own asked'),
  ...sameCells(nobody, 'pass', 'lapse'),
  ...sameCells(me('asked'), 'block', 'report'),
};

type OfPeople =
  | ('Profile' | 'ProfileField' | 'Introduction' | 'Suggestion')
  | ('Alliance' | 'Block' | 'SavedSearch');

export const EXPECTED_OF_PEOPLE: Pick<ExpectedMatrix, OfPeople> = {
  Profile: {
    plain: {
      read: me(MEMBERS),
      edit: me(OWN),
      askIntroduction: me(withoutRelations(MEMBERS, OWN, 'introduced')),
      invite: me(withoutRelations(MEMBERS, OWN)),
      block: me(withoutRelations(MEMBERS, OWN)),
      report: me(withoutRelations(MEMBERS, OWN)),
    },
    states: {
      'name for groups': {
        read: me(SHARED_GROUP),
        askIntroduction: me('member facilitator steward readOnly'),
        invite: me('member facilitator steward readOnly introduced'),
        block: me('member facilitator steward readOnly introduced'),
        report: me('member facilitator steward readOnly introduced'),
      },
      'name for chosen groups': {
        read: me(ALLY_CELLS),
        askIntroduction: nobody,
        invite: me('introduced'),
        block: me('introduced'),
        report: me('introduced'),
      },
      'name for onlyMe': onlyTheOwner,
      'taking no requests': {
        read: me(MEMBERS),
        askIntroduction: nobody,
        invite: me('introduced'),
        ...sameCells(me(withoutRelations(MEMBERS, OWN)), 'block', 'report'),
      },
      'owner suspended': onlyTheOwner,
    },
  },
  ProfileField: {
    plain: { read: me(MEMBERS), edit: me(OWN) },
    states: {
      'for groups': { read: me(SHARED_GROUP) },
      'for chosen groups': { read: me(ALLY_CELLS) },
      'for allies': { read: me(ALLY_CELLS) },
      'for onlyMe': { read: me(OWN) },
      'contact, beyond its ceiling': { read: me(ALLY_CELLS) },
      'region, beyond its ceiling': { read: me(SHARED_GROUP) },
      'owner suspended': { read: me(OWN) },
    },
  },
  Introduction: {
    plain: {
      read: me('own asked introducer'),
      accept: me('asked'),
      decline: me('asked'),
      withdraw: me(OWN),
      ...sameCells(me('introducer'), 'pass', 'lapse'),
      ...sameCells(me('asked introducer'), 'block', 'report'),
    },
    states: {
      // The requester cannot know that the introduction was declined, so the requester may still withdraw it.
      declined: { ...answered, ...sameCells(nobody, 'accept', 'decline') },
      accepted: { ...answered, ...sameCells(nobody, 'accept', 'decline', 'withdraw') },
      expired: { ...answered, ...sameCells(nobody, 'accept', 'decline', 'withdraw') },
      withdrawn: {
        read: me(OWN),
        ...sameCells(nobody, 'accept', 'decline', 'withdraw', 'pass', 'lapse', 'block', 'report'),
      },
      // Until the introducer passes the introduction on, the requested person cannot see it. The requester cannot tell
      // whether it was passed on.
      'not passed on yet': {
        read: me('own introducer'),
        ...sameCells(nobody, 'accept', 'decline'),
        ...sameCells(me('introducer'), 'block', 'report'),
      },
      'passed on': answered,
      'let lapse': {
        read: me(OWN),
        ...sameCells(nobody, 'accept', 'decline', 'pass', 'lapse', 'block', 'report'),
      },
    },
  },
  // The steward who made the suggestion does not learn the answers.
  Suggestion: {
    plain: sameCells(me(OWN), 'read', 'agree', 'lapse', 'report'),
    states: {
      'agreed to': { agree: nobody },
      'of no use any more': sameCells(nobody, 'read', 'agree', 'lapse', 'report'),
      over: sameCells(nobody, 'read', 'agree', 'lapse', 'report'),
    },
  },
  Alliance: {
    plain: { read: me(ALLY_CELLS), end: me(ALLY_CELLS) },
    states: { 'of others': { read: nobody, end: nobody } },
  },
  Block: { plain: { read: me(OWN), lift: me(OWN) } },
  SavedSearch: {
    plain: { make: me(ALL_RELATIONS), ...sameCells(me(OWN), 'read', 'rename', 'delete') },
  },
};

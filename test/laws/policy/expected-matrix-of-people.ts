import { type Cells, each, EVERY, type Expected, without } from './expectation.js';

/* The part of the permission matrix about profiles and relations between two people. */

const OWN = 'own';
/** By field audience. Blocks and separations are removed last, and a persona gives no access to a profile. */
const MEMBERS = without(EVERY, 'blocked', 'separated');
const SHARED_GROUP = 'own member steward introduced';
export const ALLIES = 'own introduced';

const me = (relations: string): Cells => ({ ME: relations });
const nobody: Cells = {};
const onlyTheOwner = {
  read: me(OWN),
  ...each(nobody, 'block', 'report', 'askIntroduction', 'invite'),
};

/** The introducer loses access once it is answered. */
const answered = {
  read: me('own asked'),
  ...each(nobody, 'pass', 'lapse'),
  ...each(me('asked'), 'block', 'report'),
};

type OfPeople =
  | ('Profile' | 'ProfileField' | 'Introduction' | 'Suggestion')
  | ('Alliance' | 'Block' | 'SavedSearch');

export const EXPECTED_OF_PEOPLE: Pick<Expected, OfPeople> = {
  Profile: {
    plain: {
      read: me(MEMBERS),
      edit: me(OWN),
      askIntroduction: me(without(MEMBERS, OWN, 'introduced')),
      invite: me(without(MEMBERS, OWN)),
      block: me(without(MEMBERS, OWN)),
      report: me(without(MEMBERS, OWN)),
    },
    states: {
      'name for groups': {
        read: me(SHARED_GROUP),
        askIntroduction: me('member steward'),
        invite: me('member steward introduced'),
        block: me('member steward introduced'),
        report: me('member steward introduced'),
      },
      'name for chosen groups': {
        read: me(ALLIES),
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
        ...each(me(without(MEMBERS, OWN)), 'block', 'report'),
      },
      'owner suspended': onlyTheOwner,
    },
  },
  ProfileField: {
    plain: { read: me(MEMBERS), edit: me(OWN) },
    states: {
      'for groups': { read: me(SHARED_GROUP) },
      'for chosen groups': { read: me(ALLIES) },
      'for allies': { read: me(ALLIES) },
      'for onlyMe': { read: me(OWN) },
      'contact, beyond its ceiling': { read: me(ALLIES) },
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
      ...each(me('introducer'), 'pass', 'lapse'),
      ...each(me('asked introducer'), 'block', 'report'),
    },
    states: {
      // The requester cannot know that it was declined, so they may still withdraw it.
      declined: { ...answered, ...each(nobody, 'accept', 'decline') },
      accepted: { ...answered, ...each(nobody, 'accept', 'decline', 'withdraw') },
      expired: { ...answered, ...each(nobody, 'accept', 'decline', 'withdraw') },
      withdrawn: {
        read: me(OWN),
        ...each(nobody, 'accept', 'decline', 'withdraw', 'pass', 'lapse', 'block', 'report'),
      },
      // Until it is passed on, it does not exist for the requested person, and the requester cannot tell.
      'not passed on yet': {
        read: me('own introducer'),
        ...each(nobody, 'accept', 'decline'),
        ...each(me('introducer'), 'block', 'report'),
      },
      'passed on': answered,
      'let lapse': {
        read: me(OWN),
        ...each(nobody, 'accept', 'decline', 'pass', 'lapse', 'block', 'report'),
      },
    },
  },
  // The suggesting steward learns nothing about it.
  Suggestion: {
    plain: each(me(OWN), 'read', 'agree', 'lapse', 'report'),
    states: {
      'agreed to': { agree: nobody },
      'of no use any more': each(nobody, 'read', 'agree', 'lapse', 'report'),
      over: each(nobody, 'read', 'agree', 'lapse', 'report'),
    },
  },
  Alliance: {
    plain: { read: me(ALLIES), end: me(ALLIES) },
    states: { 'of others': { read: nobody, end: nobody } },
  },
  Block: { plain: { read: me(OWN), lift: me(OWN) } },
  SavedSearch: { plain: { make: me(EVERY), ...each(me(OWN), 'read', 'rename', 'delete') } },
};

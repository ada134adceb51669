import {
  ALL_RELATIONS,
  type ExpectedCells,
  type ExpectedMatrix,
  sameCells,
  withoutRelations,
} from './expected-cells.js';

/*
 * The part of the permission matrix about coalitions (rows 10 and 13a to 13k). An owner is the steward of a participant,
 * or its spokesperson, who is also coalition steward where the participant names none, without taking part.
 */

const OWNER = 'participantOwner';
const INSIDE = 'takingPart coalitionSteward';
const STEWARDS = `${OWNER} coalitionSteward`;
const DELEGATES = `${OWNER} delegate coalitionSteward`;
/** Everybody who sees a hidden coalition. */
const NEAR = `ofParticipant ${OWNER} delegate ${INSIDE}`;

const me = (relations: string): ExpectedCells => ({ ME: relations });
const nobody: ExpectedCells = {};
/** A probation ends nothing but the right to found coalitions. */
const foundFor = (relations: string) => ({ foundCoalition: { PR: '', ME: relations } });

const noGroup = sameCells(
  nobody,
  ...(['join', 'requestToJoin', 'invite', 'readRequests'] as const),
  ...(['foundCoalition', 'joinCoalition'] as const),
);
const inCoalition = {
  ...noGroup,
  ...sameCells(me(STEWARDS), 'edit', 'publishAgreements', 'makeLessPrivate', 'inviteParticipant'),
  ...sameCells(me(INSIDE), 'consent', 'leaveCoalition'),
  createChannel: me('coalitionSteward'),
  ...sameCells(nobody, 'archive', 'unarchive'),
};

/** The actions of `Group` and `Organisation` for a participant, in the rows of a group or organisation. */
export const forParticipant = (owners: string) => ({
  ...foundFor(owners),
  joinCoalition: me(owners),
});
export const NOT_FOR_PARTICIPANT = sameCells(nobody, 'foundCoalition', 'joinCoalition');
export const NO_COALITION = sameCells(nobody, 'inviteParticipant', 'leaveCoalition');

/** The states of `Group` in which it is a coalition. */
export const COALITION_STATES = {
  'a coalition': {
    ...inCoalition,
    report: me(withoutRelations(ALL_RELATIONS, ...STEWARDS.split(' '))),
  },
  'a hidden coalition': {
    ...inCoalition,
    read: me(NEAR),
    report: me(withoutRelations(NEAR, ...STEWARDS.split(' '))),
  },
};

/** The state of `Membership` of an entry in a coalition (rows 13c and 13k). */
export const ENTRY_STATE = {
  ...sameCells(me(`own ${INSIDE}`), 'read', 'seeName'),
  edit: me('own'),
  ...sameCells(me('coalitionSteward'), 'remove', 'makeFacilitator'),
  ...sameCells(nobody, 'leave', 'readmit', 'handOver', 'suggest', 'report', 'offerStewardship'),
  ...sameCells(nobody, 'withdrawStewardshipOffer', 'acceptStewardship', 'declineStewardship'),
  ...sameCells(nobody, 'endStewardship', 'endFacilitation', 'deleteMessages'),
  readExposure: nobody,
};

/** The state of `Channel` of a channel in a coalition (row 13c). Coalition stewards who take part run it. */
export const COALITION_CHANNEL_STATE = {
  ...sameCells(me(INSIDE), 'read', 'watch', 'post', 'startTopic'),
  ...sameCells(me('coalitionSteward'), 'rename', 'archive', 'mentionAll', 'shorten', 'lengthen'),
};

export const FOR_COALITION_STEWARDS = {
  read: { ME: 'own coalitionSteward readOnly', AU: 'own', AD: 'own' },
  approve: me('coalitionSteward'),
  refuse: me('coalitionSteward readOnly'),
};

const answered = sameCells(nobody, 'receive', 'accept', 'decline');

export const EXPECTED_OF_COALITIONS: Pick<
  ExpectedMatrix,
  'Participant' | 'CoalitionInvitation' | 'CoalitionGrant'
> = {
  Participant: {
    plain: {
      read: me(ALL_RELATIONS),
      ...sameCells(me(OWNER), 'rename', 'takeOut', 'nameDelegates'),
      grant: me(DELEGATES),
      remove: nobody,
    },
    states: {
      'of a hidden coalition': { read: me(NEAR) },
      'of other people': {
        ...sameCells(nobody, 'rename', 'takeOut', 'nameDelegates', 'grant'),
        remove: me(STEWARDS),
      },
      ended: sameCells(nobody, 'read', 'rename', 'takeOut', 'nameDelegates', 'grant'),
    },
  },
  CoalitionInvitation: {
    plain: {
      ...sameCells(me(STEWARDS), 'read', 'withdraw'),
      ...sameCells(me('invited'), 'receive', 'accept', 'decline'),
      use: nobody,
    },
    states: {
      // The invitation looks the same to the stewards, so that they do not learn of a refusal.
      'answered or without approval': answered,
      'after 14 days': { ...sameCells(nobody, 'read', 'withdraw'), ...answered },
      'a link': { ...answered, use: me(ALL_RELATIONS) },
      withdrawn: { ...sameCells(nobody, 'read', 'withdraw'), ...answered },
      'a used link': { ...sameCells(nobody, 'read', 'withdraw'), ...answered },
    },
  },
  CoalitionGrant: {
    plain: {
      ...sameCells(me(DELEGATES), 'read', 'withdraw'),
      ...sameCells(me('own'), 'receive', 'accept', 'decline', 'show'),
    },
    states: {
      // The delegates see no difference to a grant that was not accepted.
      accepted: { decline: nobody },
      'without its source': sameCells(
        nobody,
        ...(['read', 'withdraw', 'receive', 'accept', 'decline', 'show'] as const),
      ),
    },
  },
};

import fc from 'fast-check';
import { AUDIENCES, ORGANISATION_AUDIENCES, PROFILE_FIELDS } from '#policy/facts/audiences.js';
import type { FactsBySubject, SubjectName } from '#policy/facts/facts-by-subject.js';
import { Viewer, type Duty, type Standing } from '#policy/viewer.js';

/**
 * The possible values of a fact, and the type of its column. A fact of type `ids` is a set and has a separate table.
 */
interface Kind {
  readonly column: 'uuid' | 'text' | 'boolean' | 'timestamptz' | 'ids';
  readonly isNullable: boolean;
  readonly values: fc.Arbitrary<unknown>;
}

/** Only few different ids and times, so that rows and viewers match often. */
export const SAMPLE_IDS = [1, 2, 3, 4, 5].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const MOMENTS = [0, 1, 2].map((n) => new Date(Date.UTC(2026, 11, 1, n)));
export const SAMPLE_STANDINGS: readonly Standing[] = [
  'applicant',
  'member',
  'suspended',
  'locked',
  'former',
  'staff',
  'guest',
];
const DUTIES: readonly Duty[] = ['vet', 'moderate', 'support', 'audit', 'administer'];

const anyId = fc.constantFrom(...SAMPLE_IDS);
const someIds = fc.subarray(SAMPLE_IDS);
const kind = (column: Kind['column'], values: fc.Arbitrary<unknown>): Kind => ({
  column,
  isNullable: false,
  values,
});
const orNull = (of: Kind): Kind => ({ ...of, isNullable: true, values: fc.option(of.values) });
const oneOf = (...values: readonly string[]) => kind('text', fc.constantFrom(...values));
const id = kind('uuid', anyId);
const ids = kind('ids', someIds);
const yesOrNo = kind('boolean', fc.boolean());
const moment = kind('timestamptz', fc.constantFrom(...MOMENTS));
const standing = oneOf(...SAMPLE_STANDINGS);
const audience = oneOf(...AUDIENCES);
const desk = { assigneeIds: ids, tiedIds: ids };

const named = {
  ...{ accountId: id, ownerStanding: standing, nameAudience: audience },
  ...{ nameOpenToGroupIds: ids, hiddenFromIds: ids },
};
const organisationAudience = oneOf(...ORGANISATION_AUDIENCES);
const inGroup = { groupId: id, groupArchivedAt: orNull(moment) };
const maybeInGroup = { ...inGroup, groupId: orNull(id) };
const inMatter = { assigneeIds: ids, partyIds: ids, tiedIds: ids };

/** Every fact of every subject. The list does not compile if a fact is missing. */
export const FACT_KINDS: { readonly [S in SubjectName]: Record<keyof FactsBySubject[S], Kind> } = {
  Account: { id, deletionAt: orNull(moment) },
  Session: { accountId: id },
  AuditEntry: { subjectId: orNull(id) },
  Receipt: { aboutId: orNull(id) },
  TwoPersonAct: {
    approver: oneOf(
      ...(['vet', 'moderate', 'support', 'administer', 'steward'] as const),
      ...(['coalitionSteward', 'ally'] as const),
    ),
    scopeId: orNull(id),
    allianceId: orNull(id),
    requestedById: id,
    aboutId: orNull(id),
    state: oneOf('waiting', 'approved', 'refused', 'withdrawn', 'expired'),
    expiresAt: moment,
    coalitionApproverIds: ids,
    tiedIds: ids,
  },
  Instance: { id },
  EmergencyLine: { id },
  Duty: { accountId: id, name: oneOf(...DUTIES) },
  DutyCode: { accountId: id },
  Application: {
    accountId: id,
    stage: oneOf(
      ...['submitted', 'inReview', 'asked', 'accepted', 'declined', 'withdrawn', 'appealed'],
    ),
    assigneeIds: ids,
    reviewerIds: ids,
    tiedIds: ids,
    chainIds: ids,
    wasAppealed: yesOrNo,
    appealUntil: moment,
  },
  Review: { reviewerId: id, assigneeIds: ids, reviewerIds: ids, tiedIds: ids },
  ApplicationNote: { authorId: orNull(id), assigneeIds: ids, reviewerIds: ids, tiedIds: ids },
  Vouch: { voucherId: id, withdrawnAt: orNull(moment), assigneeIds: ids, tiedIds: ids },
  Decision: { accountId: orNull(id), tiedIds: ids },
  Reopening: { ...desk, accountId: id, stage: oneOf('open', 'stays', 'concern'), judgeIds: ids },
  Invitation: {
    inviterId: id,
    inviterStanding: standing,
    inviterAdministers: yesOrNo,
    usedAt: orNull(moment),
    revokedAt: orNull(moment),
  },
  Profile: {
    ownerId: id,
    ownerStanding: standing,
    nameAudience: audience,
    takesRequests: yesOrNo,
    nameOpenToGroupIds: ids,
    hiddenFromIds: ids,
  },
  ProfileField: {
    ownerId: id,
    ownerStanding: standing,
    kind: oneOf(...Object.keys(PROFILE_FIELDS)),
    audience,
    openToGroupIds: ids,
    hiddenFromIds: ids,
  },
  Introduction: {
    askerId: id,
    askedId: id,
    introducerId: orNull(id),
    passedAt: orNull(moment),
    lapsedAt: orNull(moment),
    state: oneOf('waiting', 'accepted', 'declined', 'expired', 'withdrawn'),
    hiddenFromIds: ids,
  },
  Suggestion: { sideIds: ids, agreedIds: ids, isOpen: yesOrNo, expiresAt: moment },
  Alliance: { id },
  Block: { blockerId: id },
  SavedSearch: { ownerId: id },
  Group: {
    ...{ id, kind: oneOf('group', 'coalition'), isListed: yesOrNo },
    access: oneOf('open', 'request', 'invitation'),
    ...{ archivedAt: orNull(moment), unarchivableUntil: moment },
  },
  Membership: {
    ...{ ...inGroup, groupKind: oneOf('group', 'coalition') },
    ...{ accountId: id, endedAt: orNull(moment) },
    ...{ role: oneOf('member', 'facilitator', 'steward'), stewardOfferEndsAt: moment },
    ...{ hasPicture: yesOrNo, isBarred: yesOrNo, isListed: yesOrNo },
    formerUntil: moment,
    memberList: oneOf('members', 'stewards'),
  },
  JoinRequest: {
    ...inGroup,
    accountId: id,
    state: oneOf('waiting', 'accepted', 'declined', 'withdrawn'),
    declineAt: orNull(moment),
    undoableUntil: moment,
    answersEndAt: moment,
    isParted: yesOrNo,
    hiddenFromIds: ids,
  },
  SentGroupInvitation: { groupId: id, expiresAt: moment },
  SuccessionRequest: {
    ...{ accountId: orNull(id), expiresAt: moment, isNeeded: yesOrNo },
    groupArchivedAt: orNull(moment),
    state: oneOf('waiting', 'accepted', 'declined', 'unanswered', 'ended'),
  },
  GroupLink: {
    ...{ ...inGroup, expiresAt: moment, isUsed: yesOrNo, isHeld: yesOrNo, hiddenFromIds: ids },
  },
  GroupInvitation: {
    groupId: id,
    invitedId: id,
    state: oneOf('waiting', 'accepted', 'declined', 'expired', 'withdrawn'),
    expiresAt: moment,
    hiddenFromIds: ids,
  },
  Organisation: {
    ...{ id, audience: organisationAudience, endedAt: orNull(moment), openToGroupIds: ids },
    ...{ peopleIds: ids, spokespersonIds: ids },
  },
  Affiliation: {
    ...{ ...named, audience, openToGroupIds: ids, organisationAudience },
    ...{ organisationEndedAt: orNull(moment), organisationOpenToGroupIds: ids },
    ...{ peopleIds: ids, spokespersonIds: ids },
  },
  OrganisationInvitation: {
    ...{ ...named, expiresAt: moment, spokespersonIds: ids, isParted: yesOrNo },
    state: oneOf('waiting', 'accepted', 'declined', 'expired', 'withdrawn'),
  },
  Participant: { id, coalitionId: id, isListed: yesOrNo, endedAt: orNull(moment) },
  CoalitionInvitation: {
    ...{ coalitionId: id, isLink: yesOrNo, isOpen: yesOrNo, isUsed: yesOrNo },
    isWithdrawn: yesOrNo,
    ...{ expiresAt: moment, ownerIds: ids },
  },
  CoalitionGrant: {
    ...{ accountId: id, participantId: id, coalitionId: id },
    ...{ isAccepted: yesOrNo, isHeld: yesOrNo },
  },
  Channel: {
    ...{ ...maybeInGroup, allianceId: orNull(id), channelId: id, archivedAt: orNull(moment) },
  },
  Topic: {
    ...{ ...maybeInGroup, channelArchivedAt: orNull(moment) },
    ...{ makerId: orNull(id), closedAt: orNull(moment) },
  },
  Message: {
    ...maybeInGroup,
    allianceId: orNull(id),
    channelId: id,
    channelArchivedAt: orNull(moment),
    topicClosedAt: orNull(moment),
    accountId: id,
    openToIds: ids,
    editableUntil: moment,
    deletedAt: orNull(moment),
    undoableUntil: moment,
    expiresAt: moment,
    authorDeletedAllAt: orNull(moment),
    isLine: yesOrNo,
    isOfGuest: yesOrNo,
  },
  Matter: {
    stage: oneOf('open', 'inHand', 'waiting', 'closed', 'appealed'),
    ...inMatter,
    deciderIds: ids,
  },
  Report: { reporterId: id, ...inMatter },
  Notice: {
    accountId: id,
    kind: oneOf(
      'talk',
      'warning',
      'contentRemoved',
      'suspension',
      'separation',
      'removal',
      'upheld',
    ),
    shownFrom: moment,
    answeredAt: orNull(moment),
    matterClosedAt: orNull(moment),
    appealEndsAt: moment,
    appealedAt: orNull(moment),
    ...inMatter,
  },
  SupportRequest: {
    requesterId: id,
    stage: oneOf(
      ...['waiting', 'claimed', 'accepted', 'declined', 'duplicate', 'withdrawn', 'closed'],
    ),
    hasRequesterLeft: yesOrNo,
    assigneeIds: ids,
    supporterIds: ids,
    offeredIds: ids,
    partnerIds: ids,
    invitedIds: ids,
    nextOwnerIds: ids,
    helperIds: ids,
    recusedIds: ids,
  },
  Interpretation: {
    accountId: id,
    state: oneOf('offered', 'agreed', 'refused', 'withdrawn', 'ended'),
    recusedIds: ids,
  },
  Supporter: { accountId: orNull(id), requesterIds: ids },
  Appeal: { accountId: id, decidedAt: orNull(moment), ...inMatter, deciderIds: ids },
};

/** Returns the facts of a subject with their kinds. */
export const factKindsOf = (subject: SubjectName) =>
  Object.entries(FACT_KINDS[subject] as Record<string, Kind>);

export const anyFacts = (subject: SubjectName): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(factKindsOf(subject).map(([fact, { values }]) => [fact, values])));

/**
 * Facilitators, stewards, plain members and those who can only read are also members of their groups, and stewards have
 * a facilitator's rights.
 */
const someGroups = fc
  .array(someIds, { minLength: 5, maxLength: 5 })
  .map(([member = [], steward = [], facilitator = [], plain = [], readOnly = []]) => ({
    member,
    facilitator: [...new Set([...facilitator, ...steward])].filter((id) => member.includes(id)),
    steward: steward.filter((id) => member.includes(id)),
    plain: plain.filter((id) => member.includes(id)),
    readOnly: readOnly.filter((id) => member.includes(id)),
  }));

/** A coalition steward, a delegate and an owner are people of a participant. */
const somePlaces = fc
  .record({ near: someIds, steward: someIds, delegate: someIds, owner: someIds })
  .map(({ near, steward, ...acting }) => ({
    ...{ near, steward: steward.filter((id) => near.includes(id)) },
    ...acting,
  }));

/** Generates mostly members, because most rules are about members. */
export const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(Viewer.nobody(), Viewer.system('a law')) },
  {
    weight: 12,
    arbitrary: fc.record({
      accountId: anyId,
      sessionId: anyId,
      standing: fc.oneof(
        { weight: 5, arbitrary: fc.constant<Standing>('member') },
        { weight: 3, arbitrary: fc.constantFrom(...SAMPLE_STANDINGS) },
      ),
      isOnProbation: fc.boolean(),
      duties: fc.subarray([...DUTIES]),
      groups: someGroups,
      coalitions: somePlaces,
      partedGroups: someIds,
      barredGroups: someIds,
      invitedTo: fc.record({ groups: someIds, organisations: someIds }),
      membershipIds: someIds,
      alliances: someIds,
      allies: someIds,
      pastAlliances: fc.record({ kept: someIds, putAway: someIds }),
      threads: fc.record({ open: someIds, ended: someIds }),
      at: fc.constantFrom(...MOMENTS),
    }),
  },
);

import type { FactsBySubject, SubjectName } from '#policy/facts/facts-by-subject.js';
import { Viewer } from '#policy/viewer.js';
import { FACT_VARIANTS } from './fact-variants.js';

/**
 * Relations between the viewer and the row. A viewer with the relation `own` is also assigned to the row and in its
 * group, which is the hardest case for a rule. `readOnly` is a steward who has not consented to changed agreements in
 * time, for the same reason.
 *
 * `supporting` works on a case that another supporter leads, and `offered` is asked to.
 * `partner` is on the partner side of a case, which its requester offers to them, and `formerPartner` was. `helper` is an outside helper, and
 * `formerHelper` was.
 *
 * The last five are people of a participant of a coalition. An owner is the steward or spokesperson, who acts where no
 * delegate is named; a coalition steward is a delegate, and takes part.
 */
export const VIEWER_RELATIONS = [
  'none',
  'own',
  'member',
  'facilitator',
  'steward',
  'formerMember',
  'persona',
  'readOnly',
  'invited',
  'assigned',
  'supporting',
  'offered',
  'partner',
  'formerPartner',
  'helper',
  'formerHelper',
  'reviewed',
  'formerlyAssigned',
  'recused',
  'introduced',
  'formerAlly',
  'putAway',
  'asked',
  'introducer',
  'blocked',
  'separated',
  'removed',
  'ofParticipant',
  'participantOwner',
  'delegate',
  'takingPart',
  'coalitionSteward',
] as const;
export type ViewerRelation = (typeof VIEWER_RELATIONS)[number];

const idOf = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;
/** Also named in fact-variants.ts. */
const [THREAD, ENDED_THREAD] = [idOf(60), idOf(61)];
const [INTERNAL_THREAD, OUTSIDE_THREAD, LEFT_THREAD] = [idOf(62), idOf(63), idOf(64)];
const COALITION = idOf(50);
const PARTICIPANT = idOf(51);
const [ME, OTHER, THIRD, GROUP, ALLIANCE, ORGANISATION] = [10, 11, 12, 20, 30, 40].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const AT = new Date(Date.UTC(2026, 11, 1, 12));
/** Earlier than every other time in the test data. */
const NEVER = new Date(0);
const LATER = new Date(Date.UTC(2026, 11, 2));

const isOneOf = (relation: ViewerRelation, ...some: ViewerRelation[]) => some.includes(relation);
const mine = (is: boolean) => (is ? [ME] : []);

/** A viewer with this relation. */
export function viewerWithRelation(relation: ViewerRelation, who: Partial<Viewer>): Viewer {
  const isSteward = isOneOf(relation, 'steward', 'readOnly');
  const isIn = isSteward || isOneOf(relation, 'own', 'member', 'facilitator', 'persona', 'blocked');
  const isAllied = isOneOf(relation, 'introduced');
  const group = isIn ? [GROUP] : [];
  const { member, steward, coalitions } = placeInCoalition(relation);
  return {
    ...Viewer.nobody(),
    accountId: ME,
    sessionId: ME,
    isOnProbation: false,
    groups: {
      member: [...group, ...member],
      facilitator: [...(isSteward || relation === 'facilitator' ? [GROUP] : []), ...steward],
      steward: [...(isSteward ? [GROUP] : []), ...steward],
      plain: relation === 'persona' ? [] : group,
      // The relation stands for stewards of a group and for coalition stewards.
      readOnly: relation === 'readOnly' ? [GROUP, COALITION] : [],
    },
    coalitions,
    membershipIds: group.length + member.length > 0 ? [ME] : [],
    partedGroups: relation === 'separated' ? [GROUP] : [],
    barredGroups: relation === 'removed' ? [GROUP] : [],
    invitedTo: {
      groups: relation === 'invited' ? [GROUP] : [],
      organisations: relation === 'invited' ? [ORGANISATION] : [],
    },
    alliances: isAllied || relation === 'own' ? [ALLIANCE] : [],
    allies: isAllied ? [OTHER] : [],
    pastAlliances: {
      kept: relation === 'formerAlly' ? [ALLIANCE] : [],
      putAway: relation === 'putAway' ? [ALLIANCE] : [],
    },
    threads: threadsOfRelation(relation),
    at: AT,
    ...who,
  };
}

/**
 * The view `case_thread_reader` gives no other supporter a thread, and no supporter the thread of an ended request. The
 * requester is no supporter here: the view gives a supporter no thread of their own request.
 */
function threadsOfRelation(relation: ViewerRelation): Viewer['threads'] {
  const isSupporter = isOneOf(relation, 'assigned', 'supporting');
  const isOnSide = isOneOf(relation, 'own', 'partner');
  return {
    open: [
      ...(isSupporter || isOnSide ? [THREAD] : []),
      ...(isSupporter ? [INTERNAL_THREAD] : []),
      ...(isSupporter || relation === 'helper' ? [OUTSIDE_THREAD] : []),
    ],
    ended: [...(isOnSide ? [ENDED_THREAD] : []), ...(isSupporter ? [LEFT_THREAD] : [])],
  };
}

function placeInCoalition(relation: ViewerRelation) {
  const steward = relation === 'coalitionSteward' ? [COALITION] : [];
  const isOwner = relation === 'participantOwner';
  const isDelegate = isOwner || isOneOf(relation, 'delegate', 'coalitionSteward');
  const isNear = isDelegate || isOneOf(relation, 'ofParticipant', 'takingPart');
  return {
    member: isOneOf(relation, 'takingPart', 'coalitionSteward') ? [COALITION] : [],
    steward,
    coalitions: {
      near: isNear ? [COALITION] : [],
      steward: isOwner ? [COALITION] : steward,
      delegate: isDelegate ? [PARTICIPANT] : [],
      owner: isOwner ? [PARTICIPANT] : [],
    },
  };
}

/** The default facts of every subject for a row with this relation to the viewer. */
function plainFacts(relation: ViewerRelation): FactsBySubject {
  const whose = relation === 'own' ? ME : OTHER;
  return {
    Account: { id: whose, deletionAt: null },
    Session: { accountId: whose },
    AuditEntry: { subjectId: whose },
    Receipt: { aboutId: whose },
    Block: { blockerId: whose },
    SavedSearch: { ownerId: whose },
    Instance: { id: OTHER },
    EmergencyLine: { id: OTHER },
    Duty: { accountId: whose, name: 'vet' },
    DutyCode: { accountId: whose },
    Invitation: {
      inviterId: whose,
      inviterStanding: 'member',
      inviterAdministers: false,
      usedAt: null,
      revokedAt: null,
    },
    ...deskFacts(relation, whose),
    ...peopleFacts(relation, whose),
    ...groupFacts(relation, whose),
    ...organisationFacts(relation, whose),
    ...coalitionFacts(relation, whose),
  };
}

const TOLD = {
  ...{ shownFrom: AT, appealEndsAt: LATER },
  ...{ answeredAt: null, appealedAt: null, matterClosedAt: null },
};

function deskFacts(relation: ViewerRelation, whose: string) {
  const tiedIds = mine(relation === 'recused');
  const assigneeIds = mine(isOneOf(relation, 'own', 'assigned', 'reviewed', 'recused'));
  const reviewed = isOneOf(relation, 'own', 'reviewed', 'formerlyAssigned', 'recused');
  const desk = { assigneeIds, tiedIds, reviewerIds: mine(reviewed) };
  const matter = { assigneeIds, tiedIds, partyIds: [whose, THIRD] };
  // The viewer took part in the decision and was assigned before.
  const decided = relation === 'formerlyAssigned';
  return {
    Application: {
      ...{ accountId: whose, stage: 'inReview', ...desk },
      ...{ wasAppealed: false, appealUntil: LATER, chainIds: [] },
    },
    Review: { reviewerId: whose, ...desk },
    ApplicationNote: { authorId: whose, ...desk },
    Vouch: { voucherId: whose, withdrawnAt: null, assigneeIds, tiedIds },
    Decision: { accountId: whose, tiedIds },
    Reopening: { accountId: whose, stage: 'open', assigneeIds, tiedIds, judgeIds: mine(reviewed) },
    Matter: { stage: 'inHand', ...matter, deciderIds: mine(decided) },
    Report: { reporterId: whose, ...matter },
    SupportRequest: {
      ...{ requesterId: whose, stage: 'claimed', assigneeIds, recusedIds: tiedIds },
      hasRequesterLeft: false,
      supporterIds: mine(relation === 'supporting'),
      offeredIds: mine(relation === 'offered'),
      partnerIds: mine(relation === 'partner'),
      nextOwnerIds: mine(relation === 'partner'),
      invitedIds: mine(relation === 'invited'),
      helperIds: mine(relation === 'helper'),
    },
    Interpretation: { accountId: whose, state: 'agreed', recusedIds: tiedIds },
    // Its owner is the requester whom the supporter accompanies.
    Supporter: { accountId: THIRD, requesterIds: [whose] },
    TwoPersonAct: {
      approver: 'moderate',
      scopeId: GROUP,
      allianceId: null,
      requestedById: whose,
      aboutId: THIRD,
      state: 'waiting',
      expiresAt: LATER,
      coalitionApproverIds: mine(isOneOf(relation, 'coalitionSteward', 'readOnly')),
      tiedIds,
    },
    Notice: { ...matter, accountId: whose, kind: 'warning', ...TOLD },
    Appeal: { ...matter, accountId: whose, decidedAt: null, deciderIds: mine(decided) },
  } satisfies Partial<FactsBySubject>;
}

function peopleFacts(relation: ViewerRelation, ownerId: string) {
  const hiddenFromIds = isOneOf(relation, 'blocked', 'separated') ? [ME, OTHER] : [];
  const isAsker = isOneOf(relation, 'own', 'blocked', 'separated');
  const owner = { ownerId, ownerStanding: 'member', hiddenFromIds } as const;
  return {
    Profile: {
      ...owner,
      nameAudience: 'members',
      takesRequests: true,
      nameOpenToGroupIds: [GROUP],
    },
    ProfileField: { ...owner, kind: 'about', audience: 'members', openToGroupIds: [GROUP] },
    Introduction: {
      askerId: isAsker ? ME : THIRD,
      askedId: relation === 'asked' ? ME : OTHER,
      introducerId: relation === 'introducer' ? ME : null,
      passedAt: relation === 'introducer' ? null : AT,
      lapsedAt: null,
      state: 'waiting',
      hiddenFromIds,
    },
    Suggestion: {
      sideIds: [relation === 'own' ? ME : OTHER, THIRD],
      ...{ agreedIds: [], isOpen: true, expiresAt: LATER },
    },
    Alliance: { id: ALLIANCE },
  } satisfies Partial<FactsBySubject>;
}

function groupFacts(relation: ViewerRelation, accountId: string) {
  const inGroup = { groupId: GROUP, groupArchivedAt: null };
  const place = { ...inGroup, allianceId: null, channelId: OTHER };
  return {
    Group: {
      ...{ id: GROUP, kind: 'group', isListed: true, access: 'open' },
      ...{ archivedAt: null, unarchivableUntil: NEVER },
    },
    Membership: {
      ...{ hasPicture: false, isBarred: false, isListed: true, memberList: 'members' },
      ...{ ...inGroup, groupKind: 'group', accountId, endedAt: null, role: 'member' },
      ...{ stewardOfferEndsAt: NEVER, formerUntil: NEVER },
    },
    JoinRequest: {
      ...inGroup,
      accountId,
      state: 'waiting',
      declineAt: null,
      undoableUntil: LATER,
      answersEndAt: LATER,
      isParted: false,
      hiddenFromIds: [],
    },
    SentGroupInvitation: { groupId: GROUP, expiresAt: LATER },
    SuccessionRequest: {
      ...{ accountId, state: 'waiting', expiresAt: LATER, isNeeded: true, groupArchivedAt: null },
    },
    GroupLink: {
      ...{ ...inGroup, expiresAt: LATER, isUsed: false, isHeld: true, hiddenFromIds: [] },
    },
    GroupInvitation: {
      ...{ groupId: GROUP, invitedId: relation === 'invited' ? ME : OTHER },
      ...{ state: 'waiting', expiresAt: LATER, hiddenFromIds: [] },
    },
    Channel: { ...place, archivedAt: null },
    Topic: { ...inGroup, channelArchivedAt: null, makerId: accountId, closedAt: null },
    Message: {
      ...place,
      accountId,
      channelArchivedAt: null,
      topicClosedAt: null,
      // Includes former members, so that only the ended membership can refuse them.
      openToIds: [ME, OTHER],
      editableUntil: LATER,
      deletedAt: null,
      undoableUntil: LATER,
      expiresAt: LATER,
      authorDeletedAllAt: null,
      isLine: false,
      isOfGuest: false,
    },
  } satisfies Partial<FactsBySubject>;
}

/**
 * `own`, `member`, `facilitator` and `steward` are in the organisation. The spokesperson is the viewer for `steward`, else another
 * person.
 */
function organisationFacts(relation: ViewerRelation, accountId: string) {
  const isIn = isOneOf(relation, 'own', 'member', 'facilitator', 'steward');
  const peopleIds = [OTHER, ...mine(isIn)];
  const spokespersonIds = [relation === 'steward' ? ME : OTHER];
  const named = {
    ownerStanding: 'member',
    nameAudience: 'members',
    nameOpenToGroupIds: [GROUP],
    hiddenFromIds: isOneOf(relation, 'blocked', 'separated') ? [ME, OTHER] : [],
  } as const;
  return {
    Organisation: {
      ...{ id: ORGANISATION, audience: 'members', endedAt: null, openToGroupIds: [GROUP] },
      ...{ peopleIds, spokespersonIds },
    },
    Affiliation: {
      ...{ ...named, accountId, audience: 'members', openToGroupIds: [GROUP] },
      ...{ organisationAudience: 'members', organisationEndedAt: null },
      ...{ organisationOpenToGroupIds: [GROUP], peopleIds, spokespersonIds },
    },
    OrganisationInvitation: {
      ...{ ...named, accountId: relation === 'invited' ? ME : OTHER },
      ...{ state: 'waiting', expiresAt: LATER, spokespersonIds, isParted: false },
    },
  } satisfies Partial<FactsBySubject>;
}

function coalitionFacts(relation: ViewerRelation, accountId: string) {
  const ownerId = relation === 'invited' ? ME : OTHER;
  return {
    Participant: { id: PARTICIPANT, coalitionId: COALITION, isListed: true, endedAt: null },
    CoalitionInvitation: {
      ...{ coalitionId: COALITION, isLink: false, isOpen: true, isUsed: false },
      ...{ isWithdrawn: false, expiresAt: LATER, ownerIds: [ownerId] },
    },
    CoalitionGrant: {
      ...{ accountId, participantId: PARTICIPANT, coalitionId: COALITION },
      ...{ isAccepted: false, isHeld: true },
    },
  } satisfies Partial<FactsBySubject>;
}

export interface PolicyCase {
  readonly subject: SubjectName;
  /** The name of the variant; empty for the default facts. */
  readonly variant: string;
}

/** Every subject with its default facts and in each variant. */
export const POLICY_CASES: readonly PolicyCase[] = (
  Object.keys(FACT_VARIANTS) as SubjectName[]
).flatMap((subject) =>
  ['', ...Object.keys(FACT_VARIANTS[subject])].map((variant) => ({ subject, variant })),
);

const factsByRelation = new Map(
  VIEWER_RELATIONS.map((relation) => [relation, plainFacts(relation)] as const),
);

/** The facts of a case in a relation. */
export function factsOfCase(
  { subject, variant }: PolicyCase,
  relation: ViewerRelation,
): FactsBySubject[SubjectName] {
  const difference = variant === '' ? {} : FACT_VARIANTS[subject][variant]!(ME, ALLIANCE, AT);
  return {
    ...factsByRelation.get(relation)![subject],
    ...difference,
  } as FactsBySubject[SubjectName];
}

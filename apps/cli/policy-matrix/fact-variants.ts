import type { FactsBySubject, SubjectName } from '#policy/facts/facts-by-subject.js';

const COALITION = '00000000-0000-4000-8000-000000000050';
const threadOf = (n: number) => ({
  ...{ groupId: null, channelId: `00000000-0000-4000-8000-0000000000${n}` },
});
/** The ids are also named in policy-cases.ts. */
const [THREAD, ENDED_THREAD] = [threadOf(60), threadOf(61)];
const [INTERNAL_THREAD, OUTSIDE_THREAD, LEFT_THREAD] = [threadOf(62), threadOf(63), threadOf(64)];

/**
 * How the facts of a variant differ from the default facts, given the viewer's id, the alliance's id and the current
 * time.
 */
type Variant<S extends SubjectName> = (
  me: string,
  alliance: string,
  now: Date,
) => Partial<FactsBySubject[S]>;

/** Variants of each subject in which some rule gives a different answer. */
export const FACT_VARIANTS: {
  readonly [S in SubjectName]: Readonly<Record<string, Variant<S>>>;
} = {
  Account: { 'being deleted': (_me, _alliance, deletionAt) => ({ deletionAt }) },
  Session: {},
  AuditEntry: { 'about no account': () => ({ subjectId: null }) },
  Receipt: { 'about no account': () => ({ aboutId: null }) },
  TwoPersonAct: {
    'for who vets': () => ({ approver: 'vet' }),
    'for who supports': () => ({ approver: 'support' }),
    'for administrators': () => ({ approver: 'administer' }),
    'for stewards': () => ({ approver: 'steward' }),
    'for coalition stewards': () => ({ approver: 'coalitionSteward', scopeId: COALITION }),
    'for the other of two': (_me, allianceId) => ({ approver: 'ally', scopeId: null, allianceId }),
    'about oneself': (aboutId) => ({ aboutId }),
    decided: () => ({ state: 'approved' }),
    over: (_me, _alliance, expiresAt) => ({ expiresAt }),
  },
  Instance: {},
  Duty: { 'of an auditor': () => ({ name: 'audit' }) },
  DutyCode: {},
  Application: {
    asked: () => ({ stage: 'asked' }),
    // A decision ends the claims.
    accepted: () => ({ stage: 'accepted', assigneeIds: [] }),
    declined: () => ({ stage: 'declined', assigneeIds: [] }),
    'declined ten days ago': (_me, _alliance, appealUntil) => ({
      ...{ stage: 'declined', assigneeIds: [], appealUntil },
    }),
    appealed: () => ({ stage: 'appealed', wasAppealed: true }),
    'declined once more': () => ({ stage: 'declined', assigneeIds: [], wasAppealed: true }),
    'of one’s own chain': (me) => ({ chainIds: [me] }),
  },
  Review: { decided: () => ({ assigneeIds: [] }) },
  ApplicationNote: { decided: () => ({ assigneeIds: [] }) },
  Vouch: {
    withdrawn: (_me, _alliance, withdrawnAt) => ({ withdrawnAt }),
    decided: () => ({ assigneeIds: [] }),
  },
  Invitation: {
    used: (_me, _alliance, usedAt) => ({ usedAt }),
    'taken back': (_me, _alliance, revokedAt) => ({ revokedAt }),
    'of an administrator': () => ({ inviterStanding: 'staff', inviterAdministers: true }),
    'of an auditor': () => ({ inviterStanding: 'staff' }),
    'of somebody suspended': () => ({ inviterStanding: 'suspended', inviterAdministers: true }),
  },
  // After the decision the assignments stay, together with the opinions.
  Reopening: { decided: () => ({ stage: 'stays' }) },
  Decision: { 'about no account': () => ({ accountId: null }) },
  Profile: {
    'name for groups': () => ({ nameAudience: 'groups' }),
    'name for chosen groups': () => ({ nameAudience: 'groups', nameOpenToGroupIds: [] }),
    'name for onlyMe': () => ({ nameAudience: 'onlyMe' }),
    'taking no requests': () => ({ takesRequests: false }),
    'owner suspended': () => ({ ownerStanding: 'suspended' }),
  },
  ProfileField: {
    'for groups': () => ({ audience: 'groups' }),
    'for chosen groups': () => ({ audience: 'groups', openToGroupIds: [] }),
    'for allies': () => ({ audience: 'allies' }),
    'for onlyMe': () => ({ audience: 'onlyMe' }),
    'contact, beyond its ceiling': () => ({ kind: 'contact' }),
    'region, beyond its ceiling': () => ({ kind: 'region' }),
    'owner suspended': () => ({ ownerStanding: 'suspended' }),
  },
  Introduction: {
    declined: () => ({ state: 'declined' }),
    accepted: () => ({ state: 'accepted' }),
    expired: () => ({ state: 'expired' }),
    withdrawn: () => ({ state: 'withdrawn' }),
    'not passed on yet': () => ({ passedAt: null }),
    'passed on': (_me, _alliance, passedAt) => ({ passedAt }),
    'let lapse': (_me, _alliance, lapsedAt) => ({ passedAt: null, lapsedAt }),
  },
  Suggestion: {
    'agreed to': (me) => ({ agreedIds: [me] }),
    'of no use any more': () => ({ isOpen: false }),
    over: (_me, _alliance, expiresAt) => ({ expiresAt }),
  },
  Alliance: { 'of others': (me) => ({ id: me }) },
  Block: {},
  SavedSearch: {},
  Group: {
    'by request': () => ({ access: 'request' }),
    'by invitation': () => ({ access: 'invitation' }),
    hidden: () => ({ isListed: false }),
    archived: (_me, _alliance, archivedAt) => ({
      ...{ archivedAt, unarchivableUntil: new Date(archivedAt.getTime() + 1) },
    }),
    'archived 30 days ago': (_me, _alliance, at) => ({ archivedAt: at, unarchivableUntil: at }),
    'a coalition': () => ({ id: COALITION, kind: 'coalition', access: 'invitation' }),
    'a hidden coalition': () => ({
      ...{ id: COALITION, kind: 'coalition', access: 'invitation', isListed: false },
    }),
  },
  Membership: {
    'in a coalition': () => ({ groupId: COALITION, groupKind: 'coalition' }),
    'with a picture': () => ({ hasPicture: true }),
    ended: (_me, _alliance, endedAt) => ({
      ...{ endedAt, hasPicture: true, formerUntil: new Date(endedAt.getTime() + 1) },
    }),
    'ended 30 days ago': (_me, _alliance, at) => ({ endedAt: at, formerUntil: at }),
    removed: (_me, _alliance, endedAt) => ({
      ...{ endedAt, isBarred: true, formerUntil: new Date(endedAt.getTime() + 1) },
    }),
    'asked to hold the group': (_me, _alliance, now) => ({
      stewardOfferEndsAt: new Date(now.getTime() + 1),
    }),
    'of a steward': () => ({ role: 'steward' }),
    'of a facilitator': () => ({ role: 'facilitator' }),
    'not listed': () => ({ isListed: false, hasPicture: true }),
    'not listed, the list for stewards': () => ({ isListed: false, memberList: 'stewards' }),
    'of a steward, not listed': () => ({ role: 'steward', isListed: false }),
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
    'removed from an archived group': (_me, _alliance, at) => ({
      ...{ endedAt: at, isBarred: true, groupArchivedAt: at },
    }),
  },
  JoinRequest: {
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
    decided: () => ({ state: 'accepted' }),
    'decided, 30 days ago': (_me, _alliance, answersEndAt) => ({ state: 'accepted', answersEndAt }),
    declined: (_me, _alliance, declineAt) => ({ declineAt }),
    'declined, 30 s ago': (_me, _alliance, at) => ({ declineAt: at, undoableUntil: at }),
    'of somebody separated from a member': () => ({ isParted: true }),
    'of somebody whom the viewer blocked': (me) => ({ hiddenFromIds: [me] }),
  },
  GroupInvitation: {
    decided: () => ({ state: 'declined' }),
    'after 14 days': (_me, _alliance, expiresAt) => ({ expiresAt }),
    'of a steward whom the viewer blocked': (me) => ({ hiddenFromIds: [me] }),
  },
  SentGroupInvitation: { 'after 14 days': (_me, _alliance, expiresAt) => ({ expiresAt }) },
  SuccessionRequest: {
    declined: () => ({ state: 'declined' }),
    'after 7 days': (_me, _alliance, expiresAt) => ({ expiresAt }),
    'with a steward again': () => ({ isNeeded: false }),
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
  },
  GroupLink: {
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
    used: () => ({ isUsed: true }),
    'after 72 hours': (_me, _alliance, expiresAt) => ({ expiresAt }),
    'of somebody who is no steward any more': () => ({ isHeld: false }),
    'of a steward whom the viewer blocked': (me) => ({ hiddenFromIds: [me] }),
  },
  Organisation: {
    'for groups': () => ({ audience: 'groups' }),
    'for its people': () => ({ audience: 'onlyMe' }),
    ended: (_me, _alliance, endedAt) => ({ endedAt }),
  },
  Affiliation: {
    'name for groups': () => ({ nameAudience: 'groups' }),
    'name for onlyMe': () => ({ nameAudience: 'onlyMe' }),
    'for groups': () => ({ audience: 'groups' }),
    'for allies': () => ({ audience: 'allies' }),
    'for its people': () => ({ audience: 'onlyMe' }),
    'for groups, the viewer outside': () => ({ audience: 'groups', peopleIds: [] }),
    'of an organisation for groups': () => ({ organisationAudience: 'groups' }),
    'of an organisation for its people': () => ({ organisationAudience: 'onlyMe' }),
    'of one that ended': (_me, _alliance, organisationEndedAt) => ({ organisationEndedAt }),
    'owner suspended': () => ({ ownerStanding: 'suspended' }),
  },
  OrganisationInvitation: {
    declined: () => ({ state: 'declined' }),
    accepted: () => ({ state: 'accepted' }),
    'after 14 days': (_me, _alliance, expiresAt) => ({ expiresAt }),
    'name for onlyMe': () => ({ nameAudience: 'onlyMe' }),
    'of somebody whom the viewer blocked': (me) => ({ hiddenFromIds: [me] }),
    'of somebody whom a spokesperson blocked': () => ({ isParted: true }),
  },
  Participant: {
    'of a hidden coalition': () => ({ isListed: false }),
    'of other people': (me) => ({ id: me }),
    ended: (_me, _alliance, endedAt) => ({ endedAt }),
  },
  CoalitionInvitation: {
    'answered or without approval': () => ({ isOpen: false }),
    'after 14 days': (_me, _alliance, expiresAt) => ({ expiresAt }),
    'a link': () => ({ isLink: true, ownerIds: [] }),
    withdrawn: () => ({ isOpen: false, isWithdrawn: true }),
    'a used link': () => ({ isLink: true, isOpen: false, isUsed: true, ownerIds: [] }),
  },
  CoalitionGrant: {
    accepted: () => ({ isAccepted: true }),
    'without its source': () => ({ isHeld: false }),
  },
  Channel: {
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
    archived: (_me, _alliance, archivedAt) => ({ archivedAt }),
    'of a coalition': () => ({ groupId: COALITION }),
    conversation: (_me, allianceId) => ({ groupId: null, allianceId }),
    'a requester’s thread': () => THREAD,
    'an internal thread': () => INTERNAL_THREAD,
    'a thread of an outside helper': () => OUTSIDE_THREAD,
    'a thread of a helper who left': () => LEFT_THREAD,
    'a thread of an ended request': () => ENDED_THREAD,
  },
  Topic: {
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
    closed: (_me, _alliance, closedAt) => ({ closedAt }),
    'in an archived channel': (_me, _alliance, channelArchivedAt) => ({ channelArchivedAt }),
  },
  Message: {
    'of an archived group': (_me, _alliance, groupArchivedAt) => ({ groupArchivedAt }),
    'after 24 h': (_me, _alliance, editableUntil) => ({ editableUntil }),
    deleted: (_me, _alliance, deletedAt) => ({ deletedAt }),
    'deleted, 30 s ago': (_me, _alliance, at) => ({ deletedAt: at, undoableUntil: at }),
    'before joining': () => ({ openToIds: [] }),
    'in an archived channel': (_me, _alliance, channelArchivedAt) => ({ channelArchivedAt }),
    'in a closed topic': (_me, _alliance, topicClosedAt) => ({ topicClosedAt }),
    'in a conversation': (_me, allianceId) => ({ groupId: null, allianceId, openToIds: [] }),
    'in a thread of a case': () => THREAD,
    'in a thread of an ended request': () => ENDED_THREAD,
    expired: (_me, _alliance, expiresAt) => ({ expiresAt }),
    'deleted with all of its author': (_me, _alliance, authorDeletedAllAt) => ({
      authorDeletedAllAt,
    }),
    'a line of the channel': () => ({ isLine: true }),
  },
  Matter: {
    'about oneself': (me) => ({ partyIds: [me] }),
    // A closed matter has no assigned moderator.
    closed: () => ({ stage: 'closed', assigneeIds: [] }),
    appealed: () => ({ stage: 'appealed' }),
  },
  Report: {
    'about oneself': (me) => ({ partyIds: [me] }),
    'of a closed matter': () => ({ assigneeIds: [] }),
  },
  Notice: {
    'not told yet': (_me, _alliance, now) => ({ shownFrom: new Date(now.getTime() + 1) }),
    'of a talk': () => ({ kind: 'talk' }),
    'of a talk, answered': (_me, _alliance, answeredAt) => ({ kind: 'talk', answeredAt }),
    'of a talk, its matter closed': (_me, _alliance, matterClosedAt) => ({
      kind: 'talk',
      matterClosedAt,
    }),
    'after 20 days': (_me, _alliance, appealEndsAt) => ({ appealEndsAt }),
    appealed: (_me, _alliance, appealedAt) => ({ appealedAt }),
    'of what became of an appeal': () => ({ kind: 'upheld' }),
    'about oneself': (me) => ({ partyIds: [me] }),
  },
  SupportRequest: {
    waiting: () => ({ stage: 'waiting', assigneeIds: [] }),
    accepted: () => ({ stage: 'accepted' }),
    // A pause ends what the requester offered, and the outside help.
    paused: () => ({
      ...{ stage: 'accepted', hasRequesterLeft: true },
      ...{ nextOwnerIds: [], invitedIds: [], offeredIds: [], helperIds: [] },
    }),
    // Nobody is assigned to a request that ended.
    closed: () => ({ stage: 'closed', assigneeIds: [] }),
    declined: () => ({ stage: 'declined', assigneeIds: [] }),
  },
  Interpretation: {
    'not agreed to': () => ({ state: 'offered' }),
    'with a conflict of interest': (me) => ({ recusedIds: [me] }),
  },
  Appeal: {
    heard: (_me, _alliance, decidedAt) => ({ decidedAt }),
    'about oneself': (me) => ({ partyIds: [me] }),
    'against what oneself decided': (me) => ({ deciderIds: [me] }),
  },
  EmergencyLine: {},
  Supporter: {},
};

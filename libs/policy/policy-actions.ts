import type { SubjectName } from './facts/facts-by-subject.js';

/** Every action of every subject. `assertAction` throws on an action that is not listed here. */
export const POLICY_ACTIONS = {
  Account: ['read', 'changePassword', 'changeAddress', 'export', 'delete', 'undoDelete'],
  Session: ['read', 'end'],
  AuditEntry: ['read', 'verify'],
  Receipt: ['read'],
  TwoPersonAct: ['read', 'approve', 'refuse', 'change', 'withdraw'],
  Instance: ['read', 'change', 'pauseSupport'],
  Duty: ['grant', 'read', 'take', 'layDown', 'nameHolder'],
  DutyCode: ['make', 'read', 'revoke'],
  Application: [
    ...(['submit', 'read', 'answer', 'appeal', 'withdraw', 'delete'] as const),
    ...([
      'queue',
      'claim',
      'release',
      'readFile',
      'ask',
      'review',
      'readReviews',
      'note',
      'decide',
      'declareConflict',
      'report',
    ] as const),
    ...(['findByCode', 'vouch'] as const),
  ],
  Review: ['read', 'change'],
  ApplicationNote: ['read'],
  Vouch: ['give', 'read', 'withdraw'],
  Decision: ['read'],
  Invitation: ['make', 'admit', 'read', 'revoke'],
  Reopening: ['queue', 'claim', 'read', 'readFile', 'release', 'judge', 'readOpinions'],
  Profile: ['read', 'edit', 'askIntroduction', 'invite', 'block', 'report'],
  ProfileField: ['read', 'edit'],
  Introduction: [
    ...(['read', 'accept', 'decline', 'withdraw', 'pass', 'lapse'] as const),
    ...(['block', 'report'] as const),
  ],
  Suggestion: ['read', 'agree', 'lapse', 'report'],
  Alliance: ['read', 'end'],
  Block: ['read', 'lift'],
  SavedSearch: ['make', 'read', 'rename', 'delete'],
  Group: [
    ...(['found', 'read', 'join', 'requestToJoin'] as const),
    ...(['edit', 'makeLessPrivate', 'invite', 'createChannel'] as const),
    ...(['publishAgreements', 'consent', 'readRequests', 'report'] as const),
    ...(['archive', 'unarchive'] as const),
    ...(['foundCoalition', 'joinCoalition', 'inviteParticipant', 'leaveCoalition'] as const),
  ],
  Membership: [
    ...(['read', 'edit', 'leave', 'remove', 'readmit', 'suggest', 'report'] as const),
    ...(['handOver', 'offerStewardship', 'withdrawStewardshipOffer'] as const),
    ...(['acceptStewardship', 'declineStewardship', 'endStewardship'] as const),
    ...(['makeFacilitator', 'endFacilitation', 'seeName', 'showInList'] as const),
    ...(['removePicture', 'deleteMessages', 'readExposure'] as const),
  ],
  JoinRequest: ['read', 'readAnswers', 'decide', 'undoDecline', 'withdraw'],
  GroupInvitation: ['read', 'accept', 'decline', 'withdraw'],
  SentGroupInvitation: ['read', 'withdraw'],
  GroupLink: ['read', 'revoke', 'use'],
  SuccessionRequest: ['read', 'accept', 'decline'],
  Organisation: [
    ...(['found', 'read', 'edit', 'invite', 'end', 'keep', 'report'] as const),
    ...(['foundCoalition', 'joinCoalition'] as const),
  ],
  Affiliation: ['read', 'edit', 'leave', 'remove', 'handOver'],
  OrganisationInvitation: ['read', 'accept', 'decline', 'withdraw'],
  Participant: ['read', 'rename', 'takeOut', 'nameDelegates', 'grant', 'remove'],
  CoalitionInvitation: ['read', 'withdraw', 'receive', 'accept', 'decline', 'use'],
  CoalitionGrant: ['read', 'withdraw', 'receive', 'accept', 'decline', 'show'],
  Channel: [
    ...(['read', 'watch', 'post', 'mentionAll', 'startTopic', 'rename', 'archive'] as const),
    ...(['putAway', 'bringBack', 'shorten', 'lengthen'] as const),
  ],
  Topic: ['read', 'post', 'rename', 'close', 'reopen'],
  Message: [
    ...(['read', 'react', 'edit', 'delete', 'undoDelete', 'remove', 'pin'] as const),
    ...(['block', 'report'] as const),
  ],
  Matter: [
    ...(['queue', 'claim', 'read', 'readFile', 'note', 'release', 'hand'] as const),
    ...(['talk', 'warn', 'removeContent', 'suspend'] as const),
    ...(['separate', 'lift', 'askRemoval', 'close'] as const),
  ],
  Report: ['read', 'readFile'],
  Notice: ['read', 'answer', 'appeal', 'undo'],
  Appeal: ['read', 'hear'],
  EmergencyLine: ['read', 'propose', 'takeOff', 'review'],
  SupportRequest: [
    ...(['make', 'read', 'readOpenings', 'exclude', 'withdraw', 'delete'] as const),
    ...(['changeContact', 'keepOpen', 'reopen', 'makeAsGuest', 'takePhrase'] as const),
    ...(['useWorkName', 'queue', 'claim', 'readFile', 'release'] as const),
    ...(['accept', 'decline', 'linkDuplicate', 'close'] as const),
    ...(['setAvailability', 'arrangeCall', 'readCall', 'leadCall'] as const),
    ...(['addPartner', 'removePartner', 'readPartners', 'answerInvitation'] as const),
    ...(['readAsPartner', 'leaveSide', 'offerOwnership', 'answerOwnership'] as const),
    ...(['leadHelpers', 'readHelpers', 'readAsHelper', 'answerAsHelper'] as const),
    ...(['readConsents', 'consent', 'withdrawConsent'] as const),
    ...(['readTeam', 'offer', 'answerOffer', 'agreeToOffer', 'leave'] as const),
    ...(['manageTasks', 'readLinks', 'manageLinks'] as const),
    ...(['askRequester', 'answerQuestion'] as const),
    ...(['leaveOwn', 'comeBack', 'takeOver'] as const),
    'interpret',
  ],
  Interpretation: ['readFile', 'withdraw'],
  Supporter: ['report'],
} as const satisfies Record<SubjectName, readonly string[]>;

export type ActionOf<S extends SubjectName> = (typeof POLICY_ACTIONS)[S][number];

/**
 * Actions on rows that the viewer may not read, each with the permission that makes the row visible for it. Examples:
 * the vetting queue lists applications without opening them, a member vouches by the applicant's code, a steward
 * readmits a removed member, a reaction names a member who left, the holder of a group link is not in the group, a
 * supporter opens a case but not the requester's own page. For all other actions an unreadable row is treated as absent.
 */
const VISIBILITY_ACTIONS: {
  readonly [S in SubjectName]?: Partial<Record<ActionOf<S>, ActionOf<S>>>;
} = {
  Application: {
    queue: 'queue',
    claim: 'queue',
    declareConflict: 'queue',
    findByCode: 'findByCode',
    vouch: 'findByCode',
    submit: 'submit',
  },
  AuditEntry: { verify: 'verify' },
  Instance: { change: 'change', pauseSupport: 'pauseSupport' },
  Duty: { grant: 'grant' },
  DutyCode: { make: 'make' },
  SavedSearch: { make: 'make' },
  Group: { found: 'found' },
  GroupLink: { use: 'use' },
  Organisation: { found: 'found' },
  CoalitionInvitation: {
    receive: 'receive',
    accept: 'receive',
    decline: 'receive',
    use: 'use',
  },
  CoalitionGrant: {
    ...({ receive: 'receive', accept: 'receive', decline: 'receive', show: 'receive' } as const),
  },
  Membership: {
    ...{ readmit: 'readmit', seeName: 'seeName' },
    ...{ deleteMessages: 'deleteMessages', readExposure: 'readExposure' },
  },
  Vouch: { give: 'give' },
  Invitation: { make: 'make', admit: 'admit' },
  Channel: { bringBack: 'bringBack' },
  Matter: { queue: 'queue', claim: 'queue' },
  Reopening: { queue: 'queue', claim: 'queue' },
  SupportRequest: {
    ...{
      make: 'make',
      makeAsGuest: 'makeAsGuest',
      useWorkName: 'useWorkName',
      queue: 'queue',
      claim: 'queue',
    },
    ...{ readFile: 'readFile', release: 'readFile', accept: 'readFile', decline: 'readFile' },
    ...{ linkDuplicate: 'readFile', close: 'readFile', readOpenings: 'readOpenings' },
    askRequester: 'readFile',
    ...{ keepOpen: 'readOpenings', setAvailability: 'setAvailability' },
    interpret: 'interpret',
    ...{ arrangeCall: 'readCall', readCall: 'readCall', leadCall: 'readFile' },
    ...{ answerInvitation: 'answerInvitation', readAsPartner: 'readAsPartner' },
    ...{ leaveSide: 'readAsPartner', answerOwnership: 'readAsPartner' },
    takeOver: 'readAsPartner',
    ...{ leadHelpers: 'readFile', readHelpers: 'readFile', readConsents: 'readConsents' },
    ...{ readAsHelper: 'readAsHelper', answerAsHelper: 'readAsHelper' },
    ...{ readTeam: 'readTeam', offer: 'readFile', answerOffer: 'answerOffer', leave: 'readFile' },
    ...{ manageTasks: 'readFile', readLinks: 'readLinks', manageLinks: 'readLinks' },
  },
  Interpretation: { readFile: 'readFile', withdraw: 'readFile' },
  Supporter: { report: 'report' },
};

/** The action that decides whether the row is visible, before `action` itself is checked; `read` by default. */
export function visibilityActionOf(subject: SubjectName, action: string): string {
  const own = VISIBILITY_ACTIONS[subject] as Record<string, string> | undefined;
  return own?.[action] ?? 'read';
}

/** Throws when the subject does not have `action`, so that a typo in the code never looks like a refusal. */
export function assertAction(subject: string, action: string): void {
  const known = (POLICY_ACTIONS as Record<string, readonly string[]>)[subject];
  if (!known) throw new Error(`policy: no subject ${subject}`);
  if (!known.includes(action)) throw new Error(`policy: ${subject} has no action ${action}`);
}

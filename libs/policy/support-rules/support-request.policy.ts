import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import { isAnonymous, type Viewer } from '../viewer.js';

type Rules = RuleBuilder<'SupportRequest'>;
const OPEN = ['waiting', 'claimed', 'accepted'] as const;
const LINKS = ['readLinks', 'manageLinks'] as const;
const REQUESTERS: readonly string[] = ['applicant', 'member', 'suspended', 'guest'];
/** Actions by which a requester reads their case beside what they wrote, and acts in it. They end when the requester leaves it. */
const OWN_READING = [
  ...(['readOpenings', 'readCall', 'readTeam', 'readConsents', 'readLinks'] as const),
] as const;
const OWN_ACTIONS = [
  ...(['changeContact', 'withdraw', 'keepOpen', 'exclude', 'takePhrase', 'reopen'] as const),
  ...(['arrangeCall', 'agreeToOffer', 'consent', 'withdrawConsent', 'manageLinks'] as const),
  ...(['removePartner', 'readPartners', 'offerOwnership', 'addPartner', 'leaveOwn'] as const),
  'answerQuestion',
] as const;

/**
 * Members and applicants ask for support. Supporters see a waiting request without its content, and open it after they
 * claimed it.
 */
export const supportRequestPolicy: Policy<'SupportRequest'> = (viewer, rules) => {
  if (viewer.standing === 'applicant' || viewer.standing === 'member') rules.allow('make');
  if (isAnonymous(viewer) || viewer.standing === 'guest') rules.allow('makeAsGuest');
  // Interpreters set hours, too; the service refuses members who do not volunteer.
  if (viewer.standing === 'member') rules.allow(['interpret', 'setAvailability']);
  mayFollow(viewer, rules);
  mayPause(viewer, rules);
  if (viewer.standing === 'member') mayHelp(viewer, rules);
  if (viewer.standing === 'member' && viewer.duties.includes('support')) maySupport(viewer, rules);
};

/**
 * A suspended member keeps the rights on their own request, but cannot ask again, and so cannot reopen one. A guest reads no
 * work names, and so excludes nobody. Applicants take a recovery phrase with them; guests replace theirs.
 */
function mayFollow(viewer: Viewer, rules: Rules): void {
  const { standing, accountId } = viewer;
  const { allow, forbid } = rules;
  if (!REQUESTERS.includes(standing)) return;
  const own = { requesterId: accountId };
  const whileOpen = ['exclude', 'changeContact', 'withdraw'] as const;
  allow(['read', 'readOpenings', 'changeContact', 'withdraw', 'delete', 'keepOpen'], own);
  allow('answerQuestion', own);
  if (standing !== 'guest') allow('exclude', own);
  if (standing === 'guest' || standing === 'applicant') allow('takePhrase', own);
  allow(['readCall', 'arrangeCall', 'readTeam', 'agreeToOffer'], own);
  allow(['readConsents', 'consent', 'withdrawConsent', ...LINKS], own);
  forbid('arrangeCall', { ...own, stage: { $nin: OPEN } }).because('support.ended');
  if (standing !== 'suspended') allow('reopen', own);
  forbid(whileOpen, { ...own, stage: { $nin: OPEN } }).because('support.ended');
  forbid('answerQuestion', { ...own, stage: 'accepted' }).because('support.answered');
  forbid('answerQuestion', { ...own, stage: { $nin: OPEN } }).because('support.ended');
  forbid('takePhrase', { ...own, stage: { $nin: OPEN } }).because('support.ended');
  forbid('reopen', { ...own, stage: { $ne: 'closed' } }).because('support.notClosed');
  const running = ['keepOpen', 'agreeToOffer', 'consent', 'manageLinks'] as const;
  forbid(running, { ...own, stage: { $ne: 'accepted' } }).because('support.notAccepted');
  if (standing !== 'guest') mayBeOnSide(viewer, rules);
}

/**
 * A requester who leaves their case keeps what they wrote, can destroy it, and can come back while the case is paused. Until
 * then a member of the partner side can take it over. A guest withdraws instead: nobody else is on their side.
 */
function mayPause({ standing, accountId }: Viewer, { allow, forbid }: Rules): void {
  if (!REQUESTERS.includes(standing)) return;
  const left = { requesterId: accountId, hasRequesterLeft: true } as const;
  if (standing !== 'guest') {
    allow('leaveOwn', { requesterId: accountId });
    forbid('leaveOwn', { requesterId: accountId, stage: { $ne: 'accepted' } }).because(
      'support.notAccepted',
    );
  }
  forbid(OWN_READING, left);
  forbid(OWN_ACTIONS, left).because('support.youLeft');
  const goOn = (action: 'comeBack' | 'takeOver', who: object) => {
    allow(action, who);
    forbid(action, { ...who, hasRequesterLeft: false }).because('support.goesOn');
    forbid(action, { ...who, stage: { $nin: OPEN } }).because('support.ended');
  };
  goOn('comeBack', { requesterId: accountId });
  if (standing === 'member') goOn('takeOver', { partnerIds: accountId });
}

/** A guest reads no names of members, and so has nobody on their side. Only members find people whom they can invite. */
function mayBeOnSide({ standing, accountId }: Viewer, { allow, forbid }: Rules): void {
  const [own, invited] = [{ requesterId: accountId }, { invitedIds: accountId }];
  allow(['removePartner', 'readPartners', 'offerOwnership'], own);
  forbid('offerOwnership', { ...own, stage: { $ne: 'accepted' } }).because('support.notAccepted');
  const partner = [
    'readAsPartner',
    'leaveSide',
    'readOpenings',
    'readTeam',
    'readConsents',
    'readLinks',
  ] as const;
  allow(partner, { partnerIds: accountId });
  if (standing !== 'member') return;
  allow('addPartner', own);
  allow('answerInvitation', invited);
  const offered = { partnerIds: accountId, nextOwnerIds: accountId } as const;
  allow('answerOwnership', { ...offered, stage: 'accepted' });
  forbid('addPartner', { ...own, stage: { $ne: 'accepted' } }).because('support.notAccepted');
  forbid('answerInvitation', { ...invited, stage: { $ne: 'accepted' } });
}

/** An outside helper, from the question to the end. The service refuses steps in the wrong order. */
function mayHelp({ accountId }: Viewer, { allow, forbid }: Rules): void {
  const [mine, actions] = [{ helperIds: accountId }, ['readAsHelper', 'answerAsHelper'] as const];
  allow(actions, mine);
  forbid(actions, { ...mine, stage: { $ne: 'accepted' } });
}

/** The recusal rules come last, so that a conflict of interest found later closes an open case. */
function maySupport({ accountId: me }: Viewer, { allow, forbid }: Rules): void {
  const answers = ['accept', 'decline', 'linkDuplicate', 'askRequester'] as const;
  const helpers = ['leadHelpers', 'readHelpers'] as const;
  const inHand = [
    'readFile',
    'release',
    ...answers,
    'close',
    'leadCall',
    'offer',
    'manageTasks',
    ...helpers,
  ] as const;
  allow('useWorkName');
  allow(['queue', 'claim'], { stage: { $in: ['waiting', 'claimed'] } });
  const common = ['readOpenings', 'keepOpen', 'readTeam', 'readConsents'] as const;
  const together = [...common, 'readCall', 'arrangeCall'] as const;
  allow([...inHand, ...together], { assigneeIds: me });
  forbid(answers, { assigneeIds: me, stage: { $ne: 'claimed' } }).because('support.answered');
  const running = ['close', 'keepOpen', 'offer', 'leadHelpers', 'manageTasks'] as const;
  forbid(running, { assigneeIds: me, stage: { $ne: 'accepted' } }).because('support.notAccepted');
  const beside = { supporterIds: me, stage: 'accepted' } as const;
  allow(['readFile', 'leave', 'readHelpers', 'manageTasks', ...common, ...LINKS], beside);
  allow(LINKS, { assigneeIds: me, stage: 'accepted' });
  allow('answerOffer', { offeredIds: me, stage: 'accepted' });
  // Nobody of the side decides while the case is paused, so it ends by itself or goes on.
  const deciding = [
    'close',
    'keepOpen',
    'offer',
    'leadHelpers',
    'arrangeCall',
    'leadCall',
  ] as const;
  forbid(deciding, { assigneeIds: me, hasRequesterLeft: true }).because('support.casePaused');
  forbid('keepOpen', { supporterIds: me, hasRequesterLeft: true }).because('support.casePaused');
  forbid(['queue', 'claim', 'answerOffer'], { hasRequesterLeft: true });
  const asSupporter = ['queue', 'claim', ...inHand, 'leave', 'answerOffer'] as const;
  forbid(asSupporter, { requesterId: me });
  forbid(asSupporter, { recusedIds: me });
  forbid([...together, ...LINKS], { assigneeIds: me, recusedIds: me });
  forbid([...common, ...LINKS], { supporterIds: me, recusedIds: me });
}

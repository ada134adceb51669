import type { MatrixAction } from '../endpoints/endpoint-row.js';
import {
  type ExpectedMatrix,
  expectedAnswer,
  ALL_RELATIONS,
  expectedStates,
  POLICY_SUBJECTS,
} from './expected-cells.js';
import { POLICY_ACTIONS } from '#policy/policy-actions.js';

/*
 * The table of permissions in the design, row by row, with the actions that belong to each row today. The table
 * verifies expected-matrix.ts. `.` and `x` allow the column nothing in any state and relation; other letters allow
 * something. Rows that begin with R are rules outside the table.
 */

const COLUMNS = ['AN', 'AP', 'ME', 'VT', 'MO', 'SU', 'AU', 'AD'] as const;

export const DESIGN_TABLE = {
  '1 submit an application': ['A S x x x x x x', 'Application.submit'],
  '2 follow, answer, take back, delete one’s own application': [
    '. S S S S S . .',
    ...(['Application.read', 'Application.answer', 'Application.appeal'] as const),
    ...(['Application.withdraw', 'Application.delete'] as const),
  ],
  '3 read an application file': [
    '. . . C . . . .',
    ...(['Application.readFile', 'Reopening.readFile'] as const),
  ],
  '4 review; decide': [
    '. . . C . . . .',
    ...(['Application.queue', 'Application.claim', 'Application.release'] as const),
    ...(['Application.ask', 'Application.review', 'Application.decide'] as const),
    ...(['Application.readReviews', 'Application.note', 'Application.declareConflict'] as const),
    ...(['Review.read', 'Review.change', 'ApplicationNote.read'] as const),
    ...(['Reopening.queue', 'Reopening.claim', 'Reopening.read', 'Reopening.release'] as const),
    ...(['Reopening.judge', 'Reopening.readOpinions'] as const),
  ],
  '5 make an invitation': [
    '. . A A A A . A',
    ...(['Invitation.make', 'Invitation.read', 'Invitation.revoke'] as const),
  ],
  // The design has x for reviewers, because they may not vouch in an application that they review. They may vouch in
  // others, so this row has A.
  '6 vouch, by the applicant’s code': [
    '. . A A A A . .',
    ...(['Application.findByCode', 'Application.vouch', 'Vouch.give', 'Vouch.read'] as const),
  ],
  '7 read a profile field; list or search people': [
    '. . P P P P . .',
    ...(['Profile.read', 'ProfileField.read'] as const),
  ],
  '9 see that a hidden group exists; list members': [
    '. . M M M M . .',
    ...(['Group.read', 'Membership.read', 'Organisation.read', 'Affiliation.read'] as const),
  ],
  '9b see a member, also where the list is for stewards; be listed again': [
    '. . M M M M . .',
    ...(['Membership.seeName', 'Membership.showInList'] as const),
  ],
  '9a one’s own profile and persona; end an alliance; withdraw a vouch; block': [
    '. . S S S S . .',
    ...([
      'Profile.edit',
      'ProfileField.edit',
      'Membership.edit',
      'Membership.removePicture',
      'Affiliation.edit',
    ] as const),
    ...(['Alliance.read', 'Alliance.end', 'Vouch.withdraw', 'Block.read', 'Block.lift'] as const),
    ...(['Channel.putAway', 'Channel.bringBack'] as const),
    ...(['Profile.block', 'Message.block', 'Introduction.block'] as const),
    ...(['SavedSearch.make', 'SavedSearch.read'] as const),
    ...(['SavedSearch.rename', 'SavedSearch.delete'] as const),
  ],
  '9a one’s own credentials': [
    '. . S S S S S S',
    ...(['Account.changePassword', 'Account.changeAddress'] as const),
  ],
  '10 found a group or an organisation': [
    '. . A A A A . .',
    ...(['Group.found', 'Organisation.found'] as const),
  ],
  '10 found a coalition, for one’s participant': [
    '. . W W W W . .',
    ...(['Group.foundCoalition', 'Organisation.foundCoalition'] as const),
  ],
  '11 decide a join request; invite into a group': [
    '. . W W W W . .',
    ...(['Group.join', 'Group.requestToJoin', 'Group.invite', 'Group.readRequests'] as const),
    ...(['JoinRequest.read', 'JoinRequest.decide', 'JoinRequest.undoDecline'] as const),
    'JoinRequest.withdraw',
    ...(['GroupInvitation.read', 'GroupInvitation.withdraw'] as const),
    ...(['GroupInvitation.accept', 'GroupInvitation.decline'] as const),
    ...(['SentGroupInvitation.read', 'SentGroupInvitation.withdraw'] as const),
    ...(['GroupLink.read', 'GroupLink.revoke', 'GroupLink.use'] as const),
    ...(['Profile.invite', 'Organisation.invite', 'OrganisationInvitation.read'] as const),
    ...(['OrganisationInvitation.accept', 'OrganisationInvitation.decline'] as const),
    'OrganisationInvitation.withdraw',
  ],
  '11a read answers to join questions (≤ 30 days after the request ended)': [
    '. . W W W W . .',
    'JoinRequest.readAnswers',
  ],
  '12 leave a group; remove a member from it': [
    '. . S S S S . .',
    ...(['Membership.leave', 'Membership.remove', 'Membership.handOver'] as const),
    'Membership.readmit',
    ...(['Affiliation.leave', 'Affiliation.remove', 'Affiliation.handOver'] as const),
  ],
  // The design lets the former member read it, too. They do not, because names and counts of today are new to them.
  '12c read what somebody who left could read (30 days)': [
    '. . W W W W . .',
    'Membership.readExposure',
  ],
  '12d after one’s membership ended: delete one’s messages there (30 days)': [
    '. . S S S S . .',
    'Membership.deleteMessages',
  ],
  '11d make or end a facilitator; make a second steward': [
    '. . W W W W . .',
    ...(['Membership.offerStewardship', 'Membership.withdrawStewardshipOffer'] as const),
    ...(['Membership.acceptStewardship', 'Membership.declineStewardship'] as const),
    'Membership.endStewardship',
    ...(['Membership.makeFacilitator', 'Membership.endFacilitation'] as const),
  ],
  '11e accept or refuse being asked to become steward (succession)': [
    '. . S S S S . .',
    ...(['SuccessionRequest.read', 'SuccessionRequest.accept'] as const),
    'SuccessionRequest.decline',
  ],
  // A facilitator has the rights of a steward here: `F` in the design.
  '12a create, rename, archive a channel': [
    '. . F F F F . .',
    ...(['Group.createChannel', 'Channel.rename', 'Channel.archive'] as const),
  ],
  '12a edit a group': [
    '. . W W W W . .',
    ...(['Group.edit', 'Channel.mentionAll', 'Channel.shorten'] as const),
    ...(['Organisation.edit', 'Organisation.end', 'Organisation.keep'] as const),
  ],
  '11b publish a version of the agreements': ['. . W W W W . .', 'Group.publishAgreements'],
  '11c consent to a version': ['. . S S S S . .', 'Group.consent'],
  '12b archive a group, bring it back': [
    '. . W W W W . .',
    ...(['Group.archive', 'Group.unarchive'] as const),
  ],
  '13 make a group less private': ['. . 2 2 2 2 . .', 'Group.makeLessPrivate'],
  '13 keep what is said in a channel for longer': ['. . 2 2 2 2 . .', 'Channel.lengthen'],
  '13a see a listed coalition and its participants; 13b a hidden one': [
    '. . A A A A . .',
    'Participant.read',
  ],
  '13d invite a participant; withdraw that': [
    '. . W W W W . .',
    ...(['Group.inviteParticipant', 'CoalitionInvitation.read'] as const),
    'CoalitionInvitation.withdraw',
  ],
  '13e accept or decline for a participant; choose how it is shown; take it out': [
    '. . W W W W . .',
    ...(['Group.joinCoalition', 'Organisation.joinCoalition'] as const),
    ...(['CoalitionInvitation.receive', 'CoalitionInvitation.accept'] as const),
    ...(['CoalitionInvitation.decline', 'CoalitionInvitation.use'] as const),
    ...(['Participant.rename', 'Participant.takeOut'] as const),
  ],
  '13f name or end a delegate': ['. . W W W W . .', 'Participant.nameDelegates'],
  '13g grant to one’s own people; withdraw a grant; read the grants one’s participant gave': [
    '. . W W W W . .',
    ...(['Participant.grant', 'CoalitionGrant.read', 'CoalitionGrant.withdraw'] as const),
  ],
  '13h accept or decline a grant, show one’s participant, leave': [
    '. . S S S S . .',
    ...(['CoalitionGrant.receive', 'CoalitionGrant.accept'] as const),
    ...(['CoalitionGrant.decline', 'CoalitionGrant.show', 'Group.leaveCoalition'] as const),
  ],
  '13j remove a participant from a coalition': ['. . 2 2 2 2 . .', 'Participant.remove'],
  '14 start a topic, read and post there, react': [
    '. . M M M M . .',
    ...(['Channel.startTopic', 'Topic.read', 'Topic.post', 'Message.react'] as const),
  ],
  '14 read and post in a channel; 26 and 26a in a thread of a case': [
    '. S M M M M . .',
    ...(['Channel.read', 'Channel.watch', 'Channel.post', 'Message.read'] as const),
  ],
  '14b rename, close and reopen a topic that one made, or as a facilitator': [
    '. . M M M M . .',
    ...(['Topic.rename', 'Topic.close', 'Topic.reopen'] as const),
  ],
  '14a pin a message': ['. . F F F F . .', 'Message.pin'],
  '15 edit one’s own message; delete it; also in a thread of a case': [
    '. S S S S S . .',
    ...['Message.edit', 'Message.delete', 'Message.undoDelete'],
  ],
  '16 remove another’s message': ['. . W W C W . .', 'Message.remove', 'Matter.removeContent'],
  '17 report something one can see': [
    '. . M M M M . .',
    ...(['Profile.report', 'Introduction.report'] as const),
    'Membership.report',
    ...(['Suggestion.report', 'Group.report', 'Organisation.report'] as const),
    'Application.report',
  ],
  '17 report a message; also in a thread of a case': ['. M M M M M . .', 'Message.report'],
  '17 report a supporter of one’s case': ['. S S S S S . .', 'Supporter.report'],
  '18 read a report': [
    '. . S S C S . .',
    ...(['Report.read', 'Report.readFile', 'Matter.queue', 'Matter.claim'] as const),
    ...(['Matter.read', 'Matter.readFile', 'Matter.release'] as const),
    ...(['Matter.note', 'Matter.hand', 'Matter.close'] as const),
  ],
  '19 ask for an introduction; accept or decline one’s own': [
    '. . A A A A . .',
    ...(['Profile.askIntroduction', 'Introduction.read', 'Introduction.accept'] as const),
    ...(['Introduction.decline', 'Introduction.withdraw'] as const),
  ],
  '20 introduce two people': [
    '. . J J J C . .',
    ...(['Introduction.pass', 'Introduction.lapse', 'Membership.suggest'] as const),
    ...(['Suggestion.read', 'Suggestion.agree', 'Suggestion.lapse'] as const),
  ],
  '22 order a separation; suspend ≤ 72 h; warn; talk; hear an appeal': [
    '. . . . C . . .',
    ...(['Matter.suspend', 'Matter.warn', 'Matter.talk'] as const),
    ...(['Matter.separate', 'Matter.lift'] as const),
    ...(['Notice.undo', 'Appeal.hear'] as const),
  ],
  '22a approve a two-person act': [
    '. . 2 2 2 2 . 2',
    ...(['TwoPersonAct.approve', 'TwoPersonAct.refuse'] as const),
  ],
  '22b read the decisions log': ['. . . A A . . .', 'Decision.read'],
  '23 remove a member for good': ['. . . . 2 . . .', 'Matter.askRemoval'],
  '27e read the emergency list': ['A A A A A A A A', 'EmergencyLine.read'],
  '27f add or change an entry of it': ['. x x x x x x 2', 'EmergencyLine.propose'],
  '27g take an entry off it; confirm that it is right': [
    '. x x x x x x A',
    ...(['EmergencyLine.takeOff', 'EmergencyLine.review'] as const),
  ],
  '24 ask for support': ['. S A A A A . .', 'SupportRequest.make'],
  '24 ask for support without an account, as a guest of one case': [
    'A . . . . . . .',
    'SupportRequest.makeAsGuest',
  ],
  '24 take a recovery phrase of one’s own case, for when the account ends': [
    '. S . . . . . .',
    'SupportRequest.takePhrase',
  ],
  '25 see the queue': ['. . . . . A . .', 'SupportRequest.queue'],
  '25a claim a request, give it back': [
    '. . . . . A . .',
    ...(['SupportRequest.useWorkName', 'SupportRequest.claim', 'SupportRequest.release'] as const),
  ],
  '26 read one’s own request': ['. S S S S S . .', 'SupportRequest.read'],
  '26 read and answer an assigned request': [
    '. . . . . C . .',
    ...(['SupportRequest.readFile', 'SupportRequest.accept', 'SupportRequest.decline'] as const),
    ...(['SupportRequest.linkDuplicate', 'SupportRequest.close'] as const),
    'SupportRequest.askRequester',
  ],
  '26 answer a question before one’s request is answered': [
    '. S S S S S . .',
    'SupportRequest.answerQuestion',
  ],
  '26c exclude; change the contact; take back; reopen': [
    '. S S S S S . .',
    'SupportRequest.changeContact',
    ...(['SupportRequest.exclude', 'SupportRequest.withdraw', 'SupportRequest.delete'] as const),
    'SupportRequest.reopen',
  ],
  '26c let a silent case go on': ['. S S S S C . .', 'SupportRequest.keepOpen'],
  '26 read as the partner side; leave it': [
    '. S S S S S . .',
    ...(['SupportRequest.readAsPartner', 'SupportRequest.leaveSide'] as const),
  ],
  '26c add people to the partner side, remove them, read who they are': [
    '. S S S S S . .',
    ...(['SupportRequest.addPartner', 'SupportRequest.removePartner'] as const),
    'SupportRequest.readPartners',
  ],
  '26c hand over ownership': ['. S S S S S . .', 'SupportRequest.offerOwnership'],
  '26c answer an invitation to the partner side; take over ownership': [
    '. . S S S S . .',
    ...(['SupportRequest.answerInvitation', 'SupportRequest.answerOwnership'] as const),
  ],
  '26c leave one’s case': ['. S S S S S . .', 'SupportRequest.leaveOwn'],
  '26c come back to it while it is paused': ['. S S S S S . .', 'SupportRequest.comeBack'],
  '26c take over a paused case': ['. . S S S S . .', 'SupportRequest.takeOver'],
  '26a read the links of a case; add and remove them': [
    '. S S S S C . .',
    ...(['SupportRequest.readLinks', 'SupportRequest.manageLinks'] as const),
  ],
  '26a read and change the tasks of a case': ['. . . . . C . .', 'SupportRequest.manageTasks'],
  '26b ask, describe and end an outside helper': ['. . . . . C . .', 'SupportRequest.leadHelpers'],
  '26b read who helps from outside': ['. . . . . C . .', 'SupportRequest.readHelpers'],
  '26b answer as an outside helper; read as one': [
    '. . S S S S . .',
    ...(['SupportRequest.readAsHelper', 'SupportRequest.answerAsHelper'] as const),
  ],
  '26d hand over, add a supporter': ['. . . . . C . .', 'SupportRequest.offer'],
  '26d accept or decline; leave': [
    '. . . . . C . .',
    ...(['SupportRequest.answerOffer', 'SupportRequest.leave'] as const),
  ],
  '26d agree to a supporter': ['. S S S S S . .', 'SupportRequest.agreeToOffer'],
  '26d read who supports the case': ['. S S S S C . .', 'SupportRequest.readTeam'],
  '26e read when and by which duty it was opened': [
    '. S S S S C . .',
    'SupportRequest.readOpenings',
  ],
  '26e read the consent entries': ['. S S S S C . .', 'SupportRequest.readConsents'],
  '27 agree to sharing; 27a withdraw a consent': [
    '. S S S S S . .',
    ...(['SupportRequest.consent', 'SupportRequest.withdrawConsent'] as const),
  ],
  '27b volunteer as an interpreter; set one’s own availability': [
    '. . A A A A . .',
    ...(['SupportRequest.interpret', 'SupportRequest.setAvailability'] as const),
  ],
  '27c find free times; book, move, cancel; read the call': [
    '. S S S S C . .',
    ...(['SupportRequest.arrangeCall', 'SupportRequest.readCall'] as const),
  ],
  '27c set the link of a call; record its outcome': ['. . . . . C . .', 'SupportRequest.leadCall'],
  '27d read time, languages, link of a call as its interpreter; leave it': [
    '. . S S S S . .',
    ...(['Interpretation.readFile', 'Interpretation.withdraw'] as const),
  ],
  '27h pause asking': ['. . . . . . . A', 'Instance.pauseSupport'],
  '29 export one’s own data; delete one’s own account': [
    '. S S S S S S S',
    ...(['Account.read', 'Account.export', 'Account.delete', 'Account.undoDelete'] as const),
    'Receipt.read',
  ],
  '31 grant or take a duty': ['. . . . . . . 2', 'Duty.grant', 'Duty.take'],
  '32 change retention, security or vetting settings': [
    '. . . . . . . 2',
    ...(['Instance.read', 'Instance.change'] as const),
  ],
  '33 read audit entries': ['. S S S S S A S', 'AuditEntry.read'],
  '34 verify the audit chain': ['. . . . . . A A', 'AuditEntry.verify'],
  '37 end one’s own sessions': ['. S S S S S S S', 'Session.read', 'Session.end'],
  'R1 come by an invitation': ['A S . . . . . .', 'Invitation.admit'],
  'R be told what moderation did; answer; appeal': [
    '. . S S S S . .',
    ...(['Notice.read', 'Notice.answer', 'Notice.appeal', 'Appeal.read'] as const),
  ],
  'R2 follow and change what one asked for': [
    '. . S S S S S S',
    ...(['TwoPersonAct.read', 'TwoPersonAct.change', 'TwoPersonAct.withdraw'] as const),
  ],
  'R4 lay down one’s own duty': [
    '. . S S S S S S',
    ...(['Duty.read', 'Duty.layDown', 'Duty.nameHolder'] as const),
  ],
  'R4 agree to a duty': [
    '. . S S S S . .',
    ...(['DutyCode.make', 'DutyCode.read', 'DutyCode.revoke'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly [string, MatrixAction, ...MatrixAction[]]>>;

type Listed = (typeof DESIGN_TABLE)[keyof typeof DESIGN_TABLE][number];
/** Does not compile if an action has no row. The compiler's message names the action. */
export const ACTIONS_WITHOUT_ROW: { readonly [A in Exclude<MatrixAction, Listed>]: never } = {};

/** Whether the action allows the column anything in at least one state and relation. */
function isEverAllowed(
  of: ExpectedMatrix,
  action: MatrixAction,
  column: (typeof COLUMNS)[number],
): boolean {
  const [subject, verb] = action.split('.') as [(typeof POLICY_SUBJECTS)[number], string];
  return expectedStates(of, subject).some((variant) =>
    (column === 'AN' ? ['none'] : ALL_RELATIONS.split(' ')).some(
      (relation) =>
        expectedAnswer(of, { subject, variant, action: verb }, column, relation) === 'A',
    ),
  );
}

/** Returns differences between expectation and table, and actions with no row or with two. */
export function differencesFromTable(of: ExpectedMatrix): string[] {
  const rows = Object.entries<readonly [string, ...MatrixAction[]]>(DESIGN_TABLE);
  const all = POLICY_SUBJECTS.flatMap((subject) =>
    POLICY_ACTIONS[subject].map((verb) => `${subject}.${verb}`),
  );
  const listed = rows.flatMap(([, [, ...actions]]) => actions as string[]);
  return [
    ...all
      .filter((action) => listed.filter((one) => one === action).length !== 1)
      .map((action) => `${action} does not stand in exactly one row`),
    ...rows.flatMap(([row, [letters, ...actions]]) =>
      COLUMNS.flatMap((column, at) => {
        const letter = letters.split(' ')[at]!;
        const allowed = actions.filter((action) => isEverAllowed(of, action, column));
        if ('.x'.includes(letter))
          return allowed.map((action) => `${row} · ${column}: ${action} is allowed, not ${letter}`);
        return allowed.length > 0 ? [] : [`${row} · ${column}: nothing is allowed, not ${letter}`];
      }),
    ),
  ];
}

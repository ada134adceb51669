import { randomUUID } from 'node:crypto';
import { makeVisibleProfile } from './visible-profiles.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { type Person, makePeople } from './make-people.js';

export const REPORT_SUBJECT = 'mutation ($input: ReportInput!) { report(input: $input) }';
export const MATTER_QUEUE_QUERY =
  '{ matterQueue { id subjectNames reasons reportCount stage isTaken isMine viewerCan } }';
const NOTICE = `id kind reason words shownFrom seenAt answer answeredAt endsAt liftedAt groupsLeft viewerCan
  appeal { id words outcome decidedAt viewerCan }`;
export const OPEN_MATTER = `mutation ($id: ID!) { openMatter(matterId: $id) {
  reports { id forwarded context note knownAs isRemoved } outcome earlierSuspensions removalId separations { id } acts { ${NOTICE} }
  history { action isMine } } }`;
export const HAND_OVER_MATTER = 'mutation ($input: HandMatterInput!) { handMatter(input: $input) }';
export const SUSPEND_REPORTED =
  'mutation ($input: SuspendInput!) { suspendReported(input: $input) { id endsAt } }';
export const WARN_REPORTED = `mutation ($input: WarnInput!) { warnReported(input: $input) { id shownFrom } }`;
export const REMOVE_CONTENT =
  'mutation ($input: RemoveContentInput!) { removeReportedContent(input: $input) { id } }';
export const SHARED_GROUPS_QUERY = `query ($reportId: ID!) {
  sharedGroups(reportId: $reportId) { groupId name onlySteward } }`;
export const SEPARATE_REPORTED =
  'mutation ($input: SeparateInput!) { separateReported(input: $input) { id groupsLeft } }';
export const LIFT_SEPARATION =
  'mutation ($input: LiftSeparationInput!) { liftSeparation(input: $input) }';
export const TALK_TO_REPORTED =
  'mutation ($input: TalkInput!) { talkToReported(input: $input) { id } }';
export const UNDO_ACT = 'mutation ($id: ID!) { undoAct(noticeId: $id) }';
export const DECIDE_APPEAL =
  'mutation ($input: HearAppealInput!) { hearAppeal(input: $input) { id outcome } }';
export const MY_NOTICES = `{ noticesUnseen myNotices { ${NOTICE} } }`;
export const READ_NOTICE = 'query ($id: ID!) { notice(id: $id) { id } }';
export const ANSWER_NOTICE =
  'mutation ($input: AnswerNoticeInput!) { answerNotice(input: $input) { id answer } }';
export const APPEAL_NOTICE =
  'mutation ($input: AnswerNoticeInput!) { appealNotice(input: $input) { id appeal { id } } }';

/** Returns the reason and the texts of a sanction. The member is notified at once, unless `more` says otherwise. */
export const sanctionReason = (more: Record<string, unknown> = {}) => ({
  reason: 'harassment',
  words: 'Insistir cuando alguien dijo que no no cabe aquí.',
  ...more,
});
/** A moderator claims the matter and suspends the reported member. */
export async function claimAndSuspend(
  moderator: Person,
  matterId: string,
  hours = 24,
): Promise<string> {
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id: matterId });
  const input = { matterId, hours, ...sanctionReason() };
  return (await apiAs(moderator).ask(SUSPEND_REPORTED, { input })).suspendReported.id;
}
const CLOSING = ', outcome: noBreach, reason: "Lo leímos entre dos."';
export const matterDocument = (verb: string) =>
  `mutation ($id: ID!) { ${verb}(matterId: $id${verb === 'closeMatter' ? CLOSING : ''}) { id stage isMine viewerCan } }`;

type Subject = 'Message' | 'Profile' | 'Introduction';

/** Reports a subject and returns the id of the report. */
export async function reportSubject(
  reporter: Person,
  subject: Subject,
  subjectId: string,
  note = '',
) {
  const input = { subject, subjectId, reason: 'harassment', note };
  await apiAs(reporter).ask(REPORT_SUBJECT, { input });
  const [row] = await reporter.app.db.query<{ id: string }>(
    `select id from report where reporter_id = $1 and subject_key = $2 order by created_at desc limit 1`,
    [reporter.accountId, subjectId],
  );
  return row!.id;
}

const POST = `mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }`;

/** Returns the id of the matter that a report belongs to. */
export async function matterOf({ app }: Person, reportId: string): Promise<string> {
  const sql = 'select matter_id as id from report where id = $1';
  return (await app.db.query<{ id: string }>(sql, [reportId]))[0]!.id;
}

/** Posts a message and returns its id. */
export async function postText(person: Person, channelId: string, body: string): Promise<string> {
  const input = { channelId, clientId: randomUUID(), body };
  return (await apiAs(person).ask(POST, { input })).postMessage.id;
}

/** Ada reports Ben's profile. Mo and Ma are moderators without a conflict of interest. `id` is the id of the matter. */
export async function makeReportedProfile(app: TestApp) {
  const people = await makePeople(app, {
    ada: 'member',
    ben: 'member',
    eve: 'outsider',
    mo: 'moderator',
    ma: 'moderator',
  });
  const benShown = await makeVisibleProfile(people.ben);
  const reportId = await reportSubject(
    people.ada,
    'Profile',
    benShown.personId,
    'Me escribe cada noche.',
  );
  return { ...people, benShown, reportId, id: await matterOf(people.ada, reportId) };
}

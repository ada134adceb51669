import { AppealsService } from '#moderation/appeals/appeals.service.js';
import { CreateReport } from '#moderation/reports/create-report.js';
import { MatterAssignmentService } from '#moderation/matters/matter-assignment.service.js';
import { MatterNotesService } from '#moderation/matters/matter-notes.service.js';
import { MatterOutcome } from '#moderation/matters/matter.entity.js';
import { MattersService } from '#moderation/matters/matters.service.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { ModeratorsService } from '#moderation/matters/moderators.service.js';
import type { Notice } from '#moderation/notices/notice.entity.js';
import { ReportReason } from '#moderation/reports/report.entity.js';
import { ReportableContentType } from '#moderation/reports/reportable-content-registry.js';
import { SanctionsService } from '#moderation/sanctions/sanctions.service.js';
import { SendAnswerableNotice } from '#moderation/notices/send-answerable-notice.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { type DemoReport, DEMO_REPORTS } from '../reports.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Days until moderation acts on a report. The reported member answers after twice that time. */
const DAYS_UNTIL_ACT = 0.5;

/** Reports, and the acts of moderation that follow. */
export function reportSteps(stage: DemoContext): DemoStep[] {
  const matters = new Map<DemoReport, string>();
  const told = new Map<DemoReport, string>();
  const acts = DEMO_REPORTS.map((one) => ({
    daysAgo: one.daysAgo,
    run: async () => void matters.set(one, await report(stage, one)),
  }));
  const handled = DEMO_REPORTS.filter(({ end }) => end !== 'open');
  const doing = handled.map((one) => ({
    daysAgo: one.daysAgo - DAYS_UNTIL_ACT,
    run: async () => void told.set(one, (await act(stage, one, matters.get(one)!)).id),
  }));
  const answering = handled.map((one) => ({
    daysAgo: one.daysAgo - 2 * DAYS_UNTIL_ACT,
    run: async () => {
      await stage.get(ModerationJobs).tellNotices();
      if (one.end === 'appealed') await appeal(stage, one, told.get(one)!);
    },
  }));
  return [...acts, ...doing, ...answering];
}

async function report(stage: DemoContext, { by, of, reason, note }: DemoReport): Promise<string> {
  const isMessage = 'message' in of;
  const subjectId = isMessage
    ? await messageOf(stage, of.message)
    : (await stage.get(ProfilesService).profileIdOf(stage.accountOf(of.profile)))!;
  const subject = isMessage ? ReportableContentType.Message : ReportableContentType.Profile;
  const what = { subject, subjectId, reason: ReportReason[reason], note };
  const { matterId } = await stage.get(CreateReport).make(await stage.viewer(by), what);
  return matterId;
}

async function messageOf(stage: DemoContext, body: string): Promise<string> {
  const sql = 'select id from message where body = $1';
  const [row] = await stage.db.query<{ id: string }>(sql, [body]);
  if (!row) throw new Error(`Nobody in the demo world said: ${body}`);
  return row.id;
}

async function act(stage: DemoContext, one: DemoReport, matterId: string): Promise<Notice> {
  const moderator = await moderatorOf(stage, matterId);
  await stage.get(MatterAssignmentService).claim(moderator, matterId);
  if (one.remark) await stage.get(MatterNotesService).write(moderator, matterId, one.remark);
  const words = one.words ?? '';
  if (one.end === 'talk') return stage.get(SendAnswerableNotice).talk(moderator, matterId, words);
  const why = { reason: ReportReason[one.reason], words, delayDays: 0, delayReason: null };
  const notice = await stage.get(SanctionsService).warn(moderator, matterId, why);
  const closing = { matterId, outcome: MatterOutcome.breach, reason: one.remark ?? words };
  await stage.get(MattersService).close(moderator, closing);
  return notice;
}

/** The first moderator without a conflict of interest in the matter. */
async function moderatorOf(stage: DemoContext, matterId: string): Promise<Viewer> {
  const free = await stage.get(ModeratorsService).ofMatter(matterId);
  const handles = [...stage.accounts].filter(([, id]) => free.includes(id));
  const [handle] = handles.map(([name]) => name).sort();
  if (!handle) throw new Error('Nobody of the demo world may moderate this');
  return stage.viewer(handle);
}

async function appeal(
  stage: DemoContext,
  { of, answer }: DemoReport,
  noticeId: string,
): Promise<void> {
  if (!('profile' in of)) return;
  const viewer = await stage.viewer(of.profile);
  await stage.get(AppealsService).appeal(viewer, noticeId, answer ?? '');
}

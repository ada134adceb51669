import { AppealOutcome } from '#moderation/appeals/appeal.entity.js';
import { DecideAppeal } from '#moderation/appeals/decide-appeal.js';
import { LiftSeparation } from '#moderation/separations/lift-separation.js';
import { NoticeDelayReason } from '#moderation/sanctions/apply-sanction.js';
import { ReportReason } from '#moderation/reports/report.entity.js';
import { SanctionsService } from '#moderation/sanctions/sanctions.service.js';
import { SeparateMembers } from '#moderation/separations/separate-members.js';
import { SeparationSide } from '#moderation/separations/separation.view.js';
import { SendAnswerableNotice } from '#moderation/notices/send-answerable-notice.js';
import { UndoNotice } from '#moderation/sanctions/undo-notice.js';
import {
  type ModerationActOfKind,
  type ModerationActPerformers,
  REPORTED,
} from './moderation-acts.js';
import type { ViewerByNumber, ModerationPeople, RowIdLookup } from './moderation-world-data.js';

const why = (days: number) => ({
  ...{ reason: ReportReason.harassment, words: 'Así no.', delayDays: days },
  delayReason: days > 0 ? NoticeDelayReason.retaliation : null,
});

/** Performs the acts of a matter's assignee through the services. */
export const sanctionPerformers = (
  { app }: ModerationPeople,
  viewer: ViewerByNumber,
  idOf: RowIdLookup,
) => {
  const sanctions = app.get(SanctionsService);
  return {
    talk: async ({ who, matter }) =>
      app.get(SendAnswerableNotice).talk(await viewer(who), idOf('matter', matter), '¿Qué pasó?'),
    warn: async ({ who, matter, days }) =>
      sanctions.warn(await viewer(who), idOf('matter', matter), why(days)),
    remove: async ({ who, report }) =>
      sanctions.removeContent(await viewer(who), idOf('report', report), why(0)),
    suspend: async ({ who, matter, hours, days }) =>
      sanctions.suspend(await viewer(who), idOf('matter', matter), hours, why(days)),
    undo: async ({ who, notice }) =>
      app.get(UndoNotice).undo(await viewer(who), idOf('notice', notice)),
    hear: async ({ who, appeal, outcome }) =>
      app
        .get(DecideAppeal)
        .decide(await viewer(who), idOf('appeal', appeal), AppealOutcome[outcome], 'Lo vimos.'),
  } satisfies Partial<ModerationActPerformers>;
};

export const separationPerformers = (
  { app, people, groupId }: ModerationPeople,
  viewer: ViewerByNumber,
  idOf: RowIdLookup,
) => {
  const inForce = async () => {
    const [row] = await app.db.query<{ id: string }>(
      `select id from sanction where kind = 'separation' and account_id = $1 and lifted_at is null
       order by created_at limit 1`,
      [people[REPORTED]],
    );
    return row?.id ?? '';
  };
  const leaving = (leaves: ModerationActOfKind<'separate'>['leaves']) =>
    leaves === 'nobody' ? [] : [{ groupId, side: SeparationSide[leaves] }];
  return {
    separate: async ({ who, report, leaves }) =>
      app.get(SeparateMembers).order(await viewer(who), {
        ...{ ...why(0), reportId: idOf('report', report), leaving: leaving(leaves) },
      }),
    lift: async ({ who, matter }) =>
      app
        .get(LiftSeparation)
        .lift(await viewer(who), idOf('matter', matter), await inForce(), 'Ya pasó.'),
  } satisfies Partial<ModerationActPerformers>;
};

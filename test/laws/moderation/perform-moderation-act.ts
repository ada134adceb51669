import { Refusal } from '#kernel/errors.js';
import { AppealsService } from '#moderation/appeals/appeals.service.js';
import { ReassignMatter } from '#moderation/matters/reassign-matter.js';
import { CreateReport } from '#moderation/reports/create-report.js';
import { MatterFiles } from '#moderation/matters/matter-files.js';
import { MatterAssignmentService } from '#moderation/matters/matter-assignment.service.js';
import { MatterNotesService } from '#moderation/matters/matter-notes.service.js';
import { MatterOutcome } from '#moderation/matters/matter.entity.js';
import { MattersService } from '#moderation/matters/matters.service.js';
import { OwnNoticesService } from '#moderation/notices/own-notices.service.js';
import { ReportReason } from '#moderation/reports/report.entity.js';
import { ReportableContentType } from '#moderation/reports/reportable-content-registry.js';
import type { ModerationAct, ModerationActPerformers } from './moderation-acts.js';
import {
  type ViewerByNumber,
  type ModerationPeople,
  type RowIdLookup,
  loadViewer,
} from './moderation-world-data.js';
import { sanctionPerformers, separationPerformers } from './perform-sanctions.js';
import { rowBefore } from './moderation-model.js';
import { standingPerformers } from './perform-standing-changes.js';
import type { Verdict } from '../models/model-steps.js';

/**
 * Performs one act through the product's services, with the current rights of the person. Returns `ok` or the refusal.
 */
export async function performModerationAct(
  cast: ModerationPeople,
  act: ModerationAct,
): Promise<Verdict> {
  try {
    await (deedsOf(cast)[act.op] as (act: ModerationAct) => Promise<unknown>)(act);
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.reason ?? error.code;
    return `broken: ${String(error)}`;
  }
}

/** Text of a report, which only the assigned moderator may read. */
export const reportText = (who: number) => `Lo que cuenta ${who}.`;
function deedsOf(cast: ModerationPeople): ModerationActPerformers {
  const viewer: ViewerByNumber = (who) => loadViewer(cast, cast.people[who]!);
  const idOf: RowIdLookup = (kind, since) => rowBefore(cast.rows[kind], since).id;
  return {
    ...ofReporters(cast, viewer),
    ...ofTheDesk(cast, viewer, idOf),
    ...sanctionPerformers(cast, viewer, idOf),
    ...separationPerformers(cast, viewer, idOf),
    ...ofThoseWhoAreTold(cast, viewer, idOf),
    ...standingPerformers(cast),
  };
}

const ofReporters = ({ app, things }: ModerationPeople, viewer: ViewerByNumber) =>
  ({
    report: async ({ who, what }) =>
      app.get(CreateReport).make(await viewer(who), {
        ...{ subjectId: things[what], reason: ReportReason.harassment, note: reportText(who) },
        subject: what === 'profile' ? ReportableContentType.Profile : ReportableContentType.Message,
      }),
  }) satisfies Partial<ModerationActPerformers>;

const ofTheDesk = (
  { app, profiles }: ModerationPeople,
  viewer: ViewerByNumber,
  idOf: RowIdLookup,
) => {
  const hands = app.get(MatterAssignmentService);
  return {
    claim: async ({ who, matter }) => hands.claim(await viewer(who), idOf('matter', matter)),
    release: async ({ who, matter }) => hands.release(await viewer(who), idOf('matter', matter)),
    hand: async ({ who, matter, to }) =>
      app.get(ReassignMatter).reassign(await viewer(who), idOf('matter', matter), profiles[to]!),
    open: async ({ who, matter }) =>
      app.get(MatterFiles).open(await viewer(who), idOf('matter', matter)),
    note: async ({ who, matter }) =>
      app.get(MatterNotesService).write(await viewer(who), idOf('matter', matter), 'Ojo.'),
    close: async ({ who, matter }) =>
      app.get(MattersService).close(await viewer(who), {
        ...{ matterId: idOf('matter', matter), outcome: MatterOutcome.noBreach, reason: 'Visto.' },
      }),
  } satisfies Partial<ModerationActPerformers>;
};

const ofThoseWhoAreTold = ({ app }: ModerationPeople, viewer: ViewerByNumber, idOf: RowIdLookup) =>
  ({
    answer: async ({ who, notice }) =>
      app.get(OwnNoticesService).answer(await viewer(who), idOf('notice', notice), 'Lo siento.'),
    appeal: async ({ who, notice }) =>
      app.get(AppealsService).appeal(await viewer(who), idOf('notice', notice), 'No fue así.'),
  }) satisfies Partial<ModerationActPerformers>;

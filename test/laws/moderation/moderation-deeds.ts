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
import { Reportable } from '#moderation/reports/reportable-registry.js';
import type { Act, Deeds } from './moderation-acts.js';
import { type By, type Cast, type IdOf, viewerOf } from './moderation-cast.js';
import { ofOrders, ofSeparations } from './moderation-orders.js';
import { last } from './moderation-model.js';
import { ofStanding } from './moderation-standing.js';
import type { Verdict } from '../models/steps.js';

/** Performs one act through the product's services with the person's current rights; returns `ok` or the refusal. */
export async function perform(cast: Cast, act: Act): Promise<Verdict> {
  try {
    await (deedsOf(cast)[act.op] as (act: Act) => Promise<unknown>)(act);
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.reason ?? error.code;
    return `broken: ${String(error)}`;
  }
}

/** Text of a report, which only the assigned moderator may read. */
export const noteOf = (who: number) => `Lo que cuenta ${who}.`;
function deedsOf(cast: Cast): Deeds {
  const viewer: By = (who) => viewerOf(cast, cast.people[who]!);
  const idOf: IdOf = (kind, since) => last(cast.rows[kind], since).id;
  return {
    ...ofReporters(cast, viewer),
    ...ofTheDesk(cast, viewer, idOf),
    ...ofOrders(cast, viewer, idOf),
    ...ofSeparations(cast, viewer, idOf),
    ...ofThoseWhoAreTold(cast, viewer, idOf),
    ...ofStanding(cast),
  };
}

const ofReporters = ({ app, things }: Cast, viewer: By) =>
  ({
    report: async ({ who, what }) =>
      app.get(CreateReport).make(await viewer(who), {
        ...{ subjectId: things[what], reason: ReportReason.harassment, note: noteOf(who) },
        subject: what === 'profile' ? Reportable.Profile : Reportable.Message,
      }),
  }) satisfies Partial<Deeds>;

const ofTheDesk = ({ app, profiles }: Cast, viewer: By, idOf: IdOf) => {
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
  } satisfies Partial<Deeds>;
};

const ofThoseWhoAreTold = ({ app }: Cast, viewer: By, idOf: IdOf) =>
  ({
    answer: async ({ who, notice }) =>
      app.get(OwnNoticesService).answer(await viewer(who), idOf('notice', notice), 'Lo siento.'),
    appeal: async ({ who, notice }) =>
      app.get(AppealsService).appeal(await viewer(who), idOf('notice', notice), 'No fue así.'),
  }) satisfies Partial<Deeds>;

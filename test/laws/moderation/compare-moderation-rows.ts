import { In } from 'typeorm';
import type { Database } from '#database/database.js';
import { Appeal } from '#moderation/appeals/appeal.entity.js';
import { Matter } from '#moderation/matters/matter.entity.js';
import { Notice } from '#moderation/notices/notice.entity.js';
import { Report } from '#moderation/reports/report.entity.js';
import { Sanction } from '#moderation/sanctions/sanction.entity.js';
import { AuditEntry } from '#audit/audit-entry.entity.js';
import { type ModelMatter, type ModelSanction, sortRows } from './moderation-model-state.js';
import type { ModerationModel } from './moderation-model.js';

/** Converts account ids to numbers, and times to milliseconds since the beginning of the history. */
export interface RowNumbering {
  numberOf(accountId: string | null): number | null;
  since(at: Date): number;
}

/** Loads all moderation rows, sorted, with their ids. */
export async function loadModerationRows(db: Database, { numberOf, since }: RowNumbering) {
  const matters = sortRows(
    (await db.repo(Matter).find()).map((row) => ({ row, at: since(row.createdAt), of: null })),
  );
  const matterOf = (id: string | null) => matters.findIndex(({ row }) => row.id === id);
  const of = <T extends { createdAt: Date }>(rows: readonly T[], whom: (row: T) => string) =>
    sortRows(rows.map((row) => ({ row, at: since(row.createdAt), of: numberOf(whom(row)) })));
  return {
    matterOf,
    matters,
    reports: of(await db.repo(Report).find(), (one) => one.reporterId),
    notices: of(await db.repo(Notice).find(), (one) => one.accountId),
    sanctions: of(await db.repo(Sanction).find(), (one) => one.accountId),
    appeals: of(await db.repo(Appeal).find(), (one) => one.accountId),
    entries: await db.repo(AuditEntry).find({
      where: { subjectType: 'Matter', subjectId: In(matters.map(({ row }) => row.id)) },
      order: { seq: 'ASC' },
    }),
  };
}
export type ModerationRows = Awaited<ReturnType<typeof loadModerationRows>>;

/** Replaces ids in the rows by numbers, so that the rows can be compared with the model. */
export function comparableRows(rows: ModerationRows, { numberOf, since }: RowNumbering) {
  const { matterOf } = rows;
  return {
    matters: rows.matters.map(({ row }) => ({
      ...{ stage: row.stage, assignee: numberOf(row.assigneeId), isEnded: row.closedAt !== null },
    })),
    reports: rows.reports.map(({ at, of, row }) => ({
      ...{ at, of, matter: matterOf(row.matterId), isOpen: row.stage === 'open' },
    })),
    notices: rows.notices.map(({ at, of, row }) => ({
      ...{ at, of, kind: row.kind as string, matter: matterOf(row.matterId) },
      ...{ shownFrom: since(row.shownFrom), isTold: row.toldAt !== null },
      ...{ isAnswered: row.answeredAt !== null, isOfAct: row.sanctionId !== null },
    })),
    sanctions: rows.sanctions.map(({ at, of, row }) => ({
      ...{ at, of, kind: row.kind as string, by: numberOf(row.orderedById) },
      ...{ endsAt: row.endsAt && since(row.endsAt), isLifted: row.liftedAt !== null },
    })),
    appeals: rows.appeals.map(({ at, of, row }) => ({
      at,
      of,
      outcome: row.outcome as string | null,
    })),
    entries: rows.entries
      .map((row) => ({
        ...{ matter: matterOf(row.subjectId), at: since(row.createdAt), action: row.action },
        ...{ by: numberOf(row.actorId), about: numberOf(row.aboutId) },
      }))
      .map(asWords)
      .toSorted(),
  };
}
type Seen = ReturnType<typeof comparableRows>;

/** Converts the model's state to the form that `comparableRows` returns. */
export function comparableModel({ facts }: ModerationModel): Seen {
  const { matters, reports, notices, sanctions, appeals } = facts;
  const matterOf = (matter: ModelMatter) => matters.indexOf(matter);
  return {
    matters: matters.map(({ stage, assignee, isEnded }) => ({ stage, assignee, isEnded }) as never),
    reports: reports.map(({ at, of, matter, isOpen }) => ({
      ...{ at, of, matter: matterOf(matter), isOpen },
    })),
    notices: notices.map(({ at, of, kind, matter, shownFrom, isTold, isAnswered, sanction }) => ({
      ...{ at, of, kind, matter: matterOf(matter), shownFrom, isTold, isAnswered },
      isOfAct: sanction !== null,
    })),
    sanctions: sanctions.map(asRow),
    appeals: appeals.map(({ at, of, outcome }) => ({ at, of, outcome })),
    entries: matters
      .flatMap((matter, at) => matter.entries.map((entry) => asWords({ ...entry, matter: at })))
      .toSorted(),
  };
}
const asRow = ({ at, of, kind, by, endsAt, isLifted }: ModelSanction) => ({
  ...{ at, of, kind, by, endsAt, isLifted },
});

interface Told {
  readonly matter: number;
  readonly at: number;
  readonly action: string;
  readonly by: number | null;
  readonly about: number | null;
}
const asWords = ({ matter, at, action, by, about }: Told) =>
  `in ${matter} at ${at}: ${action} by ${by ?? 'itself'} about ${about ?? 'nobody'}`;

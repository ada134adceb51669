import { randomUUID } from 'node:crypto';
import { Database } from '#database/database.js';
import { ReportableContentType } from '#moderation/reports/reportable-content-registry.js';
import { Matter } from '#moderation/matters/matter.entity.js';
import { Report, ReportReason } from '#moderation/reports/report.entity.js';
import type { TestApp } from '../app/app.js';

interface ReportParts extends Partial<Report> {
  readonly reporterId: string;
  readonly reportedId: string;
}

/** Inserts a report into a new matter. The reported subject does not exist. */
export function insertReport(app: TestApp, { reportedId, ...part }: ReportParts): Promise<Report> {
  const db = app.get(Database);
  return db.write(async () => {
    const { id: matterId } = await db.repo(Matter).save({ reportedId, ...ended(part.closedAt) });
    return db.repo(Report).save({
      matterId,
      subjectName: ReportableContentType.Profile,
      subjectKey: randomUUID(),
      reason: ReportReason.spam,
      note: '',
      forwarded: 'Propaganda',
      context: '',
      knownAs: 'Alguien',
      createdAt: app.clock.now(),
      ...part,
    } as Report);
  });
}

const ended = (closedAt: Date | null | undefined) =>
  closedAt ? ({ stage: 'closed', closedAt } as Partial<Matter>) : {};

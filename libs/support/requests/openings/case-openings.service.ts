import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { AuditEntry } from '#audit/audit-entry.entity.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../case-texts.service.js';
import { SupportRequest, SupportStage } from '../support-request.entity.js';
import { type CaseOpening, CaseOpeningReason } from './case-opening.view.js';

/** Reason classes of entries that were written before the classes had their present names. */
const FORMER_REASONS: Readonly<Record<string, CaseOpeningReason>> = {
  answer: CaseOpeningReason.triage,
  followUp: CaseOpeningReason.work,
};

/** Reads from the audit log when the content of a request was opened. */
@Injectable()
export class CaseOpeningsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly texts: CaseTextsService,
  ) {}

  /**
   * The openings, newest first. Names the supporters of the case for the time since they accepted or joined it, and nobody
   * else: with exclusions, the requester could find out who claimed the request.
   */
  async list(viewer: Viewer, requestId: string): Promise<CaseOpening[]> {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readOpenings');
    const entries = await this.audit.ofSubject('SupportRequest', request);
    const names = await this.namesOf(request, entries);
    return entries
      .filter(({ action }) => action === 'readFile')
      .map((entry) => ({
        openedAt: entry.createdAt,
        duty: DutyName.support,
        reason: reasonOf(entry),
        supporterName: isSinceBeginning(entry, entries) ? (names.get(entry.actorId) ?? null) : null,
      }))
      .toReversed();
  }

  /** Work names by account: of the supporters of the case now, and of the one who accepted it last. */
  private async namesOf(request: SupportRequest, entries: readonly AuditEntry[]) {
    const names = new Map<string | null, string | null>();
    const workName = this.texts.decrypt(request, 'reply')?.workName;
    const acceptance = entries.findLast(({ action }) => action === 'accept');
    if (acceptance && workName) names.set(acceptance.actorId, workName);
    if (request.stage !== SupportStage.accepted) return names;
    const rows = await this.db.query<{ id: string; workName: string | null }>(
      `select p.account_id as id, p.work_name as "workName" from supporter p
       where p.account_id = $2
         or p.account_id in (select s.account_id from case_supporter s where s.request_id = $1)`,
      [request.id, request.assigneeId],
    );
    for (const { id, workName: name } of rows) names.set(id, name);
    return names;
  }
}

const BEGINNINGS: readonly string[] = ['accept', 'joinCase', 'takeLead'];

/** Whether the actor had accepted or joined the case before. */
function isSinceBeginning(entry: AuditEntry, entries: readonly AuditEntry[]): boolean {
  const beginning = entries.findLast(
    ({ action, actorId }) => BEGINNINGS.includes(action) && actorId === entry.actorId,
  );
  return beginning !== undefined && entry.createdAt >= beginning.createdAt;
}

const reasonOf = ({ reason }: AuditEntry): CaseOpeningReason =>
  FORMER_REASONS[reason ?? ''] ?? (reason as CaseOpeningReason);

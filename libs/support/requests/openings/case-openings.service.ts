import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { AuditEntry } from '#audit/audit-entry.entity.js';
import { AuditService } from '#audit/audit.service.js';
import { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../case-texts.service.js';
import { SupportRequest } from '../support-request.entity.js';
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
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly texts: CaseTextsService,
  ) {}

  /**
   * The openings, newest first. Names the supporter of the case for the time since they accepted it, and nobody else:
   * with exclusions, the requester could find out who claimed the request.
   */
  async list(viewer: Viewer, requestId: string): Promise<CaseOpening[]> {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readOpenings');
    const entries = await this.audit.ofSubject('SupportRequest', request);
    const workName = this.texts.decrypt(request, 'reply')?.workName ?? null;
    const acceptance = entries.findLast(({ action }) => action === 'accept');
    return entries
      .filter(({ action }) => action === 'readFile')
      .map((entry) => ({
        openedAt: entry.createdAt,
        duty: DutyName.support,
        reason: reasonOf(entry),
        supporterName: acceptance && isSince(entry, acceptance) ? workName : null,
      }))
      .toReversed();
  }
}

const isSince = (entry: AuditEntry, { actorId, createdAt }: AuditEntry): boolean =>
  entry.actorId === actorId && entry.createdAt >= createdAt;

const reasonOf = ({ reason }: AuditEntry): CaseOpeningReason =>
  FORMER_REASONS[reason ?? ''] ?? (reason as CaseOpeningReason);

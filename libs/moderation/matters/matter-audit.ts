import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { AuditService } from '#audit/audit.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { Matter } from './matter.entity.js';
import type { MatterStep } from './matter.view.js';

interface Words {
  /** The reason class of the act. */
  readonly reason?: string | undefined;
  /** The account that is notified and sees the entry in its own list. Without it, only the audit shows the act. */
  readonly toldId?: string | undefined;
}

/** Writes and reads the audit entries of matters. */
@Injectable()
export class MatterAudit {
  constructor(private readonly audit: AuditService) {}

  write(
    viewer: Viewer,
    { id: subjectId }: Matter,
    action: string,
    { reason, toldId }: Words = {},
  ): Promise<void> {
    return this.audit.record(viewer, {
      action,
      subjectType: 'Matter',
      subjectId,
      duty: 'moderate',
      ...(reason && { reason }),
      ...(toldId && { aboutId: toldId }),
    });
  }

  /** The audit entries of a matter, oldest first. */
  async stepsOf(viewer: Viewer, matter: Permitted<Matter, 'readFile'>): Promise<MatterStep[]> {
    const entries = await this.audit.ofSubject('Matter', matter);
    return entries.map(({ id: entryId, createdAt, action, actorId }) => {
      return { id: entryId, createdAt, action, isMine: actorId === viewer.accountId };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { Matter } from './matter.entity.js';
import type { MatterStep } from './matter.view.js';

interface Words {
  /** A reason class. */
  readonly reason?: string | undefined;
  /** Whether it is among the acts that the reported person is told of; else they never learn of it. */
  readonly isTold?: boolean;
}

/** What was done in a matter, in the audit. */
@Injectable()
export class MatterRecord {
  constructor(private readonly audit: AuditService) {}

  /** Inside write(). */
  write(
    viewer: Viewer,
    { id: subjectId, reportedId }: Matter,
    action: string,
    { reason, isTold }: Words = {},
  ): Promise<void> {
    return this.audit.record(viewer, {
      action,
      subjectType: 'Matter',
      subjectId,
      duty: 'moderate',
      ...(reason && { reason }),
      ...(isTold && { aboutId: reportedId }),
    });
  }

  /** Oldest first. Load the matter through access first. */
  async stepsOf(viewer: Viewer, { id }: Matter): Promise<MatterStep[]> {
    const entries = await this.audit.ofSubject('Matter', id);
    return entries.map(({ id: entryId, createdAt, action, actorId }) => {
      return { id: entryId, createdAt, action, isMine: actorId === viewer.accountId };
    });
  }
}

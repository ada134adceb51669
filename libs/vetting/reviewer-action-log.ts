import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import type { EventType } from '#events/event-type.js';
import { EventsService } from '#events/events.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { Application } from './applications/application.entity.js';

interface OfApplication {
  applicationId: string;
  accountId: string;
}

/** Records a reviewer's action in the audit, which the applicant can see, and as an event. */
@Injectable()
export class ReviewerActionLog {
  constructor(
    private readonly audit: AuditService,
    private readonly events: EventsService,
  ) {}

  async acted(
    viewer: Viewer,
    { id, accountId }: Pick<Application, 'id' | 'accountId'>,
    action: string,
    event: EventType<OfApplication>,
  ): Promise<void> {
    const subject = { subjectType: 'Application', subjectId: id, aboutId: accountId } as const;
    await this.audit.record(viewer, { action, ...subject, duty: 'vet' });
    await this.events.record(event, { applicationId: id, accountId });
  }
}

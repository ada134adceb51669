import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from '../applications/application.entity.js';
import { DeclaredConflict } from './declared-conflict.entity.js';
import { ReviewerNotifierService } from './reviewer-notifier.service.js';
import { ConflictDeclared } from '../vetting.events.js';

/**
 * Upper limit of the returned number of reviewers. Two reviewers decide, and a larger number would disclose the size of
 * the team.
 */
const ENOUGH = 2;

/** Declares the viewer's own conflict of interest ("I know this person"). */
@Injectable()
export class DeclaredConflictsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly ties: ConflictsOfInterestService,
    private readonly readers: ReviewerNotifierService,
  ) {}

  /**
   * Hides this application permanently from the viewer. Returns how many other reviewers may read it, capped at two.
   */
  async declare(viewer: Viewer, applicationId: string): Promise<number> {
    return this.db.write(async () => {
      const { id, accountId } = await this.access.load(
        Application,
        applicationId,
        viewer,
        'declareConflict',
      );
      const key = { applicationId: id, accountId: viewer.accountId };
      await this.db.repo(DeclaredConflict).insert(key);
      // The audit entry must not name the applicant, who would otherwise learn that a reviewer knows them.
      await this.audit.record(viewer, {
        action: 'declareConflict',
        subjectType: 'Application',
        subjectId: id,
        duty: 'vet',
      });
      await this.events.record(ConflictDeclared, { applicationId: id, accountId });
      await this.ties.report([viewer.accountId, accountId]);
      return Math.min(ENOUGH, (await this.readers.of(id)).length);
    });
  }
}

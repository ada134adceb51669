import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { Application } from '../applications/application.entity.js';
import { ApplicationFilesService } from '../applications/application-files.service.js';
import { ClaimsService } from './claims.service.js';
import { loadValidReviews, REVIEW_VALIDITY_PERIOD } from './valid-reviews.js';
import type { ApplicationFile } from '../applications/application-file.view.js';

/** Opens files of applications. Every opening is audited, and the applicant sees when it happened and by which duty. */
@Injectable()
export class OpenApplicationFileService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly claims: ClaimsService,
    private readonly files: ApplicationFilesService,
  ) {}

  /** Returns the file of an undecided application to a reviewer who has claimed or reviewed it. */
  async open(viewer: Viewer, id: string, language: Language): Promise<ApplicationFile> {
    await this.claims.sweep();
    return this.db.write(async () => {
      const application = await this.access.load(Application, id, viewer, 'readFile');
      await this.audit.record(viewer, {
        action: 'readFile',
        subjectType: 'Application',
        subjectId: id,
        aboutId: application.accountId,
        duty: 'vet',
        reason: await this.reasonOf(viewer, application),
      });
      return this.files.of(viewer, application, language);
    });
  }

  /**
   * The reason for the audit entry: which review (first, second, third) the viewer writes or has written. Later reviews
   * do not change it.
   */
  private async reasonOf({ accountId }: Viewer, { id, round }: Application): Promise<string> {
    if (round > 1) return 'appeal';
    const reviews = await loadValidReviews(this.db, id, this.clock.in(-REVIEW_VALIDITY_PERIOD));
    const own = reviews.findIndex(({ reviewerId }) => reviewerId === accountId);
    return ['review', 'secondView'][own < 0 ? reviews.length : own] ?? 'thirdView';
  }
}

import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Application, ApplicationStage } from '../applications/application.entity.js';
import { ClaimsService } from './claims.service.js';
import { ReviewTemplatesService } from '../templates/review-templates.service.js';
import { Recommendation, Review } from './review.entity.js';
import type { ReviewInput } from './reviews.inputs.js';
import { ReviewerActionLog } from '../reviewer-action-log.js';
import { ApplicationReviewed } from '../vetting.events.js';

/** Recommendations on an application; each reviewer writes theirs before seeing the others. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly claims: ClaimsService,
    private readonly records: ReviewerActionLog,
    private readonly deskWords: ReviewTemplatesService,
  ) {}

  /** Stores the viewer's review. Throws Conflict if they have already written one. */
  async write(viewer: Viewer, input: ReviewInput): Promise<Review> {
    await this.claims.sweep();
    return this.db.write(async () => {
      const application = await this.load(viewer, input.applicationId, 'review', input.readAs);
      const reviews = this.db.repo(Review);
      const key = keyOf(viewer, application);
      if (await reviews.existsBy(key)) throw new Conflict('review.written');
      const review = await reviews.save(
        reviews.create({ ...key, ...(await this.content(input, application)) }),
      );
      if (application.stage === ApplicationStage.submitted) {
        await this.db
          .repo(Application)
          .update(application.id, { stage: ApplicationStage.inReview });
      }
      await this.claims.leave(viewer.accountId, application.id);
      await this.records.acted(viewer, application, 'review', ApplicationReviewed);
      return review;
    });
  }

  /** Changes the viewer's review, or confirms it unchanged. Both bind it to the current state of the application. */
  async change(viewer: Viewer, input: ReviewInput): Promise<Review> {
    await this.claims.sweep();
    return this.db.write(async () => {
      const application = await this.load(viewer, input.applicationId, 'review', input.readAs);
      const key = keyOf(viewer, application);
      const own = await this.db.repo(Review).findOneBy(key);
      if (!own) throw new Conflict('review.notWritten');
      const review = await this.access.load(Review, own.id, viewer, 'change');
      const changed = Object.assign(review, await this.content(input, application));
      await this.db.repo(Review).save(changed);
      await this.records.acted(viewer, application, 'changeReview', ApplicationReviewed);
      return changed;
    });
  }

  private async load(viewer: Viewer, id: string, action: string, readAs: string) {
    const application = await this.access.load(Application, id, viewer, action);
    if (application.answersHash.toString('hex') !== readAs) {
      throw new Conflict('application.changed');
    }
    return application;
  }

  private async content(input: ReviewInput, { answersHash }: Application) {
    const { recommendation, checks, reason } = input;
    const isDecline = recommendation === Recommendation.decline;
    await this.deskWords.assertChecks(checks);
    if (isDecline && !input.reasonClass) throw new Invalid('input', { reasonClass: 'missing' });
    const reasonClass = isDecline ? (input.reasonClass ?? null) : null;
    return {
      recommendation,
      checks,
      reason,
      reasonClass,
      answersHash,
      confirmedAt: this.clock.now(),
    };
  }
}

const keyOf = (viewer: Viewer, { id, round }: Application) => ({
  applicationId: id,
  reviewerId: viewer.accountId,
  round,
});

import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Application, ApplicationStage } from './application.entity.js';
import { ApplicationQuestion } from './application-question.entity.js';
import { ClaimsService } from './claims.service.js';
import { Recommendation, Review, ReviewCheck } from './review.entity.js';
import type { AskApplicantInput, ReviewInput } from './reviews.inputs.js';
import { ApplicationAsked, ApplicationReviewed } from './vetting.events.js';

/** What is written about an application: recommendations, each before seeing the others', and questions asked back. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly claims: ClaimsService,
  ) {}

  /** The viewer's own and, once that is written, the others'. */
  async of(viewer: Viewer, { id, round }: Application): Promise<Review[]> {
    return this.access
      .list(Review, viewer)
      .andWhere('it.application_id = :id and it.round = :round', { id, round })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
  }

  /** Writes the viewer's review. One each: a second is refused, from whatever session. */
  async write(viewer: Viewer, input: ReviewInput): Promise<Review> {
    await this.claims.sweep();
    return this.db.write(async () => {
      const application = await this.load(viewer, input.applicationId, 'review', input.readAs);
      const reviews = this.db.repo(Review);
      const key = keyOf(viewer, application);
      if (await reviews.existsBy(key)) throw new Conflict('review.written');
      const review = await reviews.save(
        reviews.create({ ...key, ...this.content(input, application) }),
      );
      if (application.stage === ApplicationStage.submitted) {
        await this.db
          .repo(Application)
          .update(application.id, { stage: ApplicationStage.inReview });
      }
      await this.claims.leave(viewer.accountId, application.id);
      await this.told(viewer, application, 'review');
      return review;
    });
  }

  /** Changes the viewer's own review, or confirms it as it is after an answer came: both bind it to what stands now. */
  async change(viewer: Viewer, input: ReviewInput): Promise<Review> {
    await this.claims.sweep();
    return this.db.write(async () => {
      const application = await this.load(viewer, input.applicationId, 'review', input.readAs);
      const key = keyOf(viewer, application);
      const own = await this.db.repo(Review).findOneBy(key);
      if (!own) throw new Conflict('review.notWritten');
      const review = await this.access.load(Review, own.id, viewer, 'change');
      const changed = Object.assign(review, this.content(input, application));
      await this.db.repo(Review).save(changed);
      await this.told(viewer, application, 'changeReview');
      return changed;
    });
  }

  /** Asks the applicant one more thing. The application stays open and waits for the answer. */
  async ask(viewer: Viewer, { applicationId, question }: AskApplicantInput): Promise<void> {
    await this.claims.sweep();
    await this.db.write(async () => {
      const application = await this.access.load(Application, applicationId, viewer, 'ask');
      if (application.stage === ApplicationStage.asked) throw new Conflict('application.asked');
      await this.db.repo(ApplicationQuestion).insert({
        applicationId,
        askerId: viewer.accountId,
        body: question,
        createdAt: this.clock.now(),
        answer: null,
        answeredAt: null,
      });
      await this.db.repo(Application).update(applicationId, { stage: ApplicationStage.asked });
      const { accountId } = application;
      await this.audited(viewer, application, 'ask');
      await this.events.record(ApplicationAsked, { applicationId, accountId });
    });
  }

  private async load(viewer: Viewer, id: string, action: string, readAs: string) {
    const application = await this.access.load(Application, id, viewer, action);
    if (application.answersHash.toString('hex') !== readAs) {
      throw new Conflict('application.changed');
    }
    return application;
  }

  private content(input: ReviewInput, { answersHash }: Application) {
    const { recommendation, checks, reason } = input;
    const isDecline = recommendation === Recommendation.decline;
    if (!checks.includes(ReviewCheck.noConflict)) {
      throw new Invalid('input', { checks: 'conflictOfInterest' });
    }
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

  private async told(viewer: Viewer, application: Application, action: string): Promise<void> {
    const { id: applicationId, accountId } = application;
    await this.audited(viewer, application, action);
    await this.events.record(ApplicationReviewed, { applicationId, accountId });
  }

  private audited(viewer: Viewer, { id, accountId }: Application, action: string): Promise<void> {
    return this.audit.record(viewer, {
      action,
      subjectType: 'Application',
      subjectId: id,
      aboutId: accountId,
      duty: 'vet',
    });
  }
}

const keyOf = (viewer: Viewer, { id, round }: Application) => ({
  applicationId: id,
  reviewerId: viewer.accountId,
  round,
});

import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { AdmissionService } from '../decisions/admission.service.js';
import { agreedOutcomeOf } from '../decisions/admission-rule.js';
import type { Application } from './application.entity.js';
import { ApplicationContentService } from './application-content.service.js';
import { ClaimsService } from '../reviews/claims.service.js';
import { ApplicationHistoryService } from './application-history.service.js';
import { loadValidReviews, REVIEW_VALIDITY_PERIOD } from '../reviews/valid-reviews.js';
import { ApplicationNotesService } from '../reviews/application-notes.service.js';
import { Recommendation, Review } from '../reviews/review.entity.js';
import type { ApplicationFile, ReviewView } from './application-file.view.js';
import { VouchesService } from '../vouches/vouches.service.js';

/** Returns the viewer's own review of an application, and the other reviews and notes once that review is written. */
@Injectable()
export class VisibleReviewsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly claims: ClaimsService,
    private readonly notes: ApplicationNotesService,
  ) {}

  async of(viewer: Viewer, application: Application) {
    const reviews = await this.reviews(viewer, application);
    const views = reviews.map((review) => viewOf(review, application));
    const ownReview = views.find(({ review }) => review.reviewerId === viewer.accountId) ?? null;
    return {
      claimEndsAt: await this.claims.endOf(viewer, application.id),
      viewerCan: await this.access.viewerCan('Application', application.id, viewer),
      notes: await this.notes.of(viewer, application),
      ownReview,
      otherReviews: views.filter((view) => view !== ownReview),
      agreedOutcome: ownReview && (await this.agreed(application.id)),
    };
  }

  /** Returns the viewer's own review, and other reviews once the viewer has written one. */
  private reviews(viewer: Viewer, { id, round }: Application): Promise<Review[]> {
    return this.access
      .list(Review, viewer)
      .andWhere('it.application_id = :id and it.round = :round', { id, round })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
  }

  private async agreed(applicationId: string): Promise<Recommendation | null> {
    const since = this.clock.in(-REVIEW_VALIDITY_PERIOD);
    const counting = await loadValidReviews(this.db, applicationId, since);
    const current = counting.filter((review) => review.isCurrent);
    const outcome = agreedOutcomeOf(current.map((review) => review.recommendation));
    return outcome ? Recommendation[outcome] : null;
  }
}

/** Assembles an application's file for a viewer who may read it. */
@Injectable()
export class ApplicationFilesService {
  constructor(
    private readonly record: ApplicationContentService,
    private readonly vouches: VouchesService,
    private readonly admission: AdmissionService,
    private readonly opinions: VisibleReviewsService,
    private readonly earlier: ApplicationHistoryService,
  ) {}

  async of(
    viewer: Viewer,
    application: Permitted<Application, 'readFile'>,
    language: Language,
  ): Promise<ApplicationFile> {
    const { id, stage, submittedAt, answers, answersHash } = application;
    if (!answers) throw new NotFound();
    return {
      id,
      stage,
      submittedAt,
      readAs: answersHash.toString('hex'),
      answers: this.record.toView(answers, language),
      ...(await this.earlier.of(application)),
      vouches: await this.vouches.of(viewer, application),
      questions: await this.record.questionsOf(application),
      admission: await this.admission.of(id),
      ...(await this.opinions.of(viewer, application)),
    };
  }
}

const viewOf = (review: Review, { answersHash }: Application): ReviewView => ({
  review,
  isCurrent: review.answersHash.equals(answersHash),
});
